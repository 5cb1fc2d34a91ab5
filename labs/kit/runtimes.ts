/**
 * Runtimes of the two languages of the course that Lambda supports (AWS's table of runtimes, read in the second half
 * of 2026), and those that it announces for the end of 2026. Any of them passes.
 */
export const supportedRuntimes = [
  'python3.11',
  'python3.12',
  'python3.13',
  'python3.14',
  'python3.15',
  'nodejs22.x',
  'nodejs24.x',
  'nodejs26.x',
] as const;

import { createInterface } from 'node:readline/promises';
import type { Cli } from './cli.ts';

/** Asks a question at the terminal; without a person there the answer is empty. */
export async function ask(question: string, cli: Cli): Promise<string> {
  if (!cli.interactive) return '';
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await line.question(`${question} `, { signal: cli.signal })).trim();
  } finally {
    line.close();
  }
}

/** Yes in any of the three languages. */
export function isYes(answer: string): boolean {
  return /^(y|yes|はい|c|có|co)$/i.test(answer);
}

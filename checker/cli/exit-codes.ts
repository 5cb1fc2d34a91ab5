/** What a program may read from `handson`; also in docs/exit-codes.md. */
export const exitCodes = {
  yes: 0,
  no: 1,
  cannotTell: 2,
  usage: 64,
  ourFault: 70,
  stopped: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

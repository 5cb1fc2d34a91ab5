/** One learner's sandbox in one file, as docs/schemas describe it. */
export interface Submission {
  schema: typeof schemaName;
  /** SHA-256 of the document without these digits: whether it arrived whole, not whether it is true. */
  digest: string;
  /** The version of the course that packed it. */
  course: string;
  learner: { id: string; name?: string };
  target: { account: string; region: string; prefix: string };
  /** What is handed in, by id; the others are not looked at. */
  labs: string[];
  /** The same in every file of one installation; tells nothing else of it. */
  installation: string;
  /** What only the learner's own computer tells. */
  claims: Claims;
  records: WorldRecord[];
}

export interface Claims {
  steps: Array<{ lab: string; step: string; at: number; how: 'earned' | 'provided' }>;
  /** Calls of the learner's own checks, which are not the learner's calls. */
  ownCalls: { requests: string[]; times: Array<[from: number, to: number]> };
  /** With two APIs of the course's name, the one that is meant. */
  apiId?: string;
  /** When the learner's receipt says that nothing was left. */
  cleaned?: number;
}

export type WorldRecord = [key: string, value: unknown | { base64: string }];

export const schemaName = 'handson.submission/1';

/** More is no world that a course leaves, and nothing that should travel by mail. */
export const limits = {
  fileBytes: 4 * 1024 * 1024,
  documentBytes: 16 * 1024 * 1024,
  records: 20_000,
  /** Of one archive of code, unpacked, where it is looked into. */
  codeBytes: 32 * 1024 * 1024,
  steps: 500,
  ownCalls: 20_000,
} as const;

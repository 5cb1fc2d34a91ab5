import type { RunRequest, RunResult } from '#sandbox/core/runtimes.ts';

/** What goes through the pipe between a sandbox and the processes that are shut in: one JSON document a line. */
export type ToJail =
  | { type: 'invoke'; id: number; request: PlainRequest; files?: PlainFiles }
  | { type: 'retire'; key: string }
  | { type: 'answer'; id: number; status: number; headers: Array<[string, string]>; body: string };

export type FromJail =
  | { type: 'ready'; view: View }
  | { type: 'result'; id: number; result: PlainResult }
  | {
      type: 'aws';
      id: number;
      method: string;
      url: string;
      headers: Array<[string, string]>;
      body: string | null;
    };

/** What is to be seen from inside, before anybody's code is there. */
export interface View {
  networks: string[];
  /** What is in the folders that were asked about. */
  folders: Record<string, string[]>;
  /** Whether a folder of programs can be written to. */
  writes: boolean;
}

export type PlainRequest = Omit<RunRequest, 'code' | 'layers' | 'payload'> & { payload: string };
export type PlainResult = Omit<RunResult, 'payload'> & { payload: string };
export interface PlainFiles {
  code: PlainFile[];
  layers: PlainFile[][];
}
type PlainFile = { path: string; mode: number; bytes: string };

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** Gives away each whole line; a line that never ends is told, so that it does not fill our memory. */
export function lineReader(most: number, line: (text: string) => void, tooLong: () => void) {
  let held: Buffer[] = [];
  let size = 0;
  return (chunk: Buffer): void => {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      const text = Buffer.concat([...held, rest.subarray(0, end)]).toString('utf8');
      held = [];
      size = 0;
      rest = rest.subarray(end + 1);
      line(text);
    }
    size += rest.length;
    if (size > most) {
      held = [];
      tooLong();
    } else if (rest.length > 0) held.push(rest);
  };
}

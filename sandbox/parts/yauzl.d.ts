// The package brings no types of its own; only what `zip.ts` uses is declared.
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    fileNameRaw: Buffer;
    generalPurposeBitFlag: number;
    extraFields: object[];
    versionMadeBy: number;
    externalFileAttributes: number;
    uncompressedSize: number;
  }

  export interface ZipFile {
    entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export function fromBufferPromise(
    buffer: Buffer,
    options: { lazyEntries: true; decodeStrings: false },
  ): Promise<ZipFile>;

  export function getFileNameLowLevel(
    generalPurposeBitFlag: number,
    fileNameRaw: Buffer,
    extraFields: object[],
    strictFileNames: boolean,
  ): string;
}

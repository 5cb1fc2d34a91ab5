import { type Zippable, zipSync } from 'fflate';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { type Parts, type ZipEntry, ZipRefused } from '#sandbox/core/parts.ts';

/** Archives of learners' code: what is read is unpacked on the learner's own disk later, so nothing is believed. */
export const zip: Parts['zip'] = {
  async read(bytes, maxBytes) {
    const archive = await open(bytes);
    try {
      return await readAll(archive, maxBytes);
    } catch (error) {
      throw error instanceof ZipRefused ? error : new ZipRefused('not-a-zip', messageOf(error));
    } finally {
      archive.close();
    }
  },

  write(entries) {
    const files: Zippable = {};
    for (const { path, bytes, mode } of entries) {
      const attrs = ((REGULAR | (mode || 0o644)) << 16) >>> 0;
      files[path] = [bytes, { os: UNIX, attrs, mtime: FIXED_TIME }];
    }
    return zipSync(files);
  },
};

const MAX_ENTRIES = 50_000;
const UNIX = 3;
const TYPE_MASK = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;
/** The same files must give the same `CodeSha256`, whenever they are packed. */
const FIXED_TIME = new Date(2000, 0, 1);

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
  } catch (error) {
    throw new ZipRefused('not-a-zip', messageOf(error));
  }
}

async function readAll(archive: ZipFile, maxBytes: number): Promise<ZipEntry[]> {
  if (archive.entryCount > MAX_ENTRIES) {
    throw new ZipRefused(
      'too-large',
      `The archive has ${archive.entryCount} entries; ${MAX_ENTRIES} is the most.`,
    );
  }
  const found = new Map<string, ZipEntry>();
  let left = maxBytes;
  for await (const entry of archive.eachEntry()) {
    const path = safePath(entry);
    refuseLinks(entry, path);
    if (path.endsWith('/')) continue;
    const bytes = await unpack(archive, entry, left);
    left -= bytes.length;
    found.set(path, { path, bytes, mode: permissions(entry) });
  }
  refuseFilesUsedAsFolders(found);
  return [...found.values()];
}

function safePath(entry: Entry): string {
  const path = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  const parts = path.split('/');
  const unsafe =
    path === '' ||
    path.startsWith('/') ||
    /[\\\0]|^[a-z]:/i.test(path) ||
    parts.some((part) => part === '..' || part === '.') ||
    parts.slice(0, -1).includes('');
  if (unsafe) throw new ZipRefused('path', `The archive holds an unsafe path: ${JSON.stringify(path)}.`);
  return path;
}

/** Looked at whatever system the archive says it was made on: that field can be forged like any other. */
function refuseLinks(entry: Entry, path: string): void {
  const type = (entry.externalFileAttributes >>> 16) & TYPE_MASK;
  if (type === 0 || type === REGULAR || type === DIRECTORY) return;
  throw new ZipRefused('link', `The archive holds ${path}, which is a link or no regular file.`);
}

function permissions(entry: Entry): number {
  return entry.versionMadeBy >>> 8 === UNIX ? (entry.externalFileAttributes >>> 16) & 0o777 : 0;
}

/** Counts what really comes out: the size in the directory is the attacker's word. */
async function unpack(archive: ZipFile, entry: Entry, left: number): Promise<Uint8Array> {
  const tooLarge = () => new ZipRefused('too-large', 'Unpacked, the archive is larger than allowed.');
  if (entry.uncompressedSize > left) throw tooLarge();
  const stream = await archive.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > left) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function refuseFilesUsedAsFolders(found: Map<string, ZipEntry>): void {
  for (const path of found.keys()) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (found.has(folder))
        throw new ZipRefused('path', `The archive uses ${folder} as a file and as a folder.`);
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

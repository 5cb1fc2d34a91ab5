import { readdirSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { ZipEntry } from '#sandbox/core/parts.ts';
import { childRuntimes } from '../child-runtimes.ts';
import { type FromJail, fromBase64, lineReader, type PlainFiles, type ToJail, toBase64 } from './frames.ts';

/** The first process in the jail: runs functions as anywhere else, and speaks with the sandbox through its pipe alone. */
const [programs = '', python, ...hidden] = process.argv.slice(2);
const send = (frame: FromJail) => void process.stdout.write(`${JSON.stringify(frame)}\n`);
const asked = new Map<number, (response: Response) => void>();
const files = new Map<string, PlainFiles>();
const nextCall = counter();

const runtimes = childRuntimes({
  dir: '/tmp/functions',
  // The jail itself is the isolation, and nobody in it may make namespaces.
  isolate: false,
  maxEnvironments: 4,
  ...(python ? { python } : {}),
  async fetchAws(request) {
    const id = nextCall();
    const body = request.body ? toBase64(new Uint8Array(await request.arrayBuffer())) : null;
    const response = new Promise<Response>((resolve) => asked.set(id, resolve));
    const { method, url, headers } = request;
    send({ type: 'aws', id, method, url, headers: [...headers], body });
    return response;
  },
});

async function hear(frame: ToJail): Promise<void> {
  if (frame.type === 'retire') return runtimes.retire(frame.key);
  if (frame.type === 'answer') {
    const { id, status, headers, body } = frame;
    asked.get(id)?.(new Response(status === 204 ? null : fromBase64(body), { status, headers }));
    asked.delete(id);
    return;
  }
  const { id, request } = frame;
  if (frame.files) files.set(request.key, frame.files);
  const held = files.get(request.key);
  const result = await runtimes.invoke({
    ...request,
    payload: fromBase64(request.payload),
    code: async () => entriesOf(held?.code ?? []),
    layers: async () => (held?.layers ?? []).map(entriesOf),
  });
  send({ type: 'result', id, result: { ...result, payload: toBase64(result.payload) } });
}

function counter(): () => number {
  let next = 0;
  return () => next++;
}

function entriesOf(plain: PlainFiles['code']): ZipEntry[] {
  return plain.map(({ path, mode, bytes }) => ({ path, mode, bytes: fromBase64(bytes) }));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function canWrite(folder: string): boolean {
  try {
    writeFileSync(join(folder, 'handson-jail-test'), '');
    return true;
  } catch {
    return false;
  }
}

const read = lineReader(
  64 * 1024 * 1024,
  (line) => void hear(JSON.parse(line) as ToJail),
  () => process.stdin.destroy(),
);
process.stdin.on('data', read);
process.stdin.on('close', () => void runtimes.close());
send({
  type: 'ready',
  view: {
    networks: Object.keys(networkInterfaces()),
    folders: Object.fromEntries(hidden.map((folder) => [folder, listed(folder)])),
    writes: canWrite(programs),
  },
});

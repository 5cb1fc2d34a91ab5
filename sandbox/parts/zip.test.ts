import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZipRefused } from '#sandbox/core/parts.ts';
import { zip } from './zip.ts';

const MB = 1024 * 1024;
const text = (value: string) => new TextEncoder().encode(value);

describe('a zip archive', () => {
  it('comes back as it was written, with paths, bytes and permission bits', async () => {
    const entries = [
      { path: 'lambda_function.py', bytes: text('print(1)'), mode: 0o644 },
      { path: 'bin/tool', bytes: text('#!/bin/sh'), mode: 0o755 },
      { path: '日本語/挨拶.txt', bytes: text('おはよう'), mode: 0o600 },
    ];
    expect(await zip.read(zip.write(entries), MB)).toEqual(entries);
  });

  it('has the same bytes whenever it is written', () => {
    const entries = [{ path: 'a', bytes: text('a'), mode: 0 }];
    expect(zip.write(entries)).toEqual(zip.write(entries));
  });

  it('gives mode 0 where it was not made on Unix', async () => {
    const archive = zipSync({ 'a.txt': [text('a'), { os: 0 }] });
    expect(await zip.read(archive, MB)).toEqual([{ path: 'a.txt', bytes: text('a'), mode: 0 }]);
  });

  it('may hold folders, which are left out', async () => {
    const archive = zipSync({ 'pkg/': new Uint8Array(), 'pkg/__init__.py': text('') });
    expect((await zip.read(archive, MB)).map((entry) => entry.path)).toEqual(['pkg/__init__.py']);
  });

  it.each(['../evil', 'a/../../evil', '/etc/passwd', 'a\\..\\evil', 'C:evil', './a', 'a//b', 'a\0b'])(
    'is refused for the path %j',
    async (path) => expect(await refusal(zipSync({ [path]: text('x') }))).toBe('path'),
  );

  it('is refused where one name is a file and a folder', async () => {
    expect(await refusal(zipSync({ a: text('x'), 'a/b': text('y') }))).toBe('path');
  });

  it.each([
    ['a symbolic link', 0o120777, 3],
    ['a symbolic link of an archive that claims to come from DOS', 0o120777, 0],
    ['a device', 0o020666, 3],
  ])('is refused for %s', async (_, mode, os) => {
    const attrs = (mode << 16) >>> 0;
    expect(await refusal(zipSync({ link: [text('/etc/passwd'), { os, attrs }] }))).toBe('link');
  });

  it('is refused when it unpacks to more than allowed', async () => {
    expect(await refusal(zipSync({ zeros: new Uint8Array(2 * MB) }))).toBe('too-large');
  });

  it('is refused when all its files together are more than allowed', async () => {
    const half = new Uint8Array(0.6 * MB);
    expect(await refusal(zipSync({ a: half, b: half }))).toBe('too-large');
  });

  it('is refused when it is a bomb that lies about its size', async () => {
    const bomb = forgeSize(zipSync({ zeros: new Uint8Array(4 * MB) }), 10);
    expect(await refusal(bomb)).toMatch(/too-large|not-a-zip/);
  });

  it('is refused for too many entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 50_001 }, (_, i) => [`f${i}`, new Uint8Array()]));
    expect(await refusal(zipSync(many, { level: 0 }))).toBe('too-large');
  });

  it.each([
    ['text', text('def lambda_handler(event, context): pass')],
    ['nothing', new Uint8Array()],
    ['half an archive', zipSync({ a: text('hello') }).subarray(0, 40)],
    ['an encrypted entry', forgeFlag(zipSync({ a: text('hello') }))],
    ['a damaged stream', damage(zipSync({ a: text('hello '.repeat(500)) }))],
  ])('is refused when it is %s', async (_, bytes) => expect(await refusal(bytes)).toBe('not-a-zip'));
});

async function refusal(bytes: Uint8Array): Promise<string> {
  const error = await zip.read(bytes, MB).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ZipRefused);
  return (error as ZipRefused).reason;
}

const central = (bytes: Uint8Array) => Buffer.from(bytes).indexOf('PK\u0001\u0002');

function forgeSize(bytes: Uint8Array, size: number): Uint8Array {
  const forged = Buffer.from(bytes);
  forged.writeUInt32LE(size, central(bytes) + 24);
  return forged;
}

function forgeFlag(bytes: Uint8Array): Uint8Array {
  const forged = Buffer.from(bytes);
  forged.writeUInt16LE(1, central(bytes) + 8);
  return forged;
}

function damage(bytes: Uint8Array): Uint8Array {
  const forged = Buffer.from(bytes);
  forged.fill(0xff, 32, 40);
  return forged;
}

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { gunzipSync, gzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { lookAtFiles } from '#checker/submission/grade-files.ts';
import { lookInWorker } from '#checker/submission/in-worker.ts';
import { lookIn } from '#checker/submission/look-in.ts';
import { readSubmission } from '#checker/submission/read-submission.ts';
import { limits } from '#checker/submission/submission.ts';
import { zip } from '#sandbox/parts/zip.ts';
import { allLabs, standing } from '../labs/standing.ts';
import { account } from '../labs/world.ts';
import { documentIn, forged, packed, sealed } from './packed.ts';

const { finished, halfWay } = await standing();
const good = packed(finished);
const document = documentIn(good);
const kindOf = (bytes: Uint8Array) => {
  const read = readSubmission(bytes);
  return 'problem' in read ? read.problem.kind : 'good';
};
const withRecord = (key: string, value: unknown) =>
  forged({
    ...document,
    records: [...document.records, [key, value]].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  });

test('the file that these are made of is good', () => {
  expect(kindOf(good)).toBe('good');
  expect(kindOf(forged(document))).toBe('good');
});

const zipped = (text: string) => new Uint8Array(gzipSync(new TextEncoder().encode(text)));
const text = new TextDecoder().decode(gunzipSync(good));
const place = `${account}/ap-northeast-1`;

describe('a file that means harm', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['an empty file', 'not-a-submission', () => new Uint8Array()],
    ['a text', 'not-a-submission', () => new TextEncoder().encode('hello')],
    [
      'an archive',
      'not-a-submission',
      () => zip.write([{ path: '../../x', bytes: new Uint8Array(9), mode: 0 }]),
    ],
    ['what is no JSON', 'not-a-submission', () => zipped('{"schema":')],
    ['JSON of something else', 'not-a-submission', () => zipped('{"schema":"handson.check/1"}')],
    ['a list', 'not-a-submission', () => zipped('[]')],
    ['null', 'not-a-submission', () => zipped('null')],
    ['half a file', 'damaged', () => good.slice(0, good.length / 2)],
    ['what is not UTF-8', 'damaged', () => gzipSync(Uint8Array.of(0xff, 0xfe, 0xff))],
    [
      'a newer version',
      'newer',
      () => zipped(JSON.stringify({ ...document, schema: 'handson.submission/2' })),
    ],
    [
      'another content under the old digest',
      'damaged',
      () => zipped(text.replace('ann@example.com', 'bob@example.com')),
    ],
    ['a member that no submission has', 'shape', () => forged({ ...document, grade: 'A' })],
    ['no learner', 'shape', () => forged({ ...document, learner: undefined })],
    [
      'a name with control characters',
      'shape',
      () => forged({ ...document, learner: { id: 'a@b.c', name: '\u001b[2J' } }),
    ],
    [
      'a prefix that is a path',
      'shape',
      () => forged({ ...document, target: { ...document.target, prefix: '../' } }),
    ],
    ['a member twice', 'shape', () => sealed(text.replace('"claims":', '"labs":["x"],"claims":'))],
    ['spaces between members', 'shape', () => sealed(text.replace('"claims":', ' "claims":'))],
    [
      'a prototype for a learner',
      'shape',
      () => sealed(text.replace('"learner":{', '"learner":{"__proto__":{"x":1},')),
    ],
    [
      'a prototype in a record',
      'dangerous',
      () => sealed(text.replace('"rootResourceId"', '"__proto__":{"admin":true},"rootResourceId"')),
    ],
    [
      'a constructor in a record',
      'dangerous',
      () => withRecord(`${place}/iam/users/eve`, { constructor: { prototype: { admin: true } } }),
    ],
    [
      'a depth that no record has',
      'dangerous',
      () =>
        sealed(
          text.replace('"rootResourceId"', `"deep":${'['.repeat(5000)}${']'.repeat(5000)},"rootResourceId"`),
        ),
    ],
    ['a session', 'foreign-record', () => withRecord('shared/sessions/ASIA', { secretAccessKey: 'x' })],
    ['a shared record', 'foreign-record', () => withRecord('shared/apis/abc', { account: '222233334444' })],
    [
      'a table that is not handed in',
      'foreign-record',
      () => withRecord(`${place}/lambda/role-sessions/x`, {}),
    ],
    [
      'a record of another account',
      'foreign-record',
      () => withRecord('222233334444/ap-northeast-1/iam/users/x', {}),
    ],
    ['a key that climbs', 'foreign-record', () => withRecord(`${account}/../lambda/functions/x`, {})],
    ['a key that is not ASCII', 'foreign-record', () => withRecord(`${place}/lambda/functions/é`, {})],
    [
      'a service that objects inherit',
      'foreign-record',
      () => withRecord(`${account}/ap-northeast-1/constructor/name/x`, {}),
    ],
    ['the same record twice', 'foreign-record', () => withRecord(document.records[0]?.[0] ?? '', {})],
    ['code that is no bytes', 'shape', () => withRecord(`${place}/lambda/code/x/1`, { base64: '***' })],
    [
      'code with more beside it',
      'shape',
      () => withRecord(`${place}/lambda/code/x/1`, { base64: '', more: 1 }),
    ],
    ['a record that is null', 'shape', () => withRecord(`${place}/iam/users/x`, null)],
    [
      'times of another age',
      'shape',
      () => forged({ ...document, claims: { ...document.claims, cleaned: 1e300 } }),
    ],
    [
      'more claims than there are steps',
      'shape',
      () =>
        forged({
          ...document,
          claims: {
            ...document.claims,
            steps: Array.from({ length: 501 }, () => ({ lab: 'a', step: 'b', at: 1.7e12, how: 'earned' })),
          },
        }),
    ],
    ['a file of 5 MB', 'too-large', () => new Uint8Array(5 * 1024 * 1024)],
    ['a bomb', 'too-large', () => gzipSync(new Uint8Array(64 * 1024 * 1024), { level: 1 })],
  ])('%s is refused as %s', (_, kind, bytes) => {
    expect(kindOf(bytes())).toBe(kind);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  test('that declares 4 GB, or nothing, is unpacked as what it is', () => {
    for (const size of [0xffffffff, 0, 1]) {
      const bytes = good.slice();
      new DataView(bytes.buffer).setUint32(bytes.length - 4, size, true);
      const before = process.memoryUsage().arrayBuffers;
      expect(['good', 'damaged']).toContain(kindOf(bytes));
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
    }
  });

  test('is refused in words that a terminal may print', () => {
    const read = readSubmission(withRecord(`${place}/lambda/functions/\u001b[31m\u202eevil\n`, {}));
    const { place: told } = 'problem' in read ? read.problem : { place: '' };
    expect(told).toMatch(/^[\x20-\x7e]+$/);
  });
});

test('however the bytes of a good file are changed, it is refused or is still the same', () => {
  const whole = readSubmission(good);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.option(fc.nat(good.length)),
      (flips, cut) => {
        const bytes = good.slice(0, cut ?? good.length);
        for (const [at, by] of flips) if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ by;
        const read = readSubmission(bytes);
        if (!('problem' in read)) expect(read).toEqual(whole);
      },
    ),
    { numRuns: 2000 },
  );
});

test('however a document is put together, reading it never throws', () => {
  const member = fc.constantFrom(...Object.keys(document));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(member, fc.jsonValue()), { maxLength: 4 }),
      fc.boolean(),
      (members, seal) => {
        const changed = { ...document, ...Object.fromEntries(members) };
        const bytes = seal ? forged(changed) : zipped(JSON.stringify(changed));
        expect(typeof kindOf(bytes)).toBe('string');
      },
    ),
    { numRuns: 300 },
  );
});

test('however records are changed, nothing passes that is not there, and the look never throws', async () => {
  const half = documentIn(packed(halfWay));
  const passedIn = async (bytes: Uint8Array) => {
    const looked = await lookIn(bytes, { labs: allLabs });
    const steps = 'steps' in looked ? looked.steps : [];
    const seen = steps.filter(({ result, source }) => result.outcome === 'pass' && source === 'seen');
    return seen.map(({ lab, step }) => `${lab}/${step}`);
  };
  const honest = await passedIn(forged(half));
  const place = fc.tuple(fc.nat(half.records.length - 1), fc.array(fc.nat(30), { maxLength: 5 }));
  const value = fc.oneof(fc.constantFrom(null, 0, -1, 1e308, '', [], {}, true, [[]]), fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 12 }), async (changes) => {
      const records = half.records.map(([key, kept]) => [key, kept]);
      for (const [[at, path], to] of changes) {
        const record = records[at];
        if (record) record[1] = put(record[1], path, to);
      }
      expect(honest).toEqual(expect.arrayContaining(await passedIn(forged({ ...half, records }))));
    }),
    { numRuns: 60 },
  );
}, 120_000);

/** Somewhere within a record. */
function put(into: unknown, [first, ...rest]: readonly number[], to: unknown): unknown {
  if (typeof into !== 'object' || into === null || first === undefined) return to;
  const names = Object.keys(into);
  const name = names[first % names.length];
  if (name === undefined) return to;
  const copy = (Array.isArray(into) ? [...into] : { ...into }) as Record<string, unknown>;
  copy[name] = put((into as Record<string, unknown>)[name], rest, to);
  return copy;
}

describe('a folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handson-folder-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string) => path.join(folder, name);

  test('is looked through, and no file stops the others', async () => {
    mkdirSync(at('1042_Ann_file'));
    writeFileSync(at('1042_Ann_file/ann.handson'), good);
    writeFileSync(at('bad.handson'), good.slice(0, 100));
    writeFileSync(at('.DS_Store'), 'x');
    symlinkSync('/etc/passwd', at('link.handson'));
    symlinkSync('/', at('root'));
    writeFileSync(at('huge.handson'), '');
    truncateSync(at('huge.handson'), 1024 * 1024 * 1024);
    writeFileSync(at('stopped.handson'), forged({ ...document, learner: { id: 'bob@example.com' } }));
    const done = new Map<string, string>();
    for await (const { file, looked } of lookAtFiles({
      folder,
      labs: ['set-up', 'lambda-alone'],
      concurrency: 2,
      limits: { ms: 60_000, memoryMb: 256 },
    }))
      done.set(file, 'problem' in looked ? looked.problem.kind : looked.learner.id);
    expect(Object.fromEntries(done)).toEqual({
      [path.join('1042_Ann_file', 'ann.handson')]: 'ann@example.com',
      'bad.handson': 'damaged',
      'huge.handson': 'too-large',
      'link.handson': 'link',
      root: 'link',
      'stopped.handson': 'bob@example.com',
    });
  }, 60_000);

  test('a file that takes too long or too much memory is ended, and said', async () => {
    const task = { bytes: good, labs: allLabs.map(({ id }) => id) };
    expect(await lookInWorker(task, { ms: 20, memoryMb: 256 })).toEqual({
      problem: { kind: 'took-too-long', place: '' },
    });
    expect(await lookInWorker(task, { ms: 60_000, memoryMb: 8 })).toEqual({
      problem: { kind: 'too-much-memory', place: '' },
    });
  }, 60_000);

  test('what a file could make slow is bounded: a policy full of stars, a name of a thousand parts', async () => {
    const slow = document.records.map(([key, value]) => {
      if (!key.includes('/iam/roles/')) return [key, value];
      const stars = `translate:${'*a'.repeat(900)}`;
      const policy = {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: stars, Resource: stars }],
      };
      return [key, { ...(value as object), inline: { slow: JSON.stringify(policy) } }];
    });
    const looked = await lookInWorker(
      { bytes: forged({ ...document, records: slow }), labs: ['call-translate'] },
      { ms: 20_000, memoryMb: 256 },
    );
    const role =
      'steps' in looked ? looked.steps.find(({ step }) => step === 'role-may-translate') : undefined;
    expect('problem' in looked || role?.result.outcome !== 'pass').toBe(true);
  }, 60_000);
});

test('a file holds no more records than it may', () => {
  const records = Array.from({ length: limits.records + 1 }, (_, at) => [
    `${place}/iam/users/${String(at).padStart(6, '0')}`,
    {},
  ]);
  expect(kindOf(forged({ ...document, records }))).toBe('shape');
});

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { serviceNames } from '#sandbox/core/service.ts';

/** In a process of its own: a client that is loaded already is not read twice. */
function inProcess(code: string): unknown {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const args = ['--input-type=module', '-e', code];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
}

const imports = `
  import { catalogOf } from '#sandbox/core/wire/catalog.ts';
  import { clientSchemas } from '#sandbox/parts/schemas.ts';
  import { services } from '#sandbox/services/all.ts';
  const names = (catalog) => [[...catalog.operations()], [...catalog.errors()]].map((all) => all.map((one) => one.name).sort());
`;

test('the schemas alone name every operation and every error that the whole client does', () => {
  const found = inProcess(`${imports}
    const same = {};
    for (const [name, load] of Object.entries(services)) {
      const alone = await clientSchemas(name);
      const whole = await (await load()).client();
      same[name] = alone !== undefined && JSON.stringify(names(catalogOf(alone))) === JSON.stringify(names(catalogOf(whole)));
    }
    console.log(JSON.stringify(same));
  `);
  expect(found).toEqual(Object.fromEntries(serviceNames.map((name) => [name, true])));
});

test('a client that is loaded already is not read a second time', () => {
  const found = inProcess(`${imports}
    await import('@aws-sdk/client-sts');
    console.log(JSON.stringify([(await clientSchemas('sts')) === undefined, (await clientSchemas('sqs')) === undefined]));
  `);
  expect(found).toEqual([true, false]);
});

test('two services may be read at once', () => {
  const found = inProcess(`${imports}
    const read = await Promise.all(Object.keys(services).map(clientSchemas));
    console.log(JSON.stringify(read.every((one) => one !== undefined)));
  `);
  expect(found).toBe(true);
});

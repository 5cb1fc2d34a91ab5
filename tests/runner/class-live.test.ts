import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { serve } from '#sandbox/parts/serve.ts';
import { handson } from '../cli/run-handson.ts';
import { findChromium, openBrowser } from '../site/open-browser.ts';

const chromium = await findChromium();

describe.skipIf(!chromium)('handson grade --watch --serve', () => {
  test('shows a learner’s step as done soon after it is done in the account', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'handson-watch-'));
    const env = { HANDSON_HOME: home };
    const at = (...line: string[]) => handson(line, { env });
    const served = await serve({ home, env, port: 0, apiPort: 0 });
    if ('problem' in served) throw new Error(JSON.stringify(served.problem));
    const browser = await openBrowser(chromium ?? '');
    await at('class', 'init', 'spring');
    await writeFile(path.join(home, 'r.csv'), 'name,account\nHoa,111122223333\nBob,222233334444');
    await at('class', 'add', path.join(home, 'r.csv'));
    await putRole(home, '111122223333', served);
    const watching = handson(['grade', '--watch', '10', '--serve', '--port', '0', '--labs', '1'], { env });
    try {
      const [line] = (await once(watching.stderr as NodeJS.ReadableStream, 'data')) as [Buffer];
      const page = await browser.newPage();
      await page.goto(/http:\S+/.exec(String(line))?.[0] ?? '');
      const cell = page.locator('.heat tbody tr').first().locator('td').nth(1);
      await soon(() => cell.textContent()).toBe('✗ not yet');
      await soon(() => page.locator('.heat tbody tr').nth(1).locator('th').textContent()).toContain('denied');
      expect(await page.locator('#stuck').textContent()).toContain('1.1 Create the function');
      const applied = await at('apply', '1', '--step', 'create-function', '--yes');
      expect(applied.exitCode, String(applied.stderr)).toBe(0);
      await soon(() => cell.textContent()).toBe('✓ done');
      await soon(() => page.locator('#over').textContent()).toContain('Steps newly done: 1.');
    } finally {
      watching.kill('SIGINT');
      const { exitCode } = await watching;
      await browser.close();
      await served.close();
      await rm(home, { recursive: true, force: true });
      expect(exitCode).toBe(130);
    }
  }, 120_000);
});

/** Does what the template for the grader role says, as that learner. */
async function putRole(
  home: string,
  account: string,
  { endpoint, secret }: { endpoint: string; secret: string },
) {
  const template = await readFile(path.join(home, `classes/spring/roles/${account}.json`), 'utf8');
  const role = JSON.parse(template).Resources.Grader.Properties;
  const iam = new IAMClient({
    endpoint,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: account, secretAccessKey: secret },
  });
  const { RoleName, Path, Policies } = role;
  const trust = JSON.stringify(role.AssumeRolePolicyDocument);
  await iam.send(new CreateRoleCommand({ RoleName, Path, AssumeRolePolicyDocument: trust }));
  for (const { PolicyName, PolicyDocument } of Policies)
    await iam.send(
      new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: JSON.stringify(PolicyDocument) }),
    );
  iam.destroy();
}

/** What comes in its own time, on a busy machine too. */
function soon<Value>(look: () => Value | Promise<Value>) {
  return expect.poll(look, { timeout: 25_000 });
}

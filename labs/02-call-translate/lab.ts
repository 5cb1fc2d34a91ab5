import { isJapanese, readAnswer } from '#labs/kit/answer.ts';
import { deployCode, run, settled } from '#labs/kit/apply-function.ts';
import { allow } from '#labs/kit/apply-role.ts';
import { failedRun } from '#labs/kit/diagnose.ts';
import { expectAll, value } from '#labs/kit/expect.ts';
import { missingFunction, readFunction, roleNameOf } from '#labs/kit/function.ts';
import { runsSinceDeploy } from '#labs/kit/function-log.ts';
import { marked } from '#labs/kit/history.ts';
import { defineLab } from '#labs/kit/lab.ts';
import { proxyEvent } from '#labs/kit/proxy-event.ts';
import { executionRoleOf, lambdaFunction, logGroup } from '#labs/kit/resources.ts';
import { absent } from '#labs/kit/result.ts';
import { roleMay } from '#labs/kit/role-may.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

export const lab = defineLab({
  id: 'call-translate',
  title: texts.title,
  minutes: 30,
  cost: texts.cost,
  resources: ({ fn, logGroup: log }) => [lambdaFunction(fn), executionRoleOf(fn), logGroup(log)],
  steps: [
    {
      id: 'role-may-translate',
      kind: 'state',
      title: texts.roleTitle,
      hints: [texts.roleHint1, texts.roleHint2, texts.roleAnswer],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        return roleMay(fn, [{ action: 'translate:TranslateText', resource: '*' }], look);
      },
      async apply(doing) {
        await allow(
          await settled(doing),
          'translate',
          [{ Action: 'translate:TranslateText', Resource: '*' }],
          doing,
        );
      },
    },
    {
      id: 'code-translates',
      kind: 'state',
      title: texts.codeTitle,
      hints: [texts.codeHint1, texts.codeHint2, texts.codeAnswer],
      needs: ['role-may-translate'],
      async check(look) {
        const fn = await readFunction(look);
        if (!fn) return missingFunction(look);
        if (!look.act) return runsSinceDeploy(fn, look);
        const ran = await look.act.invoke(look.names.fn, proxyEvent(marked('おはよう')));
        if (ran.failed) return failedRun(ran, { fn: look.names.fn, role: roleNameOf(fn) });
        const { statusCode, outputText } = readAnswer(ran.payload);
        if (outputText === undefined && !/output_text/.test(ran.payload)) {
          return absent(says(texts.notTranslated), says(texts.notTranslatedNext), {
            call: 'lambda:Invoke',
            field: 'body.output_text',
            expected: 'Good morning',
            found: ran.payload.slice(0, 200),
          });
        }
        return expectAll(
          value('lambda:Invoke', 'statusCode', statusCode).is(200, (found) => ({
            message: says(texts.statusWrong, { found }),
            next: says(texts.shapeNext),
          })),
          value('lambda:Invoke', 'body.output_text', outputText).isTrue(
            outputText !== undefined && outputText.trim() !== '' && !isJapanese(outputText),
            'Good morning',
            (found) => ({ message: says(texts.notEnglish, { found }), next: says(texts.shapeNext) }),
          ),
        );
      },
      async apply(doing) {
        await deployCode(doing, await doing.solution());
      },
    },
    {
      id: 'tested',
      kind: 'milestone',
      title: texts.testedTitle,
      hints: [texts.testedHint1, texts.testedAnswer],
      needs: ['code-translates'],
      async check(look) {
        const fn = await readFunction(look);
        return fn ? runsSinceDeploy(fn, look) : missingFunction(look);
      },
      async apply(doing) {
        await run(doing, proxyEvent('おはよう'));
      },
    },
  ],
});

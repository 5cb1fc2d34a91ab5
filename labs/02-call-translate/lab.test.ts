import { texts as diagnoses } from '#labs/kit/diagnose.texts.ts';
import { texts as functionTexts } from '#labs/kit/function.texts.ts';
import { deploy, putRolePolicy } from '../../tests/labs/arrange.ts';
import { proveLab } from '../../tests/labs/prove-lab.ts';
import { texts } from './lab.texts.ts';
import { lab } from './lab.ts';

const answer = (code: string) => `export const handler = async () => (${code});`;

proveLab(lab, [
  {
    step: 'role-may-translate',
    name: 'another action of Translate is allowed',
    arrange: (world) =>
      putRolePolicy(world, 'translate', { Action: 'translate:ListLanguages', Resource: '*' }),
    says: functionTexts.notAllowed,
  },
  {
    step: 'role-may-translate',
    name: 'allowed, and denied again elsewhere',
    async arrange(world) {
      await putRolePolicy(world, 'translate', { Action: 'translate:*', Resource: '*' });
      await putRolePolicy(world, 'no', { Effect: 'Deny', Action: 'translate:*', Resource: '*' });
    },
    says: functionTexts.notAllowed,
  },
  {
    step: 'code-translates',
    name: 'the new code was saved and not deployed',
    arrange: async () => {},
    says: texts.notTranslated,
  },
  {
    step: 'code-translates',
    name: 'the text comes back as it was',
    arrange: (world) =>
      deploy(world, answer(`{ statusCode: 200, body: JSON.stringify({ output_text: 'おはよう' }) }`)),
    says: texts.notEnglish,
  },
  {
    step: 'code-translates',
    name: 'no statusCode',
    arrange: (world) => deploy(world, answer(`{ body: JSON.stringify({ output_text: 'Good morning' }) }`)),
    says: texts.statusWrong,
  },
  {
    step: 'code-translates',
    name: 'a module that is not there',
    arrange: (world) => deploy(world, `import x from 'axios'; ${answer('x')}`),
    says: diagnoses.importError,
  },
  {
    step: 'code-translates',
    name: 'the handler has another name',
    arrange: (world) => deploy(world, 'export const main = async () => ({});'),
    says: diagnoses.handler,
  },
  {
    step: 'code-translates',
    name: 'the language code jp',
    arrange: (world) =>
      deploy(
        world,
        `import { TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';
         export const handler = () => new TranslateClient().send(new TranslateTextCommand({ Text: 'おはよう', SourceLanguageCode: 'jp', TargetLanguageCode: 'en' }));`,
      ),
    says: diagnoses.languagePair,
  },
  {
    step: 'code-translates',
    name: 'cut off by its timeout',
    async arrange(world) {
      await deploy(world, 'export const handler = () => new Promise((done) => setTimeout(done, 5000));', {
        Timeout: 1,
      });
    },
    says: diagnoses.timeout,
  },
  {
    step: 'code-translates',
    name: 'a bracket is missing',
    arrange: (world) => deploy(world, 'export const handler = async () => ({;'),
    says: diagnoses.syntax,
  },
  {
    step: 'code-translates',
    name: 'Translate throttles the function: an outage, and no mistake',
    outcome: 'unknown',
    arrange: (world) =>
      deploy(
        world,
        `export const handler = async () => { throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' }); };`,
      ),
    says: diagnoses.outage,
  },
  { step: 'tested', name: 'deployed and never run', arrange: async () => {}, says: functionTexts.notRun },
  {
    step: 'tested',
    name: 'run before the last change, and not since',
    after: 'whole lab',
    async arrange(world) {
      await deploy(world, answer(`{ statusCode: 200, body: JSON.stringify({ output_text: 'Hello' }) }`));
    },
    says: functionTexts.notRun,
  },
]);

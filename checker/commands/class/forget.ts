import { ask } from '#checker/cli/ask.ts';
import type { Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { whileNobodyLooks } from '#checker/grading/class-lock.ts';
import { filesAbout, forgetLearner } from '#checker/grading/forget-learner.ts';
import { hasAccount, type Learner } from '#checker/grading/learner.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { chooseLearner } from './choose-learner.ts';
import { texts } from './forget.texts.ts';
import type { Work } from './verbs.ts';

/** Removes a learner from everything the class keeps, after the id was typed; what cannot be reached is told. */
export const forget: Work = async ([who = ''], args, cli) => {
  const file = chooseClass(args.value('class'), cli);
  const learner = chooseLearner(file, who);
  const { id, name } = learner;
  const files = filesAbout(cli.home, file, learner);
  cli.note(cli.say(texts.goes, { name, id }));
  for (const one of files) cli.note(`  ${one}`);
  if (!args.flag('yes')) await confirm(id, cli);
  const done = whileNobodyLooks(cli.home, file.name, () => forgetLearner(cli.home, file, learner));
  if (!done) {
    cli.note(cli.say(texts.looking, { id }));
    return exitCodes.no;
  }
  if (cli.json) {
    const { files, left } = done;
    const document = { schema: 'handson.class-forget/1', class: file.name, learner: id, files, left };
    cli.print(JSON.stringify(document));
  }
  if (done.left.length > 0) {
    cli.note(cli.say(texts.left, { files: done.left.join(', '), id }));
    return exitCodes.no;
  }
  if (!cli.json) cli.print(cli.say(texts.done, { name, files: done.files.length }));
  for (const line of elsewhere(learner, done.files, cli)) cli.note(line);
  return exitCodes.yes;
};

async function confirm(id: string, cli: Cli): Promise<void> {
  if ((await ask(cli.say(texts.type, { id }), cli)) === id) return;
  const text = cli.interactive ? texts.notTyped : texts.needsYes;
  throw new Told(exitCodes.usage, (locale) => fill(text, locale));
}

/** What no command can reach. */
function elsewhere(learner: Learner, files: readonly string[], cli: Cli): string[] {
  return [
    cli.say(texts.elsewhere),
    ...(files.some((one) => !one.startsWith('roles')) ? [cli.say(texts.again)] : []),
    ...(hasAccount(learner) ? [cli.say(texts.role, { role: learner.role })] : []),
  ];
}

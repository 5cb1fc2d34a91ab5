import { expect, test } from 'vitest';
import { parse } from '#checker/cli/parse.ts';
import { verbs } from '#checker/commands/class/verbs.ts';
import { labs } from '#labs/all.ts';
import { locales } from '#labs/kit/text.ts';
import { pages } from './lessons.ts';

/** Lines of a code block that call the command: what a reader copies. */
const copied = pages.flatMap(({ file, locale, text }) =>
  [...text.matchAll(/^ *npx handson ([a-z].*)$/gm)].map(([, line = '']) => ({ file, locale, line })),
);

test('there are commands in the lessons of every language', () => {
  for (const locale of locales)
    expect(copied.filter((one) => one.locale === locale).length, locale).toBeGreaterThan(20);
});

test.each(copied)('$file: handson $line is taken by the command line', async ({ line }) => {
  const words = (line.split(' | ')[0] ?? '').match(/"[^"]*"|\S+/g) ?? [];
  const argv = words.map((word) => word.replaceAll('"', ''));
  const { args } = parse(argv);
  const [name, first = ''] = argv;
  if (name === 'class') expect(verbs.map((verb) => verb.name)).toContain(first);
  if (name !== 'apply') return;
  const lab = await labs.find(({ id }) => id === first)?.load();
  const step = args.value('step');
  expect(lab?.id).toBe(first);
  if (step !== undefined) expect(lab?.steps.map(({ id }) => id)).toContain(step);
});

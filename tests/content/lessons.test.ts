import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { consoleLabels } from '#content/console-labels.ts';
import { figures } from '#content/figures/all.ts';
import { labs } from '#labs/all.ts';
import type { Text } from '#labs/kit/text.ts';
import { pages as order } from '#site/sidebar.ts';
import { cliSteps } from './cli-files.ts';
import { english, type Page, type Part, pages, projectRoot, wordsOf } from './lessons.ts';

const loaded = await Promise.all(labs.map(async (one) => ({ ...one, lab: await one.load() })));
const lessons = pages.filter(({ slug }) => /^(\d-|set-up$)/.test(slug));
const labLessons = pages.filter(({ frontmatter, slug }) => frontmatter.lab && slug !== 'set-up');
const named = (page: Page, name: string) => page.parts.filter((part) => part.name === name);

test('every page of the sidebar is written in English', () => {
  expect(english.map(({ slug }) => slug).sort()).toEqual([...order].sort());
});

test('every lab has its lesson', () => {
  const taught = english.flatMap(({ frontmatter }) => frontmatter.lab ?? []).sort();
  expect(taught).toEqual(loaded.map(({ id }) => id).sort());
});

describe.each(english)('$file', (page) => {
  test('is read in the minutes it says, and in no more than fifteen', () => {
    const minutes = Number(page.frontmatter.minutes);
    expect(minutes).toBeLessThanOrEqual(15);
    expect(wordsOf(page) / 130).toBeLessThanOrEqual(minutes);
  });

  test('says the date of what it says in US dollars', () => {
    if (/US dollar/.test(page.body)) expect(page.body).toMatch(/November 2026/);
  });
});

describe.each(pages)('$file', (page) => {
  test('shows only labels, figures, messages, steps and files that exist', async () => {
    const missing = await Promise.all(page.parts.map(missingIn));
    expect(missing.flat()).toEqual([]);
  });

  test('leads to no page that is not there', () => {
    const links = [...page.body.matchAll(/\]\(\/([^)#]*)/g)].map(([, to = '']) => to.replace(/\/$/, ''));
    // A page that is not translated yet is shown in English under the address of its language.
    const there = new Set(
      english.flatMap(({ slug }) => [slug, ...['ja', 'vi'].map((locale) => `${locale}/${slug}`)]),
    );
    expect(links.filter((link) => !there.has(link) && !['ja', 'vi', ''].includes(link))).toEqual([]);
  });

  test('has every command on a line of its own, as PowerShell wants it', () => {
    const blocks = [...page.body.matchAll(/```(?:sh|powershell)\n([\s\S]*?)```/g)].map(([, code]) => code);
    expect(blocks.filter((code) => code?.includes('&&'))).toEqual([]);
  });

  test('lets the checker do only steps that are there', () => {
    const told = [...page.body.matchAll(/handson apply (\S+)(?: --step (\S+))?/g)];
    const unknown = told.filter(([, id, step]) => {
      const found = loaded.find(({ lab }) => lab.id === id)?.lab;
      return !found || (step !== undefined && !found.steps.some((one) => one.id === step));
    });
    expect(unknown.map(([command]) => command)).toEqual([]);
  });
});

describe.each(lessons)('the lesson $file', (page) => {
  test('ends with a quiz of three to six questions, each with its answer explained', () => {
    expect(page.quiz.length).toBeGreaterThanOrEqual(3);
    expect(page.quiz.length).toBeLessThanOrEqual(6);
    for (const { q, options, answer, why } of page.quiz) {
      expect(options[answer], q).toBeDefined();
      expect(new Set(options).size, q).toBe(options.length);
      expect(why.length, q).toBeGreaterThan(20);
    }
  });

  test('lets the reader predict, and sums up', () => {
    if (page.slug !== 'set-up') expect(named(page, 'Predict').length).toBeGreaterThanOrEqual(1);
    if (page.locale === 'en') expect(page.body).toContain('\n## Recap\n');
  });
});

describe.each(labLessons)('the lab lesson $file', (page) => {
  const found = loaded.find(({ id }) => id === page.frontmatter.lab);

  test('shows what will be built, the panel, and what goes wrong in the words of the checks', () => {
    expect(named(page, 'Architecture')).toHaveLength(1);
    expect(named(page, 'LabPanel').map(({ props }) => props.lab)).toEqual([found?.id]);
    const said = [...named(page, 'Message'), ...named(page, 'KitMessage')];
    expect(said.length).toBeGreaterThanOrEqual(5);
  });

  test('has every step of the lab in three ways, with the names before', () => {
    const steps = found?.lab.steps.map(({ id }) => id) ?? [];
    expect(named(page, 'CliSteps').map(({ props }) => props.step)).toEqual(['names', ...steps]);
    const tabs = page.body.split('<Tabs syncKey="way">').slice(1);
    expect(tabs).toHaveLength(steps.length + 1);
    for (const tab of tabs) expect(tab.split('</Tabs>')[0]?.match(/<TabItem /g)).toHaveLength(3);
    for (const step of steps) expect(page.body).toContain(`handson apply ${found?.id} --step ${step}`);
  });

  test('asks for a prediction, shows the code there is, and says what to see', () => {
    expect(named(page, 'Predict').length).toBeGreaterThanOrEqual(3);
    const hasCode = existsSync(path.join(projectRoot, 'labs', found?.folder ?? '', 'solution'));
    expect(named(page, 'SolutionCode').length > 0).toBe(hasCode);
    if (page.locale !== 'en') return;
    expect(page.body.includes('**You should see**')).toBe(true);
    expect(page.body.includes('Does your screen look different?')).toBe(true);
  });
});

describe.each(pages.filter(({ locale }) => locale !== 'en'))('the translation $file', (page) => {
  const original = english.find(({ slug }) => slug === page.slug);
  const blocks = (one: Page | undefined) =>
    one?.parts.filter(({ name }) =>
      ['CliSteps', 'SolutionCode', 'LabPanel', 'Figure', 'Architecture', 'Labs', 'Progress'].includes(name),
    );

  test('shows the same code, figures and panels as the English, in the same order', () => {
    expect(blocks(page)).toEqual(blocks(original));
  });

  test('asks the same quiz, with the same right answers', () => {
    const shape = (one: Page | undefined) =>
      one?.quiz.map(({ options, answer }) => ({ options: options.length, answer }));
    expect(shape(page)).toEqual(shape(original));
  });
});

async function missingIn({ name, props, values }: Part): Promise<string[]> {
  const is = (there: unknown) => (there ? [] : [`${name} ${JSON.stringify(props)}`]);
  const { lab = '', step = '', text = '', catalogue = '', label = '', part = '' } = props;
  /** A reader meets a sentence as the check says it: with every gap filled. */
  const saidWhole = (texts: Record<string, Text>) =>
    is(
      texts[text] && [...texts[text].en.matchAll(/\{(\w+)\}/g)].every(([, gap = '']) => values.includes(gap)),
    );
  if (name === 'Ui') return is(consoleLabels[label]);
  if (name === 'Figure') return is(figures[props.name ?? '']);
  if (name === 'CliSteps') return is(cliSteps(lab)?.get(step)?.trim());
  if (name === 'LabPanel') return is(loaded.some(({ id }) => id === lab));
  if (name === 'Message') return saidWhole(await textsOf(`labs/${lab}/lab.texts.ts`));
  if (name === 'KitMessage') return saidWhole(await textsOf(`labs/kit/${catalogue}.texts.ts`));
  if (name === 'SolutionCode') return is(existsSync(path.join(projectRoot, 'labs', lab, part || 'solution')));
  return [];
}

async function textsOf(file: string): Promise<Record<string, Text>> {
  const full = path.join(projectRoot, file);
  if (!existsSync(full)) return {};
  return ((await import(full)) as { texts: Record<string, Text> }).texts;
}

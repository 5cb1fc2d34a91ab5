import { expect, test } from 'vitest';
import { locales } from '#labs/kit/text.ts';
import { texts } from './heat-map.texts.ts';
import { heatMap, signKey, stepKey } from './heat-map.ts';
import { allLabs, hardNames, sampleClass, sampleLearner, sampleMarks } from './sample-class.fixture.ts';
import { signs } from './step-sign.ts';

const steps = allLabs.flatMap((lab) => lab.steps);
const rowsOf = (markup: string) => markup.split('<tbody>')[1]?.match(/<tr[^>]*>.*?<\/tr>/gs) ?? [];
const draw = (size: number, options = {}) =>
  [...heatMap(sampleClass(size), { labs: allLabs, locale: 'en', ...options })].join('');

test('there is a row for each learner and a cell for each step of every lab, and the points', () => {
  const rows = rowsOf(draw(9));
  expect(rows).toHaveLength(9);
  for (const row of rows) expect(row.match(/<td/g)).toHaveLength(steps.length + 1);
});

test('no name gets into the markup, whatever it holds', () => {
  const markup = draw(hardNames.length);
  expect(markup).not.toContain('<img');
  expect(markup).not.toContain('\u0007');
  expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(markup).toContain('<bdi>a|b @team &lt;b&gt;c&lt;/b&gt;</bdi>');
  const link = draw(1, { pageOf: () => 'x"><script>', rowId: () => '"><b>', nameOf: () => '<i>' });
  expect(link).toContain('href="x&quot;&gt;&lt;script&gt;"');
  expect(link).toContain('id="&quot;&gt;&lt;b&gt;"');
  expect(link).toContain('<bdi>&lt;i&gt;</bdi>');
});

test.each(locales)('every cell says in words how the step stands, in %s', (locale) => {
  const markup = [...heatMap(sampleClass(9), { labs: allLabs, locale })].join('');
  for (const [, sign, inside] of markup.matchAll(/<td class="s-([a-z-]+)[^>]*>(.*?)<\/td>/g))
    expect(inside).toBe(
      `${signs[sign as keyof typeof signs]}<i> ${texts[sign as keyof typeof texts][locale]}</i>`,
    );
});

test('incomplete is another thing than zero, and is no number', () => {
  const [unreadable = '', empty = ''] = rowsOf(
    [
      ...heatMap([sampleMarks(sampleLearner(0), 'unreadable'), sampleMarks(sampleLearner(1), 'empty')], {
        labs: allLabs,
        locale: 'en',
      }),
    ].join(''),
  );
  expect(unreadable).not.toContain('s-not-yet');
  expect(unreadable).toContain('s-unknown');
  expect(unreadable).toContain('unreadable (access denied)');
  expect(unreadable).toMatch(/<td>–<small>\d+ incomplete<\/small><\/td>/);
  expect(empty).toMatch(/<td>0 of \d+<small>/);
  expect(empty).toContain('s-not-yet');
});

test('the keys name every sign and every step', () => {
  const key = signKey('vi').markup;
  for (const sign of Object.keys(signs)) expect(key).toContain(`class="s-${sign}"`);
  expect(stepKey(allLabs, 'ja').markup.match(/<b>\d\.\d<\/b>/g)).toHaveLength(steps.length);
});

test('rows come one by one, so that a class of any size is never held at once', () => {
  let asked = 0;
  function* forever() {
    for (;;) {
      asked++;
      yield sampleMarks(sampleLearner(asked), 'empty');
    }
  }
  const map = heatMap(forever(), { labs: allLabs, locale: 'en' });
  for (let at = 0; at < 4; at++) map.next();
  expect(asked).toBe(3);
});

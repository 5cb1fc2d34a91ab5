import type { Lab } from '#labs/kit/lab.ts';
import { type Locale, sayIn } from '#labs/kit/text.ts';
import type { Marks, StepMark } from '../marks.ts';
import { texts as causes } from './cause.texts.ts';
import { hasCredit } from './class-tally.ts';
import { texts as words } from './heat-map.texts.ts';
import { stepNumber } from './heat-map.ts';
import type { Labels } from './labels.ts';
import { signOf } from './step-sign.ts';

export interface JunitExport {
  className: string;
  run: { id: number; began: number; version: string };
  labs: readonly Lab[];
  locale: Locale;
  labels: Labels;
}

/**
 * JUnit XML, a suite for each learner and lab. What nobody could see is an `error`, so that a build is never green by an
 * outage; what waits for an earlier step, is optional or exempt is `skipped`.
 */
export function* junitXml(rows: Iterable<Marks>, junit: JunitExport): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  let id = 0;
  for (const marks of rows) {
    if (marks.state === 'withdrawn') continue;
    for (const lab of junit.labs) yield suiteOf(marks, lab, id++, junit);
  }
  yield '</testsuites>\n';
}

type Verdict = { is: 'pass' } | { is: 'failure' | 'error' | 'skipped'; type: string; message: string };

function suiteOf(marks: Marks, lab: Lab, id: number, junit: JunitExport): string {
  const { className, run, labels } = junit;
  const who = labels.nameOf(marks.learner);
  const cases = lab.steps.map((step, at) => {
    const mark = marks.steps.find((one) => one.lab === lab.id && one.step === step.id);
    return {
      name: `${stepNumber(lab, at)} ${step.title[junit.locale]}`,
      verdict: verdictOf(mark, marks, junit),
    };
  });
  const count = (is: Verdict['is']) => cases.filter(({ verdict }) => verdict.is === is).length;
  const place = `${className}.${lab.id}`;
  const facts = {
    package: place,
    id,
    name: `${who} (${labels.accountOf(marks.learner)}${prefixOf(marks)}) ${lab.id}`,
    timestamp: new Date(marks.at ?? run.began).toISOString().slice(0, 19),
    hostname: 'localhost',
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: 0,
  };
  const properties = { run: run.id, version: run.version, state: marks.state };
  return `<testsuite${attributes(facts)}>
<properties>${Object.entries(properties)
    .map(([name, value]) => `<property${attributes({ name, value })}/>`)
    .join('')}</properties>
${cases.map(({ name, verdict }) => caseOf(name, place, verdict)).join('')}<system-out></system-out>
<system-err></system-err>
</testsuite>
`;

  function prefixOf({ learner }: Marks): string {
    return learner.prefix ? labels.redact(` ${learner.prefix}`, learner) : '';
  }
}

function caseOf(name: string, classname: string, verdict: Verdict): string {
  const head = attributes({ name, classname, time: 0 });
  if (verdict.is === 'pass') return `<testcase${head}/>\n`;
  const { is, type, message } = verdict;
  const told = is === 'skipped' ? { message } : { message, type };
  return `<testcase${head}><${is}${attributes(told)}>${is === 'skipped' ? '' : xmlText(message)}</${is}></testcase>\n`;
}

function verdictOf(mark: StepMark | undefined, marks: Marks, { locale, labels }: JunitExport): Verdict {
  const word = words[signOf(mark)][locale];
  if (!mark) return { is: 'error', type: 'not-looked-at', message: word };
  const { credit, result, optional, points, of } = mark;
  const sentences = [...(result?.messages ?? []), ...(result?.next ? [result.next] : [])];
  const said = sentences.map((one) => labels.redact(sayIn(one, locale), marks.learner)).join('\n');
  const why = result?.cause ? causes[result.cause][locale] : '';
  const message = said || why || word;
  if (credit === 'exempt') return { is: 'skipped', type: 'exempt', message: word };
  if (credit === 'set' && (points ?? 0) < of)
    return { is: 'failure', type: 'set', message: `${word}: ${points} / ${of}` };
  if (hasCredit(mark) && points !== null) return { is: 'pass' };
  if (optional && of === 0) return { is: 'skipped', type: 'optional', message };
  if (credit === 'not-yet') return { is: 'failure', type: result?.cause ?? 'fail', message };
  if (result?.outcome === 'blocked') return { is: 'skipped', type: 'blocked', message };
  return { is: 'error', type: result?.cause ?? (hasCredit(mark) ? 'claimed' : 'not-seen'), message };
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value)).replace(/\s+/g, ' ').trim()}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 cannot hold at all is shown as a replacement character: no parser would take it. */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (one) => entities[one] ?? one);
}

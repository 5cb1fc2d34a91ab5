import { expect, test } from 'vitest';
import { mostRosterBytes, readRoster } from './roster.ts';

const read = (text: string) => readRoster(new TextEncoder().encode(text), { region: 'ap-northeast-1' });
const faults = (text: string) => {
  const found = read(text);
  return 'problems' in found ? found.problems.map(({ line, fault }) => `${line} ${fault}`) : [];
};

test('reads what spreadsheets save: a mark before the text, CRLF, quotes, names in Japanese and Vietnamese', () => {
  const text =
    '\uFEFFName,Account,Region,Prefix,Language\r\n' +
    '"山田, 花子",111122223333,,,ja\r\n' +
    '\r\n' +
    '"Nguyễn Thị ""Hoa""",222233334444,ap-southeast-1,hoa-,vi\r\n';
  expect(read(text)).toEqual({
    lines: [
      {
        line: 2,
        name: '山田, 花子',
        account: '111122223333',
        region: 'ap-northeast-1',
        prefix: '',
        language: 'ja',
      },
      {
        line: 4,
        name: 'Nguyễn Thị "Hoa"',
        account: '222233334444',
        region: 'ap-southeast-1',
        prefix: 'hoa-',
        language: 'vi',
      },
    ],
  });
});

test('a name that was typed with combining marks is the same name', () => {
  const found = read(`name,account\n${'Nguyễn'.normalize('NFD')},111122223333`);
  expect('lines' in found && found.lines[0]?.name).toBe('Nguyễn'.normalize('NFC'));
});

test('every fault is told with its line, all at once', () => {
  expect(
    faults(
      [
        'name,account,role,region,prefix,language',
        'Ann,111122223333,,,,',
        'Bob,11112222333,,,,',
        '"Two',
        'lines",111122223333,,,,',
        'Cid,222233334444,arn:aws:iam::222233334444:user/x,,,',
        'Dan,333344445555,arn:aws:iam::222233334444:role/x,tokyo,UP,fr',
        'Eve,444455556666',
        ',555566667777,,,,',
        'Flo,111122223333,,,,',
      ].join('\n'),
    ),
  ).toEqual([
    '3 account',
    '4 name',
    '6 role',
    '7 role-account',
    '7 region',
    '7 prefix',
    '7 language',
    '8 columns',
    '9 name',
    '10 repeated',
  ]);
});

test('learners of one account are told apart by their prefix', () => {
  expect(faults('name,account,prefix\nAnn,111122223333,ann-\nBob,111122223333,bob-')).toEqual([]);
});

test('a role is given to one learner', () => {
  const role = 'arn:aws:iam::111122223333:role/x';
  expect(faults(`name,account,prefix,role\nA,111122223333,a-,${role}\nB,111122223333,b-,${role}`)).toEqual([
    '3 repeated-role',
  ]);
});

test.each([
  ['', '1 empty'],
  ['name,account', '1 empty'],
  ['name\nAnn', '1 missing-column'],
  ['name,account,password\nAnn,111122223333,x', '1 unknown-column'],
  ['name,account,name\nAnn,111122223333,x', '1 repeated-column'],
  ['name,account\n"Ann,111122223333', '2 open-quote'],
  ['name,account\n"Ann"x,111122223333', '2 stray-quote'],
])('%j is refused', (text, told) => {
  expect(faults(text)).toEqual([told]);
});

test('what is not UTF-8, or more than 10 MB, is refused', () => {
  expect(readRoster(Uint8Array.of(0x8e, 0x52), { region: 'x' })).toMatchObject({
    problems: [{ fault: 'not-utf8' }],
  });
  const large = new Uint8Array(mostRosterBytes + 1);
  expect(readRoster(large, { region: 'x' })).toMatchObject({ problems: [{ fault: 'too-large' }] });
});

test('nearly 10 MB is read in a moment', () => {
  const line = (at: number) => `"学習者 ${at}",${String(100000000000 + at)}\n`;
  const text = `name,account\n${Array.from({ length: 300_000 }, (_, at) => line(at)).join('')}`;
  const began = process.cpuUsage();
  const found = read(text);
  expect('lines' in found && found.lines.length).toBe(300_000);
  // Of the processor, which others may be using too.
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
});

test('who has no account stands there as `sandbox`, and is known by the e-mail address', () => {
  const found = read('name,account,email\nAnn,sandbox,Ann@Example.com\nBob,SANDBOX,bob@example.com');
  expect(found).toMatchObject({
    lines: [
      { name: 'Ann', account: 'sandbox', email: 'Ann@Example.com' },
      { name: 'Bob', account: 'sandbox', email: 'bob@example.com' },
    ],
  });
});

test('what is wrong with a line of somebody without an account is told with that line', () => {
  expect(
    faults(
      [
        'name,account,email,role',
        'Ann,sandbox,ann@example.com,',
        'Bob,sandbox,,',
        'Cid,sandbox,cid,',
        'Dan,sandbox,dan@example.com,arn:aws:iam::222233334444:role/x',
        'Eve,sandbox,ANN@example.com,',
        'Flo,sandboxes,flo@example.com,',
      ].join('\n'),
    ),
  ).toEqual(['3 email', '4 email', '5 role-without-account', '6 repeated', '7 account']);
});

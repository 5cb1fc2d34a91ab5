import { describe, expect, test } from 'vitest';
import { texts } from '#checker/commands/class/class.texts.ts';
import { graderPolicy } from '#checker/policy/grader-policy.ts';
import { courseNames } from '#labs/kit/names.ts';
import { type Locale, locales } from '#labs/kit/text.ts';

/** What a learner must have been told before the role may do it: a word of the consent, in each language. */
const told: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'apigateway:GET': { en: 'your REST APIs', ja: 'REST API', vi: 'các REST API' },
  'application-autoscaling:DescribeScalableTargets': {
    en: 'the rows of your course table',
    ja: '講座のテーブル',
    vi: 'bảng của khoá học',
  },
  'budgets:ViewBudget': { en: 'your budgets', ja: '予算', vi: 'các budget' },
  'dynamodb:DescribeTable': {
    en: 'the rows of your course table',
    ja: '講座のテーブル',
    vi: 'bảng của khoá học',
  },
  'dynamodb:ListTables': {
    en: 'the names of tables',
    ja: 'テーブルとロググループの名前',
    vi: 'tên các bảng',
  },
  'dynamodb:Scan': { en: 'with the texts you translated', ja: '翻訳した文章', vi: 'văn bản bạn đã dịch' },
  'iam:ListAttachedRolePolicies': {
    en: 'which policies your roles have',
    ja: '各ロールに付いたポリシー',
    vi: 'policy gắn với các role',
  },
  'iam:SimulatePrincipalPolicy': { en: 'what they allow', ja: 'その許可内容', vi: 'những gì chúng cho phép' },
  'lambda:GetAccountSettings': { en: 'Lambda limits', ja: 'Lambda の上限', vi: 'giới hạn Lambda' },
  'lambda:GetFunctionConfiguration': { en: 'environment variables', ja: '環境変数', vi: 'biến môi trường' },
  'lambda:GetPolicy': { en: 'who may call your course function', ja: '呼び出し許可', vi: 'ai được gọi hàm' },
  'lambda:ListFunctions': {
    en: 'the functions in this account',
    ja: 'このアカウントの関数',
    vi: 'các hàm trong tài khoản này',
  },
  'logs:DescribeLogGroups': { en: 'log groups', ja: 'ロググループ', vi: 'log group' },
  'logs:FilterLogEvents': { en: 'and its log', ja: 'とログ', vi: 'log của hàm' },
};

const statements = graderPolicy({
  account: '111122223333',
  region: 'ap-northeast-1',
  names: courseNames(''),
});

describe.each(locales)('the consent in %s', (locale) => {
  test.each([...new Set(statements.flatMap(({ Action }) => Action))])('tells of %s', (action) => {
    const word = told[action]?.[locale];
    expect(word, `nothing tells a learner of ${action}`).toBeDefined();
    expect(texts.consent[locale]).toContain(word);
  });

  test('tells that every region is looked into', () => {
    expect(JSON.stringify(statements)).toContain('arn:aws:lambda:*:');
    const everywhere = { en: 'In every region', ja: 'すべてのリージョン', vi: 'Ở mọi region' };
    expect(texts.consent[locale]).toContain(everywhere[locale]);
  });
});

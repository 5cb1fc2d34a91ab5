import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  which: {
    en: 'there is no policy for "{who}". There is one for: {kinds}',
    ja: '「{who}」用のポリシーはありません。あるのは {kinds} です',
    vi: 'không có policy cho "{who}". Có policy cho: {kinds}',
  },
  noPart: {
    en: 'this policy has {parts} parts; there is no part {part}',
    ja: 'このポリシーは全部で {parts} 個です。{part} 番目はありません',
    vi: 'policy này có {parts} phần; không có phần {part}',
  },
  part: {
    en: '{name}: {characters} of 6144 characters',
    ja: '{name}: 6144 文字中 {characters} 文字',
    vi: '{name}: {characters}/6144 ký tự',
  },
  split: {
    en: 'IAM holds 6144 characters in one policy, so these are {parts}. One at a time: --part 1',
    ja: 'IAM のポリシー 1 つは 6144 文字までなので、{parts} つに分けてあります。1 つずつ出すには: --part 1',
    vi: 'Một policy của IAM chứa tối đa 6144 ký tự, nên đây là {parts} policy. In từng phần: --part 1',
  },
  trust: {
    en: 'the role’s trust policy (fill in INSTRUCTOR-ACCOUNT and EXTERNAL-ID, which the instructor gives): handson policy grader --trust',
    ja: 'ロールの信頼ポリシー（INSTRUCTOR-ACCOUNT と EXTERNAL-ID には講師から渡された値を入れます）: handson policy grader --trust',
    vi: 'trust policy của role (điền INSTRUCTOR-ACCOUNT và EXTERNAL-ID do giảng viên cấp): handson policy grader --trust',
  },
  onlyGrader: {
    en: '--trust goes with grader only',
    ja: '--trust は grader だけに使えます',
    vi: '--trust chỉ dùng với grader',
  },
  nothingToClean: {
    en: 'Nothing that clean would delete stands here, so this policy deletes nothing. Print it again after the labs.',
    ja: 'clean が削除する対象がまだないため、このポリシーでは何も削除できません。ラボのあとでもう一度出力してください。',
    vi: 'Ở đây chưa có gì để clean xoá, nên policy này không cho xoá gì. Hãy in lại sau khi làm lab.',
  },
  ownAccount: {
    en: 'For an account of your own: whoever may put policies on a role that Lambda runs as can do anything there.',
    ja: '自分専用のアカウント向けです。Lambda が使うロールにポリシーを付けられる人は、そのアカウントで何でもできます。',
    vi: 'Dành cho tài khoản riêng của bạn: ai được gắn policy vào role mà Lambda dùng thì làm được mọi việc trong tài khoản đó.',
  },
});

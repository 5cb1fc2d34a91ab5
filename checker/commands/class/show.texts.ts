import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  head: {
    en: 'Class {name} (learners: {learners}); account {instructor} looks; {region}',
    ja: 'クラス {name}: 受講者 {learners} 人。確認に使うアカウント {instructor}、{region}',
    vi: 'Lớp {name}: {learners} học viên; tài khoản {instructor} xem bài; {region}',
  },
  safe: { en: 'safe', ja: '安全', vi: 'an toàn' },
  unsafe: {
    en: 'UNSAFE role, not used',
    ja: '危険なロール（使いません）',
    vi: 'role KHÔNG AN TOÀN, không dùng',
  },
  closed: { en: 'role does not open', ja: 'ロールを引き受けられない', vi: 'role không mở được' },
  unclear: { en: 'role unclear', ja: 'ロールは不明', vi: 'role chưa rõ' },
  unverified: { en: 'role not verified yet', ja: 'ロールは未確認', vi: 'role chưa kiểm tra' },
  'no-account': {
    en: 'no account, hands in a file',
    ja: 'アカウントなし（ファイルで提出）',
    vi: 'không có tài khoản, nộp tệp',
  },
  withdrawn: { en: 'has withdrawn', ja: 'クラスを離れた', vi: 'đã rời lớp' },
  decided: { en: 'decisions: {decided}', ja: '決定 {decided} 件', vi: '{decided} quyết định' },
  email: { en: 'e-mail', ja: 'メール', vi: 'e-mail' },
  account: { en: 'account', ja: 'アカウント', vi: 'tài khoản' },
  role: { en: 'role', ja: 'ロール', vi: 'role' },
  access: { en: 'access', ja: '確認結果', vi: 'truy cập' },
  language: { en: 'language', ja: '言語', vi: 'ngôn ngữ' },
  history: { en: 'History (UTC)', ja: '履歴（UTC）', vi: 'Lịch sử (UTC)' },
});

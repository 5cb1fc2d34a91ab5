import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  unsafe: {
    en: 'The role in this account opens without its external id, so it is not used.',
    ja: 'このアカウントのロールは外部 ID なしでも引き受けられるため、使いません。',
    vi: 'Role trong tài khoản này mở được mà không cần external ID, nên không được dùng.',
  },
  unsafeNext: {
    en: 'Delete the role and make it again as the instructor’s letter says. Then the instructor tries it: handson class verify {id} (the letter again: handson class letter {id})',
    ja: 'ロールを削除し、講師から届いた手順のとおりに作り直してください。その後、講師が handson class verify {id} で確かめます（手順の再表示: handson class letter {id}）。',
    vi: 'Hãy xoá role rồi tạo lại theo thư hướng dẫn của giảng viên. Sau đó giảng viên thử lại: handson class verify {id} (in lại thư: handson class letter {id})',
  },
  closed: {
    en: 'The role that lets the instructor look into this account does not open: it is not there, or it trusts another account or external id.',
    ja: '講師がこのアカウントを見るためのロールを引き受けられません。ロールがないか、別のアカウントまたは外部 ID を信頼しています。',
    vi: 'Role để giảng viên xem tài khoản này không mở được: chưa có role, hoặc role tin cậy một tài khoản hay external ID khác.',
  },
  closedNext: {
    en: 'Make the role, once, as the instructor’s letter says. Then the instructor tries it: handson class verify {id} (the letter again: handson class letter {id})',
    ja: '講師から届いた手順のとおりに、ロールを 1 回作成してください。その後、講師が handson class verify {id} で確かめます（手順の再表示: handson class letter {id}）。',
    vi: 'Hãy tạo role một lần theo thư hướng dẫn của giảng viên. Sau đó giảng viên thử lại: handson class verify {id} (in lại thư: handson class letter {id})',
  },
  deniedNext: {
    en: 'The role for the instructor lacks this permission: delete it and make it again as the instructor’s letter says (printed by: handson class letter {id}). Then: handson grade --learner {id}',
    ja: '講師用のロールにこの権限がありません。ロールを削除し、講師から届いた手順（handson class letter {id} で表示）のとおりに作り直してください。その後、講師が handson grade --learner {id} で確かめます。',
    vi: 'Role cho giảng viên thiếu quyền này: hãy xoá rồi tạo lại theo thư hướng dẫn của giảng viên (in bằng: handson class letter {id}). Sau đó giảng viên xem lại: handson grade --learner {id}',
  },
});

import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  sameAccount: {
    en: 'that is the account they have: {id}',
    ja: '今と同じアカウントです: {id}',
    vi: 'đó chính là tài khoản hiện tại: {id}',
  },
  taken: {
    en: '{id} belongs, or belonged, to somebody else of this class',
    ja: '{id} はこのクラスの別の人が使っているか、以前使っていました',
    vi: '{id} đang hoặc từng thuộc về người khác trong lớp',
  },
  oldRole: {
    en: 'The grader role in the former account ({account}) is not needed any more; its owner may delete it.',
    ja: '前のアカウント（{account}）の採点用ロールはもう要りません。受講者が削除してかまいません。',
    vi: 'Role chấm bài trong tài khoản cũ ({account}) không còn cần nữa; chủ tài khoản có thể xoá.',
  },
  next: {
    en: 'When the new role is there: handson class verify {id}',
    ja: '新しいロールができたら: handson class verify {id}',
    vi: 'Khi đã có role mới: handson class verify {id}',
  },
});

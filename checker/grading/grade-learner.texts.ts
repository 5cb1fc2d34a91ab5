import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  unsafe: {
    en: 'The role in this account opens without its external id, so it is not used.',
    ja: 'このアカウントのロールは外部 ID なしでも引き受けられるため、使いません。',
    vi: 'Role trong tài khoản này mở được mà không cần external ID, nên không được dùng.',
  },
  unsafeNext: {
    en: 'Make the role again as printed by: handson class add. Then: handson class verify',
    ja: 'handson class add が表示した手順でロールを作り直し、handson class verify を実行してください。',
    vi: 'Tạo lại role theo hướng dẫn của handson class add, rồi chạy: handson class verify',
  },
});

import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  sandbox: {
    en: 'Looking into the sandbox',
    ja: '対象: サンドボックス',
    vi: 'Đang xem trong sandbox',
  },
  account: {
    en: 'Looking into your AWS account {account}',
    ja: '対象: 自分の AWS アカウント {account}',
    vi: 'Đang xem tài khoản AWS {account} của bạn',
  },
  prefix: { en: 'prefix {prefix}', ja: 'プレフィックス {prefix}', vi: 'tiền tố {prefix}' },
});

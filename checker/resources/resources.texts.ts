import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  roleOfFunction: {
    en: 'the function {fn} runs as this role too',
    ja: '関数 {fn} もこのロールで動いています',
    vi: 'hàm {fn} cũng chạy bằng role này',
  },
  roleOfProfile: {
    en: 'an instance profile uses this role',
    ja: 'インスタンスプロファイルがこのロールを使っています',
    vi: 'một instance profile đang dùng role này',
  },
  roleTrusted: {
    en: 'others than Lambda may assume this role',
    ja: 'Lambda 以外もこのロールを引き受けられます',
    vi: 'ngoài Lambda còn có bên khác được phép đảm nhận (assume) role này',
  },
  roleUsedIn: {
    en: 'this role was last used in {region}',
    ja: 'このロールは最後に {region} で使われています',
    vi: 'role này được dùng lần cuối ở {region}',
  },
  roleOfOtherName: {
    en: 'it does not bear the name that the console gives to a role made for {fn}; perhaps it serves others as well',
    ja: 'コンソールが {fn} のために作るロールの名前ではないため、ほかでも使われているかもしれません',
    vi: 'tên của nó không phải tên mà console đặt cho role tạo riêng cho {fn}; có thể còn nơi khác dùng',
  },
  policyAttached: {
    en: '{name} uses this policy too',
    ja: '{name} もこのポリシーを使っています',
    vi: '{name} cũng đang dùng policy này',
  },
  policyIsBoundary: {
    en: 'it limits others as a permissions boundary',
    ja: 'アクセス許可の境界として使われています',
    vi: 'nó đang được dùng làm permissions boundary',
  },
  policyOfOtherName: {
    en: 'it is attached to the function’s role, but does not bear the name of a policy made for it',
    ja: '関数のロールにアタッチされていますが、そのために作られたポリシーの名前ではありません',
    vi: 'nó gắn vào role của hàm, nhưng tên không phải của policy tạo riêng cho role đó',
  },
  planOfOther: {
    en: 'the API {api} is in this usage plan too',
    ja: 'API {api} もこの使用量プランに入っています',
    vi: 'API {api} cũng nằm trong usage plan này',
  },
  keyOfOther: {
    en: 'the usage plan {plan} has this key too',
    ja: '使用量プラン {plan} もこのキーを使っています',
    vi: 'usage plan {plan} cũng dùng API key này',
  },
});

import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  noRuntime: {
    en: 'there is no runtime "{runtime}" here: --runtime python or --runtime node',
    ja: '「{runtime}」は選べません: --runtime python または --runtime node',
    vi: 'không có runtime "{runtime}": --runtime python hoặc --runtime node',
  },
  already: { en: 'already there: {step}', ja: '済み: {step}', vi: 'đã có sẵn: {step}' },
  done: { en: 'done for you: {step}', ja: '代わりに実行: {step}', vi: 'đã làm hộ: {step}' },
  notSeen: {
    en: 'not seen to be done: {step}. Look later: handson check',
    ja: '完了をまだ確認できません: {step}。あとで確認してください: handson check',
    vi: 'chưa thấy xong: {step}. Xem lại sau: handson check',
  },
  willMake: {
    en: 'This makes or changes, in the account shown above:',
    ja: '上に表示したアカウントに、次のものを作成または変更します:',
    vi: 'Lệnh này sẽ tạo hoặc thay đổi trong tài khoản ghi ở trên:',
  },
  question: {
    en: 'Do it in account {account}? [y/N]',
    ja: 'アカウント {account} で実行しますか？ [y/N]',
    vi: 'Thực hiện trong tài khoản {account}? [y/N]',
  },
  needsYes: {
    en: 'nobody is here to be asked: add --yes to do it without asking',
    ja: 'ここでは確認の入力を受け取れません。確認なしで実行するには --yes を付けてください',
    vi: 'không có ai để hỏi: hãy thêm --yes để làm luôn, không cần hỏi',
  },
  foreign: {
    en: '{name} stood in this account before the course, so it is not touched. Work under other names: handson use aws --prefix mai-',
    ja: '{name} は講座を始める前からこのアカウントにあるため、変更しません。別の名前で進めてください: handson use aws --prefix mai-',
    vi: '{name} đã có trong tài khoản này từ trước khoá học nên không bị đụng đến. Hãy dùng tên khác: handson use aws --prefix mai-',
  },
});

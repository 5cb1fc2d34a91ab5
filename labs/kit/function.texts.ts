import { defineTexts } from './text.ts';

export const texts = defineTexts({
  absent: {
    en: 'There is no function {name} in {region} yet.',
    ja: '{region} に関数 {name} はまだありません。',
    vi: 'Chưa có hàm {name} ở {region}.',
  },
  absentNext: {
    en: 'Create it: Lambda › Create function › Author from scratch, name {name}.',
    ja: '作成しましょう: Lambda ›「関数の作成」›「一から作成」、関数名は {name}。',
    vi: 'Hãy tạo: Lambda › Create function › Author from scratch, đặt tên {name}.',
  },
  elsewhere: {
    en: 'There is no function {name} in {region}, but there is one in {other}.',
    ja: '{region} に関数 {name} はありませんが、{other} にあります。',
    vi: 'Không có hàm {name} ở {region}, nhưng lại có ở {other}.',
  },
  elsewhereNext: {
    en: 'Either go on in {other} (handson use aws --region {other}), or switch the region at the top right of the console and create it again.',
    ja: '{other} で続けるか（handson use aws --region {other}）、コンソール右上のリージョンを切り替えて作り直してください。',
    vi: 'Hoặc tiếp tục ở {other} (handson use aws --region {other}), hoặc đổi region ở góc trên bên phải console rồi tạo lại.',
  },
  similar: {
    en: 'There is a function "{similar}" in {region}, but not {name}: names must match letter by letter.',
    ja: '{region} に「{similar}」という関数はありますが、{name} ではありません。名前は一字一句同じにする必要があります。',
    vi: 'Ở {region} có hàm "{similar}" nhưng không có {name}: tên phải khớp từng chữ.',
  },
  similarNext: {
    en: 'A function cannot be renamed: create one called exactly {name}, and delete the other when you like.',
    ja: '関数の名前はあとから変えられません。{name} という名前で作り直し、もう一方は不要になったら削除してください。',
    vi: 'Không đổi tên hàm được: hãy tạo hàm mới tên đúng là {name}, hàm kia xoá lúc nào cũng được.',
  },
  roleAbsent: {
    en: 'The role {role}, which the function runs as, does not exist any more.',
    ja: '関数の実行ロール {role} がもう存在しません。',
    vi: 'Role {role} mà hàm dùng để chạy không còn tồn tại.',
  },
  roleAbsentNext: {
    en: 'Choose another role: Configuration › Permissions › Edit.',
    ja: '別のロールを選んでください:「設定」›「アクセス権限」›「編集」。',
    vi: 'Chọn role khác: Configuration › Permissions › Edit.',
  },
  notAllowed: {
    en: 'The role {role} may not do {action} on {resource}.',
    ja: 'ロール {role} には {resource} への {action} が許可されていません。',
    vi: 'Role {role} không được phép {action} trên {resource}.',
  },
  notAllowedNext: {
    en: 'Add this statement to the role: {policy}',
    ja: 'ロールに次のステートメントを足してください: {policy}',
    vi: 'Thêm statement này vào policy của role: {policy}',
  },
  notRun: {
    en: 'The code that is deployed now has not run yet, as far as the log tells.',
    ja: 'ログを見るかぎり、今デプロイされているコードはまだ実行されていません。',
    vi: 'Theo log, mã đang được deploy chưa chạy lần nào.',
  },
  notRunNext: {
    en: 'Press Test. If you just did, give the log a minute: handson check --watch',
    ja: '「テスト」を押してください。押したばかりなら、ログが届くまで 1 分ほど待ちます: handson check --watch',
    vi: 'Bấm Test. Nếu vừa bấm rồi, hãy đợi log một phút: handson check --watch',
  },
});

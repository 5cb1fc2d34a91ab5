import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  goes: {
    en: '{name} ({id}) will be removed from the class, its history and its gradebook, for good. With them go these files of the class:',
    ja: '{name}（{id}）をクラス・履歴・成績簿から完全に消します。クラスの次のファイルも消えます:',
    vi: 'Sẽ xoá hẳn {name} ({id}) khỏi lớp, lịch sử và sổ điểm. Các tệp sau của lớp cũng bị xoá:',
  },
  type: {
    en: 'This cannot be taken back. Type {id} to go on:',
    ja: '元に戻せません。続けるには {id} と入力してください:',
    vi: 'Không thể hoàn tác. Gõ {id} để tiếp tục:',
  },
  notTyped: {
    en: 'that is not the id, so nothing was removed',
    ja: 'ID が違うため、何も消していません',
    vi: 'không đúng ID nên chưa xoá gì',
  },
  needsYes: {
    en: 'nobody is here to be asked, so nothing was removed. Without asking: --yes',
    ja: '確認できる端末がないため、何も消していません。確認なしで消すには: --yes',
    vi: 'không có ai để hỏi nên chưa xoá gì. Không cần hỏi: --yes',
  },
  looking: {
    en: 'handson grade is looking at this class just now, so nothing was removed. End it or wait, then again: handson class forget {id}',
    ja: '今 handson grade がこのクラスを確認しているため、何も消していません。止めるか終わるのを待ってから、もう一度: handson class forget {id}',
    vi: 'handson grade đang xem lớp này nên chưa xoá gì. Hãy dừng hoặc đợi xong rồi chạy lại: handson class forget {id}',
  },
  left: {
    en: 'Something is still found in {files}, because another program has it open. End it (handson grade --watch?), then again: handson class forget {id}',
    ja: '{files} にまだ残っています。別のプログラムが開いているためです。そのプログラム（handson grade --watch など）を終えてから、もう一度: handson class forget {id}',
    vi: 'Vẫn còn dữ liệu trong {files} vì chương trình khác đang mở. Hãy tắt nó (handson grade --watch?) rồi chạy lại: handson class forget {id}',
  },
  done: {
    en: '{name} is forgotten: class, history, gradebook, and files ({files}).',
    ja: '{name} さんの記録を消しました: クラス・履歴・成績簿・ファイル {files} 個。',
    vi: 'Đã xoá {name}: lớp, lịch sử, sổ điểm và {files} tệp.',
  },
  elsewhere: {
    en: 'Not reached from here: reports and CSV files that you wrote to other folders, uploaded or sent; rosters; backups; work that was handed in as a file.',
    ja: 'ここからは消せないもの: 別のフォルダーに書き出した、アップロードした、または送ったレポートや CSV。名簿。バックアップ。ファイルで提出された成果。',
    vi: 'Không xoá được từ đây: báo cáo và CSV bạn đã ghi ở thư mục khác, tải lên hoặc gửi đi; danh sách lớp; bản sao lưu; bài nộp dạng tệp.',
  },
  again: {
    en: 'Reports of the class that spoke of others too can be made again with handson grade.',
    ja: 'ほかの受講者も載っていたレポートは、handson grade で作り直せます。',
    vi: 'Các báo cáo của lớp có cả người khác có thể tạo lại bằng handson grade.',
  },
  role: {
    en: 'In the learner’s account the role stays until they delete it: {role}',
    ja: '受講者のアカウントのロールは、本人が削除するまで残ります: {role}',
    vi: 'Role trong tài khoản của học viên vẫn còn cho đến khi họ xoá: {role}',
  },
});

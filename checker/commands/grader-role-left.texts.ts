import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  still: {
    en: 'The role that your instructor looks through is still here: {role}. It costs nothing. When you have been graded, remove it as the last thing: delete its stack in CloudFormation if you made it there, else:',
    ja: '講師が確認に使うロール {role} がまだあります（無料です）。採点が終わったら、最後に削除してください。CloudFormation で作った場合はスタックを削除します。そうでなければ次を実行します:',
    vi: 'Role mà giảng viên dùng để xem vẫn còn: {role}. Role này không tốn phí. Khi đã chấm xong, hãy xoá nó sau cùng: xoá stack trong CloudFormation nếu bạn tạo bằng cách đó, nếu không thì chạy:',
  },
});

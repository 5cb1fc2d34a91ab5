import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  claimed: {
    en: 'you said by name on {at} that it may go',
    ja: '{at} に、名前を指定して削除してよいとしています',
    vi: 'bạn đã chỉ đích danh và đồng ý xoá lúc {at}',
  },
  stoodThere: {
    en: 'it stood there already when the course was first told of this account ({at})',
    ja: 'この講座が初めてこのアカウントを見た時点（{at}）ですでにありました',
    vi: 'nó đã có sẵn khi khoá học ghi nhận tài khoản này lần đầu ({at})',
  },
  made: {
    en: 'handson apply made it on {at}',
    ja: '{at} に handson apply が作りました',
    vi: 'handson apply đã tạo nó lúc {at}',
  },
  seen: {
    en: 'not there on {since}, seen by a check on {at}',
    ja: '{since} にはなく、{at} のチェックで確認しました',
    vi: 'chưa có lúc {since}, được thấy trong lần kiểm tra lúc {at}',
  },
  ofOurs: {
    en: 'it belongs to {owner} and was not there on {since}',
    ja: '{owner} に付属し、{since} にはありませんでした',
    vi: 'nó thuộc về {owner} và chưa có lúc {since}',
  },
  ofDoubtful: {
    en: 'it belongs to {owner}, which is not proven to be of the course',
    ja: '{owner} に付属していますが、それが講座のものとは確かめられません',
    vi: 'nó thuộc về {owner}, vốn chưa chứng minh được là của khoá học',
  },
  notInBaseline: {
    en: 'nobody knows whether it was there before the course: that look was not possible',
    ja: '講座の前からあったのかわかりません（当時は確認できませんでした）',
    vi: 'không rõ nó có từ trước khoá học hay không: lúc đó không xem được',
  },
  notSeen: {
    en: 'it came after {since}, but no check has seen it pass yet (handson check), so it may be somebody else’s',
    ja: '{since} よりあとにできましたが、まだチェックに合格していません（handson check）。ほかの人のものかもしれません',
    vi: 'nó xuất hiện sau {since}, nhưng chưa có lần kiểm tra đạt nào thấy nó (handson check), nên có thể là của người khác',
  },
});

import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  past: {
    en: 'A deadline is in the past: what was not seen by then counts as late. Seen means that handson grade had looked.',
    ja: '過去の締め切りがあります。それまでに確認できていないものは遅れとして扱います（確認とは handson grade で見たことを指します）。',
    vi: 'Có hạn nộp đã qua: những gì chưa được thấy trước hạn sẽ tính là trễ. "Thấy" nghĩa là handson grade đã xem.',
  },
  badZone: {
    en: 'there is no time zone "{word}". Did you mean {nearest}? Names are those of IANA, such as Asia/Tokyo',
    ja: '「{word}」というタイムゾーンはありません。{nearest} のことですか？ Asia/Tokyo のような IANA の名前を使います',
    vi: 'không có múi giờ "{word}". Có phải bạn muốn {nearest}? Hãy dùng tên theo IANA, ví dụ Asia/Tokyo',
  },
  badLate: {
    en: '--late takes percent a day and percent at most, as 10,50, or none; not "{word}"',
    ja: '--late は 1 日あたりと上限のパーセント（10,50 など）か none を指定します（「{word}」は使えません）',
    vi: '--late nhận phần trăm mỗi ngày và tối đa, ví dụ 10,50, hoặc none; không phải "{word}"',
  },
  pointsOfCleaned: {
    en: 'points for a clean account are set with --cleaned N',
    ja: '片付けの点は --cleaned N で決めます',
    vi: 'điểm cho việc dọn sạch được đặt bằng --cleaned N',
  },
});

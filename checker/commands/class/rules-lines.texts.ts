import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  timeZone: { en: 'Time zone: {timeZone}', ja: 'タイムゾーン: {timeZone}', vi: 'Múi giờ: {timeZone}' },
  noDeadlines: {
    en: 'No deadline: nothing is ever late.',
    ja: '締め切りはありません（遅れになることもありません）。',
    vi: 'Không có hạn nộp: không có gì bị trễ.',
  },
  deadlines: {
    en: 'Deadlines (the best that was seen by then counts):',
    ja: '締め切り（それまでに確認できた最もよい結果を採用します）:',
    vi: 'Hạn nộp (tính kết quả tốt nhất đã thấy trước hạn):',
  },
  everyLab: { en: 'every lab', ja: 'すべてのラボ', vi: 'mọi lab' },
  everyOther: { en: 'every other lab', ja: '残りのラボすべて', vi: 'mọi lab còn lại' },
  lateIsNothing: {
    en: 'Late: what is first seen after its deadline does not count.',
    ja: '遅れ: 締め切りのあとに初めて確認したものは数えません。',
    vi: 'Trễ: những gì được thấy lần đầu sau hạn thì không tính.',
  },
  late: {
    en: 'Late: {day} % off for each day that has begun, {most} % at most.',
    ja: '遅れ: 1 日ごとに {day} % 減点、最大 {most} %。',
    vi: 'Trễ: mỗi ngày bị trừ {day}%, tối đa {most}%.',
  },
  usual: {
    en: 'Points: 1 a step, 0 for an optional one, unless named here.',
    ja: '配点: ステップごとに 1 点、任意のステップは 0 点（以下を除く）。',
    vi: 'Điểm: mỗi bước 1 điểm, bước tuỳ chọn 0 điểm, trừ những mục sau.',
  },
  points: { en: '{points} points', ja: '{points} 点', vi: '{points} điểm' },
  cleaned: {
    en: 'Clean account: {points} points.',
    ja: '片付けの済んだアカウント: {points} 点。',
    vi: 'Tài khoản đã dọn sạch: {points} điểm.',
  },
});

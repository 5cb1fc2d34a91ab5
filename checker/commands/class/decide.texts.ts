import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  needsReason: {
    en: 'say why: --reason "…". It stands in the class’s history',
    ja: '理由を指定してください: --reason "…"（クラスの履歴に残ります）',
    vi: 'hãy nêu lý do: --reason "…" (được ghi vào lịch sử của lớp)',
  },
  needsUntil: {
    en: 'say until when: --until 2026-12-05T18:00 (or --lift to take an extension back)',
    ja: 'いつまで延ばすかを指定してください: --until 2026-12-05T18:00（取り消すなら --lift）',
    vi: 'hãy nêu đến khi nào: --until 2026-12-05T18:00 (hoặc --lift để rút lại)',
  },
  needsPoints: {
    en: 'say how many: --points N (or --lift to take an override back)',
    ja: '点数を指定してください: --points N（取り消すなら --lift）',
    vi: 'hãy nêu số điểm: --points N (hoặc --lift để rút lại)',
  },
  needsStep: {
    en: 'name a step: {lab}/STEP. All of them: handson list {lab}',
    ja: 'ステップまで指定してください: {lab}/STEP。一覧: handson list {lab}',
    vi: 'hãy chỉ rõ bước: {lab}/STEP. Xem tất cả: handson list {lab}',
  },
  tooMuch: {
    en: '{place} is worth {worth}, so {points} cannot be given. What it is worth is set with: handson class set --points',
    ja: '{place} の配点は {worth} 点なので、{points} 点は付けられません。配点を変えるには: handson class set --points',
    vi: '{place} chỉ có {worth} điểm nên không cho {points} được. Đổi điểm của bước bằng: handson class set --points',
  },
  noDeadline: {
    en: '{lab} has no deadline, so there is nothing to extend. Set one: handson class set --deadline',
    ja: '{lab} には締め切りがないため、延ばすものがありません。決めるには: handson class set --deadline',
    vi: '{lab} không có hạn nộp nên không có gì để gia hạn. Đặt hạn: handson class set --deadline',
  },
  nothingToLift: {
    en: 'nothing of the kind was decided of {place}, so there is nothing to take back',
    ja: '{place} についてその決定はないため、取り消すものがありません',
    vi: 'chưa có quyết định nào như vậy về {place} nên không có gì để rút lại',
  },
  isAway: {
    en: '{name} has withdrawn already',
    ja: '{name} さんはすでにクラスを離れています',
    vi: '{name} đã rời lớp rồi',
  },
  isHere: {
    en: '{name} is in the class and has not withdrawn',
    ja: '{name} さんはクラスを離れていません',
    vi: '{name} vẫn đang trong lớp',
  },
  lookAgain: {
    en: 'Now look again: handson grade --learner {id}',
    ja: '次に見直してください: handson grade --learner {id}',
    vi: 'Giờ hãy xem lại: handson grade --learner {id}',
  },
  isOver: {
    en: 'A deadline has passed: what is seen now is late, unless you also give time: handson class extend {id} {lab} --until …',
    ja: '締め切りを過ぎています。これから確認するものは遅れとして扱われます。そうしない場合は期限も延ばしてください: handson class extend {id} {lab} --until …',
    vi: 'Đã quá hạn nộp: những gì thấy từ bây giờ sẽ tính là trễ, trừ khi bạn gia hạn: handson class extend {id} {lab} --until …',
  },
  noLater: {
    en: 'That is no later than the deadline of the class, so it changes nothing.',
    ja: 'クラスの締め切りより後ではないため、何も変わりません。',
    vi: 'Thời điểm này không muộn hơn hạn của lớp nên không thay đổi gì.',
  },
  withdrawn: {
    en: 'They are not looked at any more. What was kept stays; to remove it: handson class forget {id}',
    ja: '以後は確認しません。記録は残っています。消すには: handson class forget {id}',
    vi: 'Từ nay không xem nữa. Dữ liệu đã lưu vẫn còn; muốn xoá: handson class forget {id}',
  },
});

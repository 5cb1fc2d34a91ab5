import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  caption: {
    en: 'Where each learner stands, step by step',
    ja: '受講者ごと、ステップごとの状況',
    vi: 'Từng học viên đã làm đến đâu, theo từng bước',
  },
  region: {
    en: 'Learners and steps, scrolls sideways',
    ja: '受講者とステップの表（横にスクロールできます）',
    vi: 'Bảng học viên và các bước, cuộn ngang được',
  },
  learner: { en: 'Learner', ja: '受講者', vi: 'Học viên' },
  points: { en: 'Points', ja: '点数', vi: 'Điểm' },
  pointsOf: { en: '{points} of {of}', ja: '{points} / {of}', vi: '{points} / {of}' },
  open: { en: '{steps} incomplete', ja: '未確認 {steps}', vi: '{steps} chưa rõ' },
  key: { en: 'What the signs mean', ja: '記号の意味', vi: 'Ý nghĩa các ký hiệu' },
  stepKey: { en: 'The steps', ja: 'ステップの一覧', vi: 'Các bước' },
  optional: { en: 'optional', ja: '任意', vi: 'tuỳ chọn' },
  credited: { en: 'done', ja: '完了', vi: 'xong' },
  late: { en: 'done late', ja: '締め切り後に完了', vi: 'xong trễ hạn' },
  claimed: {
    en: 'done, by the learner’s word alone',
    ja: '完了（本人の申告のみ）',
    vi: 'xong theo lời học viên',
  },
  provided: { en: 'done for the learner', ja: '代行で完了', vi: 'được làm hộ' },
  'not-yet': { en: 'not yet', ja: '未完了', vi: 'chưa xong' },
  unknown: {
    en: 'incomplete: could not be seen, not a zero',
    ja: '未確認: 見られなかった（0 点ではない）',
    vi: 'chưa rõ: không xem được, không phải 0 điểm',
  },
  waiting: {
    en: 'incomplete: AWS is late',
    ja: '未確認: AWS の反映待ち',
    vi: 'chưa rõ: chờ AWS cập nhật',
  },
  blocked: {
    en: 'incomplete: an earlier step comes first',
    ja: '未確認: 前のステップが先',
    vi: 'chưa rõ: phải xong bước trước',
  },
  unseen: { en: 'incomplete: not looked at', ja: '未確認: まだ見ていない', vi: 'chưa rõ: chưa xem' },
  exempt: { en: 'exempt', ja: '免除', vi: 'được miễn' },
  set: { en: 'points set by the instructor', ja: '講師が点数を決定', vi: 'giảng viên cho điểm' },
  read: { en: 'read', ja: '読めました', vi: 'đã đọc' },
  partly: { en: 'partly read', ja: '一部だけ読めました', vi: 'chỉ đọc được một phần' },
  unreadable: { en: 'unreadable', ja: '読めません', vi: 'không đọc được' },
  unsafe: {
    en: 'unsafe role, not used',
    ja: '危険なロールのため未使用',
    vi: 'role không an toàn, không dùng',
  },
  withdrawn: { en: 'withdrawn', ja: '受講取りやめ', vi: 'đã rút khỏi lớp' },
  'not-looked-at': { en: 'not looked at yet', ja: 'まだ見ていません', vi: 'chưa xem' },
});

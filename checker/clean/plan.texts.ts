import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  named: {
    en: 'you named it with --include',
    ja: '--include で指定されています',
    vi: 'bạn đã chỉ định bằng --include',
  },
  inUse: {
    en: '{owner} needs it and stays, or could not be looked at',
    ja: '{owner} が使っています（そちらは残すものか、確認できなかったものです）',
    vi: '{owner} cần đến nó và được giữ lại, hoặc không xem được',
  },
  fuse: {
    en: 'the plan has {count} of the type {type}; the labs can have made {most} at most. Nothing is deleted. Name single labs, or delete by hand what is too much.',
    ja: '計画には {type} が {count} 個ありますが、ラボで作られるのは最大 {most} 個です。何も削除しません。ラボを 1 つずつ指定するか、余分なものを手作業で削除してください。',
    vi: 'kế hoạch có {count} mục loại {type}, trong khi các lab chỉ có thể tạo nhiều nhất {most}. Không xoá gì cả. Hãy chỉ định từng lab, hoặc tự tay xoá phần thừa.',
  },
});

import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  setAside: {
    en: 'What this installation remembered could not be read. It was kept as {file}, and a new memory was begun.',
    ja: 'これまでの記録を読めませんでした。{file} として残し、新しい記録を始めました。',
    vi: 'Không đọc được những gì đã ghi nhớ trước đây. Tệp cũ được giữ tại {file}, và bắt đầu ghi lại từ đầu.',
  },
});

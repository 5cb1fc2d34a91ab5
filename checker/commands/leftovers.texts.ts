import { defineTexts } from '#labs/kit/text.ts';

export const texts = defineTexts({
  none: {
    en: 'Nothing stands here under a name of the course.',
    ja: '講座で使う名前のものは残っていません。',
    vi: 'Không còn gì mang tên của khoá học.',
  },
  sum: {
    en: 'Still standing: {count}. Forgotten, that costs US$ {usd} a month at list price.',
    ja: '{count} 件残っています。忘れたままにすると、定価で月 {usd} 米ドルかかります。',
    vi: 'Còn {count} mục; nếu quên, chúng tốn {usd} USD mỗi tháng theo giá niêm yết.',
  },
  next: {
    en: 'To see what can go and why: handson clean',
    ja: '削除できるものとその理由を見るには: handson clean',
    vi: 'Để xem xoá được gì và vì sao: handson clean',
  },
  notProven: {
    en: 'not proven to be yours',
    ja: '講座のものとは確かめられません',
    vi: 'chưa chứng minh là của bạn',
  },
  elsewhere: {
    en: 'it stands in another region, where clean does not look; choose it to clean there: handson use aws --region {region}',
    ja: '別のリージョンにあり、clean の対象外です。削除するには先に選んでください: handson use aws --region {region}',
    vi: 'nó ở region khác, clean không động tới; muốn dọn ở đó hãy chọn trước: handson use aws --region {region}',
  },
});

import { defineTexts } from './text.ts';

export const texts = defineTexts({
  absent: {
    en: 'There is no table {name} in {region} yet.',
    ja: '{region} にテーブル {name} はまだありません。',
    vi: 'Chưa có bảng {name} ở {region}.',
  },
  absentNext: {
    en: 'Create it: DynamoDB › Tables › Create table, name {name}, partition key timestamp (String).',
    ja: '作成しましょう: DynamoDB ›「テーブル」›「テーブルの作成」、テーブル名 {name}、パーティションキー timestamp（文字列）。',
    vi: 'Hãy tạo: DynamoDB › Tables › Create table, tên {name}, partition key timestamp (String).',
  },
  elsewhere: {
    en: 'There is no table {name} in {region}, but there is one in {other}.',
    ja: '{region} にテーブル {name} はありませんが、{other} にあります。',
    vi: 'Không có bảng {name} ở {region}, nhưng lại có ở {other}.',
  },
  elsewhereNext: {
    en: 'The function looks for its table in its own region. Switch the region at the top right of the console, create it there, and delete the one in {other}.',
    ja: '関数は自分と同じリージョンのテーブルを使います。コンソール右上でリージョンを切り替えて作り直し、{other} のほうは削除してください。',
    vi: 'Hàm tìm bảng ở chính region của nó. Hãy đổi region ở góc trên bên phải console, tạo lại ở đó, rồi xoá bảng ở {other}.',
  },
  similar: {
    en: 'There is a table "{similar}" in {region}, but not {name}: names must match letter by letter.',
    ja: '{region} に「{similar}」というテーブルはありますが、{name} ではありません。名前は一字一句同じにする必要があります。',
    vi: 'Ở {region} có bảng "{similar}" nhưng không có {name}: tên phải khớp từng chữ.',
  },
  similarNext: {
    en: 'A table cannot be renamed: create one called exactly {name}, and delete the other.',
    ja: 'テーブルの名前はあとから変えられません。{name} という名前で作り直し、もう一方は削除してください。',
    vi: 'Không đổi tên bảng được: hãy tạo bảng mới tên đúng là {name}, rồi xoá bảng kia.',
  },
});

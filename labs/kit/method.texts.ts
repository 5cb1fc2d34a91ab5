import { defineTexts } from './text.ts';

export const texts = defineTexts({
  noResource: {
    en: 'The API has no path {path}. It has: {paths}',
    ja: 'API に {path} というパスがありません。今あるパス: {paths}',
    vi: 'API chưa có đường dẫn {path}. Hiện có: {paths}',
  },
  noResourceNext: {
    en: 'Resources › Create resource: path /, resource name {name}.',
    ja: '「リソース」›「リソースを作成」でパス /、リソース名 {name}。',
    vi: 'Resources › Create resource: path /, resource name {name}.',
  },
  noMethod: {
    en: '{path} has no method GET. It has: {methods}',
    ja: '{path} に GET メソッドがありません。今あるメソッド: {methods}',
    vi: '{path} chưa có method GET. Hiện có: {methods}',
  },
  noMethodNext: {
    en: 'Choose {path} › Create method: GET.',
    ja: '{path} を選び「メソッドを作成」: GET。',
    vi: 'Chọn {path} › Create method: GET.',
  },
});

import type { Row } from './row.ts';

/** Sentences with a gap: what fills it is a phrase of its own, or a name that stays as it is. */
export const patterns: Row[] = [
  [
    'My name is {}|I am called {}',
    '私の名前は{}です|名前は{}です|{}と申します',
    'Tên tôi là {}|Tôi tên là {}',
  ],
  ['{}, please', '{}をください', 'Cho tôi xin {}|Cho tôi {}'],
  ['I am from {}|I come from {}', '{}から来ました|{}出身です', 'Tôi đến từ {}'],
  ['I live in {}', '{}に住んでいます', 'Tôi sống ở {}'],
  ['Today is {}', '今日は{}です', 'Hôm nay là {}'],
  ['Tomorrow is {}', '明日は{}です', 'Ngày mai là {}'],
  ['Welcome to {}', '{}へようこそ', 'Chào mừng đến với {}'],
  ['I am studying {}', '{}を勉強しています', 'Tôi đang học {}'],
];

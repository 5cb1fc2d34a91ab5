import { describe, expect, test } from 'vitest';
import { spellings } from './spellings.ts';

describe('what a search term may mean', () => {
  test('in Vietnamese a d that begins a syllable may be a đ', () => {
    expect(spellings('hang doi', 'vi')).toEqual(['hang doi', 'hang đoi']);
    expect(spellings('dien dam', 'vi')).toEqual(['dien dam', 'đien dam', 'dien đam', 'đien đam']);
  });

  test('a d inside a syllable is a d', () => {
    expect(spellings('lambda', 'vi')).toEqual(['lambda']);
  });

  test('a long sentence does not make more than sixteen searches', () => {
    expect(spellings('da de di do du dy', 'vi')).toHaveLength(16);
  });

  test('other languages are searched as they are typed', () => {
    expect(spellings('deploy', 'en')).toEqual(['deploy']);
    expect(spellings('デプロイ', 'ja')).toEqual(['デプロイ']);
  });
});

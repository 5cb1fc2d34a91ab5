import { expect, test } from 'vitest';
import { ListingStuck, once, readPages } from './read-pages.ts';

interface Page {
  items?: string[];
  next?: string;
}

const all = (pages: (token: string | undefined, call: number) => Page) => {
  let calls = 0;
  return readPages(async (token) => pages(token, ++calls), {
    items: (page: Page) => page.items,
    next: (page) => page.next,
  });
};

test('pages of one, and empty pages between them, are read to the end', async () => {
  const items = ['a', 'b', 'c'];
  const read = await all((token) => {
    const at = Number(token ?? 0);
    if (at % 2 === 1) return { next: String(at + 1) };
    const more = at / 2 + 1 < items.length;
    return { items: [items[at / 2] ?? ''], ...(more ? { next: String(at + 1) } : {}) };
  });
  expect(read).toEqual(items);
});

test('a token that comes twice by a hiccup is asked again, and nothing is lost', async () => {
  const read = await all((token, call) => {
    if (token === undefined) return { items: ['a'], next: 'second' };
    if (call === 2) return { items: [], next: 'second' };
    return { items: ['b'] };
  });
  expect(read).toEqual(['a', 'b']);
});

test('a list that goes round in a circle ends as an error, never as half an answer', async () => {
  await expect(all((token) => ({ items: ['a'], next: token === 'x' ? 'y' : 'x' }))).rejects.toThrow(
    ListingStuck,
  );
});

test('what came on two pages counts once', () => {
  expect(once(['a', 'b', 'a'], (one) => one)).toEqual(['a', 'b']);
});

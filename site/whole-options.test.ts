import { expect, test } from 'vitest';
import { withWholeOptions } from './whole-options.ts';

const whole = (option: string) => `<span class="whole">${option}</span>`;

test('an option is kept in one piece, in code and in a sentence', () => {
  expect(withWholeOptions('<pre><span>aws --region x --zip-file y</span></pre>')).toBe(
    `<pre><span>aws ${whole('--region')} x ${whole('--zip-file')} y</span></pre>`,
  );
  expect(withWholeOptions('<p>Add <code>--runtime node</code> (--watch).</p>')).toBe(
    `<p>Add <code>${whole('--runtime')} node</code> (${whole('--watch')}).</p>`,
  );
});

test('what is copied, styled or run is not touched', () => {
  const pages = [
    '<button data-code="aws --region x > out.json --query y"></button>',
    '<style>a { color: var(--b); --c: 1; }</style><script>if (a --b) { --c }</script>',
    '<span style="--0:#fff; --one:2">x</span>',
    '<!DOCTYPE html><!-- --x --><p>a -- b, a--b</p>',
  ];
  for (const html of pages) expect(withWholeOptions(html)).toBe(html);
});

import { describe, expect, test } from 'vitest';
import { withWholeCounts } from './whole-counts.ts';

describe('numbers in Japanese', () => {
  test('stay with what they count, and with their unit', () => {
    expect(withWholeCounts('<h2>ラボ 2：2 つ目</h2><p>256 MB、10 秒、2026 年 11 月</p>')).toBe(
      '<h2>ラボ 2：2\u00a0つ目</h2><p>256\u00a0MB、10\u00a0秒、2026\u00a0年 11\u00a0月</p>',
    );
  });

  test('leave code, scripts and attributes as they are', () => {
    const kept =
      '<pre><code>sleep 2 秒</code></pre><code>n = 1 つ</code><script>const a = "1 つ";</script><p title="1 つ">a</p>';
    expect(withWholeCounts(kept)).toBe(kept);
  });

  test('leave Latin words after a number free to break', () => {
    expect(withWholeCounts('<p>Python 3 and Node.js 24 GBx</p>')).toBe('<p>Python 3 and Node.js 24 GBx</p>');
  });
});

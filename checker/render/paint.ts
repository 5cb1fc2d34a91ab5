import { styleText } from 'node:util';
import type { Paint } from '../cli/cli.ts';

export function paintOf(colour: boolean): Paint {
  const with_ = (style: Parameters<typeof styleText>[0]) => (text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  return {
    strong: with_('bold'),
    dim: with_('dim'),
    good: with_('green'),
    bad: with_('red'),
    care: with_('yellow'),
    accent: with_('cyan'),
  };
}

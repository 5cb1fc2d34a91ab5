import { createHash } from 'node:crypto';
import type { Locale } from '#labs/kit/text.ts';
import { heatMapStyle } from './heat-map-style.ts';
import { type Html, html } from './html.ts';
import { reportStyle } from './report-style.ts';

const style = heatMapStyle + reportStyle;

/** Nothing is loaded and nothing runs: the one style of the page is named by its hash. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The beginning of a page that stands alone, opened from a disk or sent to somebody. */
export function pageHead(locale: Locale, title: string, kind: 'class' | 'one'): Html {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main class="${kind}">
`;
}

export const pageFoot: Html = html`</main>
</body>
</html>
`;

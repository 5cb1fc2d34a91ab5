import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from './policy.ts';
import { pages } from './sidebar.ts';
import { withWholeCounts } from './whole-counts.ts';
import { withWholeOptions } from './whole-options.ts';

/** The last touch to every page that was built. */
export function finishPages(): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for await (const file of glob('**/*.html', { cwd: root })) {
          const place = path.join(root, file);
          const html = await readFile(place, 'utf8');
          const [language = ''] = file.split(path.sep);
          const finished = withLinksIn(language, withNamedTabs(withWideTables(withoutEmptyHeadings(html))));
          const counted = language === 'ja' ? withWholeCounts(finished) : finished;
          await writeFile(place, withPolicy(withWholeOptions(counted)));
        }
      },
    },
  };
}

/** A link between lessons is written once, as English has it, and stays in the reader's language. */
function withLinksIn(language: string, html: string): string {
  if (language !== 'ja' && language !== 'vi') return html;
  return html.replace(
    /(<a\s[^>]*?href=")\/([\w-]*)(\/?[#"])/g,
    (whole, before: string, slug: string, after: string) => {
      const isLesson = slug === '' || pages.includes(slug);
      if (!isLesson) return whole;
      return slug === ''
        ? `${before}/${language}/${after.replace(/^\//, '')}`
        : `${before}/${language}/${slug}${after}`;
    },
  );
}

/** Markdown cannot leave a table's corner out: an empty heading says nothing to who hears it, an empty cell does no harm. */
function withoutEmptyHeadings(html: string): string {
  return html.replace(/<th([^>]*)><\/th>/g, '<td$1></td>');
}

/** On paper all tabs lie below one another: each carries its name itself. */
function withNamedTabs(html: string): string {
  const names = new Map(
    [...html.matchAll(/<a role="tab"[^>]*\sid="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(
      ([, id = '', name = '']) => [id, name.replace(/<[^>]*>/g, '').trim()],
    ),
  );
  return html.replace(
    /<div id="[^"]+" aria-labelledby="([^"]+)" role="tabpanel"/g,
    (panel, id: string) => `${panel} data-label="${names.get(id) ?? ''}"`,
  );
}

/** A table of many columns scrolls inside itself on a phone, and by keyboard too. */
function withWideTables(html: string): string {
  return html.replace(/<table>([\s\S]*?)<\/table>/g, (table, inside: string) => {
    const columns = inside.split('</tr>')[0]?.match(/<t[hd]/g)?.length ?? 0;
    return columns > 2 ? `<div class="wide" tabindex="0">${table}</div>` : table;
  });
}

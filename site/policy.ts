import { createHash } from 'node:crypto';

/**
 * The policy of one page: everything from the site itself, and inline scripts and styles only where their hash is named.
 * Pagefind compiles WebAssembly; Expressive Code colours by style attributes.
 */
export function policyOf(html: string): string {
  const scripts = hashes(
    html,
    /<script(?![^>]*\bsrc=)(?![^>]*type="application\/(?:ld\+)?json")[^>]*>([\s\S]*?)<\/script>/g,
  );
  const styles = hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  return [
    `default-src 'none'`,
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...scripts].join(' ')}`,
    `style-src-elem ${["'self'", ...styles].join(' ')}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ');
}

/** The page with its policy as the first thing in its head, before anything it rules. */
export function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  return html.replace(/<head[^>]*>/, (head) => `${head}<meta charset="utf-8">${meta}`);
}

function hashes(html: string, element: RegExp): string[] {
  const found = [...html.matchAll(element)].map(([, body = '']) => body).filter((body) => body !== '');
  return [...new Set(found.map((body) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`))];
}

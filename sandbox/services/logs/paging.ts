import { AwsError } from '#sandbox/core/errors.ts';
import { invalid } from './rules.ts';

/** Tokens carry where to go on and for which question, so that a token of another question is refused. */
export function tokenFor(question: string, position: string): string {
  return `${hex(question)}/${hex(position)}`;
}

export function positionIn(question: string, token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const [asked, position] = token.split('/');
  if (asked !== hex(question) || position === undefined || !/^([0-9a-f]{4})+$/.test(position)) {
    throw new AwsError(invalid, 'The specified nextToken is invalid.');
  }
  return (position.match(/.{4}/g) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('');
}

function hex(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join(
    '',
  );
}

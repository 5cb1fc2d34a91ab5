import type { RefusalAnswer, RefusalCode } from './wire.ts';

const statuses: Record<RefusalCode, 400 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 500 | 503> = {
  'foreign-host': 421,
  'foreign-page': 403,
  'no-token': 403,
  'not-json': 415,
  'too-large': 413,
  'bad-request': 400,
  'unknown-lab': 400,
  'unknown-step': 400,
  'wrong-account': 409,
  busy: 409,
  'too-many-streams': 503,
  'not-found': 404,
  method: 405,
  trouble: 500,
};

/** A request that is not carried out, with what a program needs to know of it. */
export class RefusedError extends Error {
  readonly answer: RefusalAnswer;

  constructor(error: RefusalCode, message: string, more: { account?: string } = {}) {
    super(message);
    this.name = 'RefusedError';
    this.answer = { error, message, ...more };
  }

  response(): Response {
    return Response.json(this.answer, { status: statuses[this.answer.error] });
  }
}

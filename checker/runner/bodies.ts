import type { ChosenLab } from '../commands/choose-labs.ts';
import { RefusedError } from './refused.ts';

type Body = Readonly<Record<string, unknown>>;

/** The body of a request as an object, or a refusal. */
export async function bodyOf(request: { json(): Promise<unknown> }): Promise<Body> {
  const body = await request.json().catch(() => undefined);
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    throw new RefusedError('bad-request', 'The body must be a JSON object.');
  return body as Body;
}

export function labOf(body: Body, known: readonly ChosenLab[]): ChosenLab {
  return byId(body.lab, known);
}

export function labsOf(body: Body, known: readonly ChosenLab[]): ChosenLab[] {
  const { labs } = body;
  if (!Array.isArray(labs) || labs.length === 0 || labs.length > known.length)
    throw new RefusedError('bad-request', '"labs" must be a list of ids of labs.');
  return [...new Set(labs)].map((id) => byId(id, known));
}

/** The id of a step of that lab; `undefined` where none is named. */
export function stepIn({ lab }: ChosenLab, id: unknown): string | undefined {
  if (id === undefined) return undefined;
  if (!lab.steps.some((step) => step.id === id))
    throw new RefusedError('unknown-step', `${lab.id} has no such step.`);
  return id as string;
}

export function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value.length > 200)
    throw new RefusedError('bad-request', `"${name}" must be a text.`);
  return value;
}

function byId(id: unknown, known: readonly ChosenLab[]): ChosenLab {
  const found = known.find(({ lab }) => lab.id === id);
  if (!found) throw new RefusedError('unknown-lab', 'There is no lab of that id.');
  return found;
}

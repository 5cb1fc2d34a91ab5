import { invalid } from './errors.ts';
import { violation } from './tables/table-name.ts';

/** Every handler, refusing first what JSON allows and no SDK sends: null as an element of a list or a map. */
export function withoutHoles<Handlers extends object>(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([operation, handler]) => [
    operation,
    (input: object, ...more: unknown[]) => {
      refuseHoles(input, '');
      return handler(input, ...more);
    },
  ]);
  return Object.fromEntries(wrapped) as Handlers;
}

function refuseHoles(value: unknown, path: string): void {
  if (value === null) throw invalid(violation('null', path, 'Member must not be null'));
  if (typeof value !== 'object' || value instanceof Uint8Array) return;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object') continue;
    const step = isList ? `${Number(key) + 1}.member` : key.charAt(0).toLowerCase() + key.slice(1);
    refuseHoles(inner, path === '' ? step : `${path}.${step}`);
  }
}

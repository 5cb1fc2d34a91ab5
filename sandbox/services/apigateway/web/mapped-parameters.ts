import type { Overrides } from '../vtl/render.ts';
import type { RoutedCall } from './call.ts';
import { mappedValue } from './expression.ts';

type Mapped = Record<'path' | 'querystring' | 'header', Record<string, string>>;

/** What the integration's request carries: mapped from the method's request, then what a template has overridden. */
export function mappedParameters(call: RoutedCall, { requestOverride }: Overrides): Mapped {
  const mapped: Mapped = { path: {}, querystring: {}, header: {} };
  for (const [key, expression] of Object.entries(call.method.methodIntegration?.requestParameters ?? {})) {
    const [, , place = '', ...name] = key.split('.');
    const single = place.replace('multivalue', '');
    const value = mappedValue(call, expression);
    if (value !== undefined && isPlace(single)) mapped[single][name.join('.')] = value;
  }
  for (const [place, values] of Object.entries(requestOverride)) {
    if (!isPlace(place) || typeof values !== 'object' || values === null) continue;
    for (const [name, value] of Object.entries(values)) mapped[place][name] = String(value);
  }
  return mapped;
}

function isPlace(place: string): place is keyof Mapped {
  return place === 'path' || place === 'querystring' || place === 'header';
}

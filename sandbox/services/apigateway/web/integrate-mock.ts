import type { IntegrationReply, RoutedCall } from './call.ts';
import { misconfigured } from './failure.ts';

/** The request template says which status is mocked; the rest of what it renders is thrown away. */
export function integrateMock(call: RoutedCall, body: string): IntegrationReply {
  const status = statusIn(body);
  if (status === undefined) {
    throw misconfigured(
      call,
      'Unable to parse statusCode. It should be an integer that is defined in the request template.',
    );
  }
  return { status, headers: [], body: '', selectBy: String(status) };
}

/** AWS reads the rendered text leniently: keys without quotes and statuses in quotes are taken too. */
function statusIn(body: string): number | undefined {
  try {
    const parsed = JSON.parse(body) as { statusCode?: unknown };
    const status = Number(parsed?.statusCode);
    return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
  } catch {
    const found = /["']?\bstatusCode["']?\s*:\s*["']?([1-5]\d\d)["']?\s*[,}]/.exec(body)?.[1];
    return found ? Number(found) : undefined;
  }
}

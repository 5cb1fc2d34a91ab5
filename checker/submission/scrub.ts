import type { RecordPlace } from './kept-tables.ts';

/** What makes records fit to leave the computer that they were made on. */
export interface Scrubbing {
  /** Folders of this computer and of its user. */
  folders: readonly string[];
  /** Log groups and tables whose content goes along. */
  logGroups: ReadonlySet<string>;
  tableIds: ReadonlySet<string>;
}

const longestLine = 2000;

/** A record as it may leave; `undefined`: it stays. */
export function scrubbed(place: RecordPlace, value: unknown, scrubbing: Scrubbing): unknown {
  const { service, table, name } = place;
  if (service === 'logs' && (table === 'events' || table === 'streams'))
    return scrubbing.logGroups.has(name.slice(0, name.indexOf(':')))
      ? withLine(value, scrubbing.folders)
      : undefined;
  if (service === 'dynamodb' && table !== 'tables')
    return scrubbing.tableIds.has(name.slice(0, name.indexOf('/'))) ? value : undefined;
  if (service === 'apigateway' && table === 'api-keys')
    return { ...(value as object), value: `not-in-a-submission-${(value as { id?: string }).id ?? ''}` };
  if (service === 'budgets') return withoutAddresses(value);
  return value;
}

/** What a function printed may quote this computer, above all in a stack. */
function withLine(value: unknown, folders: readonly string[]): unknown {
  const { message, ...rest } = value as { message?: unknown };
  if (typeof message !== 'string') return value;
  if (credentials.test(message)) return { ...rest, message: `${headOf(message)}(left out: credentials)\n` };
  const short = message.length > longestLine ? `${message.slice(0, longestLine)}…\n` : message;
  return { ...rest, message: withoutFolders(short, folders) };
}

/** A function that prints its variables prints the credentials of its role with them. */
const credentials = /(?:AKIA|ASIA)[A-Z0-9]{16}|secret_?access_?key|session_?token/i;

/** When, which run and how grave: what a line has before its text. */
function headOf(message: string): string {
  return /^(?:\S+\t\S+\t[A-Z]+\t|\[[A-Z]+\]\t(?:\S+\t\S+\t)?)?/.exec(message)?.[0] ?? '';
}

export function withoutFolders(text: string, folders: readonly string[]): string {
  const known = folders.reduce((left, folder) => left.replaceAll(folder, '~'), text);
  return known
    .replace(/(?:[A-Za-z]:)?[\\/](?:Users|home|Documents and Settings)[\\/][^\\/\s"':)]+/g, '~')
    .replace(
      /(?<![\w/.])\/(?:root|private|mnt|media|srv|nix|snap|Volumes|work|workspaces?|builds?)\/[^\s"':)]*/g,
      '~',
    );
}

function withoutAddresses(value: unknown): unknown {
  const { notifications = [], ...rest } = value as {
    notifications?: Array<{ notification: unknown; subscribers?: Array<{ SubscriptionType?: string }> }>;
  };
  return {
    ...rest,
    notifications: notifications.map(({ notification, subscribers = [] }) => ({
      notification,
      subscribers: subscribers.map(({ SubscriptionType = 'EMAIL' }) => ({
        SubscriptionType,
        Address: 'left-out@example.com',
      })),
    })),
  };
}

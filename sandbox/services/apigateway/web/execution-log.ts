import { writeLines } from '#sandbox/services/logs/write-lines.ts';
import { methodSettingOf } from '../method-settings.ts';
import { tables } from '../tables.ts';
import type { Call, RoutedCall } from './call.ts';
import { contextOf } from './context-of.ts';
import { assumeRole } from './principal.ts';

/** Writes the execution log, where the stage asks for one and the account has a role to write it with. */
export async function writeExecutionLog(call: Call & Partial<RoutedCall>): Promise<void> {
  const setting = methodSettingOf(call.stage, call.resource?.path ?? '/', call.method?.httpMethod ?? 'ANY');
  const level = setting?.loggingLevel ?? 'OFF';
  if (level !== 'INFO' && level !== 'ERROR') return;
  const wanted = call.log.filter(
    (line) => level === 'INFO' || /fail|error|exceed|not authorized/i.test(line),
  );
  const visible = setting?.dataTraceEnabled
    ? wanted
    : wanted.filter((line) => !/(?:body (?:before|after)|headers:)/.test(line));
  const group = `API-Gateway-Execution-Logs_${call.apiId}/${call.stage.stageName}`;
  const lines = [`Extended Request Id: ${call.extendedRequestId}`, ...visible];
  await write(
    call,
    group,
    lines.map((line) => `(${call.requestId}) ${line}`),
  );
}

/** One line for each request, in the format that the stage gives. */
export async function writeAccessLog(
  call: Call & Partial<RoutedCall>,
  { status, latency, length }: { status: number; latency: number; length: number },
): Promise<void> {
  const { destinationArn, format } = call.stage.accessLogSettings ?? {};
  const group = /^arn:[\w-]+:logs:[\w-]+:\d+:log-group:([^:]+)/.exec(destinationArn ?? '')?.[1];
  if (!group || !format) return;
  const context = { ...contextOf(call), status, responseLatency: latency, responseLength: length };
  const line = format.replaceAll(/\$context\.([\w.]+)/g, (_, path: string) => {
    let at: unknown = context;
    for (const part of path.split('.')) {
      at =
        typeof at === 'object' && at !== null && Object.hasOwn(at, part)
          ? (at as Record<string, unknown>)[part]
          : undefined;
    }
    return at === undefined || at === '' || typeof at === 'object' ? '-' : String(at);
  });
  await write(call, group, [line]);
}

async function write(call: Call, group: string, messages: string[]): Promise<void> {
  const roleArn = tables.account(call.ctx).get('account')?.cloudwatchRoleArn;
  const role = roleArn ? await assumeRole(call, roleArn) : undefined;
  if (!role) return;
  const at = call.startedAt;
  const stream = Array.from(
    call.ctx.parts.crypto.md5(`${group} ${new Date(at).toISOString().slice(0, 13)}`),
    (byte) => byte.toString(16).padStart(2, '0'),
  ).join('');
  await writeLines(call.ctx, {
    group,
    stream,
    lines: messages.map((message) => ({ at, message })),
    as: role,
  });
}

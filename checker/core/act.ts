import type { Act } from '#labs/kit/lab.ts';
import { clientPool } from './client-pool.ts';
import type { Connection } from './connection.ts';

/** Remembers a call of ours, so that it never counts as the learner's. */
export type OwnCall = (call: { requestId?: string; from: number; to: number }) => void;

/** Calls what the learner built: the only part of a check that is not a read. */
export function openAct(
  connection: Connection,
  { onOwnCall, now, signal }: { onOwnCall: OwnCall; now(): number; signal?: AbortSignal },
): Act & { close(): void } {
  const pool = clientPool(connection, { attempts: 2 });
  const aws = pool.clients((call) => call.send(signal));
  return {
    async invoke(fn, payload) {
      const from = now();
      const answer = await aws.lambda.invoke({
        FunctionName: fn,
        Payload: new TextEncoder().encode(JSON.stringify(payload)),
        LogType: 'Tail',
      });
      const requestId = answer.$metadata.requestId ?? '';
      onOwnCall({ requestId, from, to: now() });
      return {
        requestId,
        payload: new TextDecoder().decode(answer.Payload),
        failed: answer.FunctionError !== undefined,
        log: new TextDecoder().decode(
          Uint8Array.from(atob(answer.LogResult ?? ''), (one) => one.charCodeAt(0)),
        ),
      };
    },
    async get(apiId, stage, path) {
      const from = now();
      const url = connection.apiUrl(apiId, stage) + path;
      const timeout = AbortSignal.timeout(35_000);
      const response = await connection.fetch(
        new Request(url, {
          headers: { 'user-agent': connection.userAgent },
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        }),
      );
      const body = await response.text();
      onOwnCall({ from, to: now() });
      return { url, status: response.status, headers: Object.fromEntries(response.headers), body };
    },
    async translate(text, from, to) {
      const answer = await aws.translate.translateText({
        Text: text,
        SourceLanguageCode: from,
        TargetLanguageCode: to,
      });
      return answer.TranslatedText ?? '';
    },
    close: () => pool.close(),
  };
}

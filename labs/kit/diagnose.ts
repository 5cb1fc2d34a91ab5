import { texts } from './diagnose.texts.ts';
import type { Invoked } from './lab.ts';
import { different, type Evidence, type Result, unknown } from './result.ts';
import { type Said, says } from './text.ts';

/** What is known of a call that went wrong. */
export interface FailedCall {
  /** What the function answered, or wrote into its log. */
  error: string;
  fn: string;
  role: string;
}

/** Names the error of a failed run, with what mends it. */
function diagnose(call: FailedCall): { message: Said; next: Said; name: string } {
  for (const { name, pattern, tell } of known) {
    const match = pattern.exec(call.error);
    if (match) return { name, ...tell(match, call) };
  }
  const type = /"errorType":\s*"([^"]+)"/.exec(call.error)?.[1] ?? '';
  const message = /"errorMessage":\s*"((?:[^"\\]|\\.)*)"/.exec(call.error)?.[1] ?? firstLine(call.error);
  return {
    name: type || 'error',
    message: says(texts.other, { type: type || 'Error', message }),
    next: says(texts.otherNext),
  };
}

/** The result of a step whose run failed. */
export function failedRun(run: Invoked, facts: { fn: string; role: string }): Result {
  return failedWith(
    { ...facts, error: `${run.payload}\n${run.log}` },
    { call: 'lambda:Invoke', field: 'FunctionError' },
  );
}

/** A service that the function called was busy or broken: nothing of the learner's is wrong. */
const outage =
  /\b(Throttling\w*|TooManyRequests\w*|ServiceUnavailable\w*|InternalServer\w*|InternalFailure|RequestTimeout\w*|SlowDown)\b/;

/** What a failed run means for a step: an error to mend, or an outage, which is never the learner's mistake. */
export function failedWith(
  call: FailedCall,
  where: { call: string; field: string },
  ...more: readonly Evidence[]
): Result {
  const busy = outage.exec(call.error)?.[1];
  if (busy) {
    const cause = /Throttling|TooMany|SlowDown/.test(busy) ? 'throttled' : 'broken';
    const evidence = { ...where, expected: null, found: busy };
    return unknown(
      cause,
      says(texts.outage, { fn: call.fn, code: busy }),
      says(texts.outageNext),
      ...more,
      evidence,
    );
  }
  const { message, next, name } = diagnose(call);
  return different(message, next, ...more, { ...where, expected: null, found: name });
}

interface KnownError {
  name: string;
  pattern: RegExp;
  tell(match: RegExpExecArray, call: FailedCall): { message: Said; next: Said };
}

const known: readonly KnownError[] = [
  {
    name: 'permission-missing',
    pattern: /is not authorized to perform: ([\w-]+:\w+)(?: on resource: ([^\s"\\]+))?/,
    tell: ([, action = '', resource = '*'], { role }) => ({
      message: says(texts.permission, { role, action }),
      next: says(texts.permissionNext, {
        policy: JSON.stringify({
          Effect: 'Allow',
          Action: action,
          Resource: action.startsWith('translate:') ? '*' : resource,
        }),
      }),
    }),
  },
  {
    name: 'timeout',
    pattern: /Task timed out after ([\d.]+) seconds|Status: timeout/,
    tell: ([, seconds = ''], { fn }) => ({
      message: says(texts.timeout, { fn, seconds }),
      next: says(texts.timeoutNext),
    }),
  },
  {
    name: 'handler-not-found',
    pattern:
      /HandlerNotFound[\s\S]*?"errorMessage":\s*"([^"]*)"|Handler '([^']+)' missing|(\S+) is undefined or not exported/,
    tell: (match) => ({
      message: says(texts.handler, { handler: match.slice(1).find(Boolean) ?? '' }),
      next: says(texts.handlerNext),
    }),
  },
  {
    name: 'syntax-error',
    pattern: /UserCodeSyntaxError|Syntax error in module '([^']+)'[^"\n]*/,
    tell: (match, { error }) => ({
      message: says(texts.syntax, {
        message: /"errorMessage":\s*"((?:[^"\\]|\\.)*)"/.exec(error)?.[1] ?? match[0],
      }),
      next: says(texts.syntaxNext),
    }),
  },
  {
    name: 'import-error',
    pattern: /No module named '([^']+)'|Cannot find (?:module|package) '([^']+)'/,
    tell: (match) => ({
      message: says(texts.importError, { module: match.slice(1).find(Boolean) ?? '' }),
      next: says(texts.importNext),
    }),
  },
  {
    name: 'query-null',
    pattern:
      /'NoneType' object is not subscriptable|KeyError: '?queryStringParameters|"errorMessage":\s*"'queryStringParameters'"|Cannot read properties of (?:null|undefined) \(reading '(?:input_text|queryStringParameters)'\)/,
    tell: () => ({ message: says(texts.queryNull), next: says(texts.queryNullNext) }),
  },
  {
    name: 'table-not-found',
    pattern: /ResourceNotFoundException[\s\S]*(?:Requested resource not found|PutItem)/,
    tell: () => ({ message: says(texts.tableMissing), next: says(texts.tableMissingNext) }),
  },
  {
    name: 'wrong-key',
    pattern: /ValidationException[\s\S]*?(Missing the key[^"\\\n]*|Type mismatch for key[^"\\\n]*)/,
    tell: ([, message = '']) => ({
      message: says(texts.wrongKey, { message }),
      next: says(texts.wrongKeyNext),
    }),
  },
  {
    name: 'language-pair',
    pattern: /UnsupportedLanguagePairException[^"\n]*/,
    tell: () => ({ message: says(texts.languagePair), next: says(texts.languagePairNext) }),
  },
];

function firstLine(text: string): string {
  return text.trim().split('\n')[0]?.slice(0, 200) ?? '';
}

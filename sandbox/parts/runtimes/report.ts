import { createHash } from 'node:crypto';
import type { RunRequest } from '#sandbox/core/runtimes.ts';

/** The lines that Lambda itself writes around a function's own, to the letter. */
export function initStart(request: RunRequest): string {
  const [, name, version] = /^([a-z]+)([\d.]+?)(?:\.x)?$/.exec(request.runtime) ?? [];
  const id = createHash('sha256').update(request.runtime).digest('hex');
  return `INIT_START Runtime Version: ${name}:${version}.v1\tRuntime Version ARN: arn:aws:lambda:${request.region}::runtime:${id}\n`;
}

export function initReport(phase: 'init' | 'invoke', initMs: number, status: Status): string {
  return `INIT_REPORT Init Duration: ${ms(initMs)} ms\tPhase: ${phase}\t${statusFields(status).join('\t')}\n`;
}

export const start = (request: RunRequest) =>
  `START RequestId: ${request.requestId} Version: ${request.functionVersion}\n`;

export const end = (request: RunRequest) => `END RequestId: ${request.requestId}\n`;

export function report(
  request: RunRequest,
  told: { durationMs: number; billedMs: number; maxMemoryMb: number; initMs?: number; status?: Status },
): string {
  const fields = [
    `REPORT RequestId: ${request.requestId}`,
    `Duration: ${ms(told.durationMs)} ms`,
    `Billed Duration: ${told.billedMs} ms`,
    `Memory Size: ${request.memoryMb} MB`,
    `Max Memory Used: ${told.maxMemoryMb} MB`,
    ...(told.initMs === undefined ? [] : [`Init Duration: ${ms(told.initMs)} ms`]),
    ...(told.status ? statusFields(told.status) : []),
  ];
  return `${fields.join('\t')}\t\n`;
}

export type Status = 'timeout' | { errorType: string };

export function timedOut(request: RunRequest, at: number): string {
  return `${new Date(at).toISOString()} ${request.requestId} ${timeoutText(request)}\n\n`;
}

export const timeoutText = (request: RunRequest) =>
  `Task timed out after ${(request.timeoutMs / 1000).toFixed(2)} seconds`;

/** How a process ended, in Lambda's words. */
export function exitText(code: number | null, signal: string | null): string {
  if (signal) return `Runtime exited with error: signal: ${SIGNALS[signal] ?? signal}`;
  return code
    ? `Runtime exited with error: exit status ${code}`
    : 'Runtime exited without providing a reason';
}

const SIGNALS: Record<string, string> = {
  SIGKILL: 'killed',
  SIGTERM: 'terminated',
  SIGINT: 'interrupt',
  SIGABRT: 'aborted',
  SIGSEGV: 'segmentation fault',
  SIGBUS: 'bus error',
  SIGILL: 'illegal instruction',
  SIGFPE: 'floating point exception',
};

function statusFields(status: Status): string[] {
  return status === 'timeout' ? ['Status: timeout'] : ['Status: error', `Error Type: ${status.errorType}`];
}

function ms(value: number): string {
  return value.toFixed(2);
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../tests/conformance');

/** What the conformance tests call with clients that are not ours: `service operation` in small letters, per client. */
export function foreignCalls(): { aws: Set<string>; boto3: Set<string> } {
  const scripts = readdirSync(path.join(folder, 'boto3')).map((name) => read(path.join('boto3', name)));
  return { aws: new Set(commandsIn(read('aws.test.ts'))), boto3: new Set(scripts.flatMap(methodsIn)) };
}

/** The name of an operation as every client would write it, less its hyphens, underscores and capitals. */
export function callOf(service: string, operation: string): string {
  return `${service} ${operation.replaceAll(/[-_]/g, '').toLowerCase()}`;
}

function read(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

function commandsIn(text: string): string[] {
  return [...text.matchAll(/['"`]([a-z][a-z-]+) ([a-z]+(?:-[a-z]+)+|invoke)\b/g)].map(
    ([, service = '', operation = '']) => callOf(service, operation),
  );
}

/** `_iam = boto3.client("iam")` names a client; what is reached through that name is called, or paged through. */
function methodsIn(text: string): string[] {
  const clients = [...text.matchAll(/(\w+) = boto3\.(?:client|resource)\("([a-z]+)"/g)];
  const named = clients.flatMap(([, variable = '', service = '']) => {
    const uses = new RegExp(`\\b${variable}\\.(?:get_paginator\\(")?(\\w+)`, 'g');
    return [...text.matchAll(uses)].map(([, operation = '']) => callOf(service, operation));
  });
  const unnamed = [...text.matchAll(/boto3\.client\("([a-z]+)"[^)]*\)\.(\w+)/g)];
  return [...named, ...unnamed.map(([, service = '', operation = '']) => callOf(service, operation))];
}

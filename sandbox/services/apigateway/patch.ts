import type { PatchOperation } from '@aws-sdk/client-api-gateway';
import type { AwsError } from '#sandbox/core/errors.ts';
import { badRequest, refuse } from './errors.ts';
import { facts, outsideEnum } from './facts.ts';

type Op = 'add' | 'remove' | 'replace';

export interface Change {
  op: Op;
  value: string | undefined;
  /** What stands for `{name}` in the rule's path. */
  name: string;
}

export interface PatchRule<T> {
  /** As `/description` or `/variables/{name}`. */
  path: string;
  ops: readonly Op[];
  apply(target: T, change: Change): void;
}

/**
 * AWS words a refusal in one of three ways: some resources list what they take (and take `replace` alone), others only
 * say that a path is wrong, and gateway responses say so of a wrong operation too.
 */
type Wording = 'listed' | 'plain' | 'path';

/** Applies every operation in order or, by throwing, none: the caller saves the target afterwards. */
export function applyPatch<T>(
  target: T,
  operations: readonly PatchOperation[] | undefined,
  { rules, wording, input }: { rules: ReadonlyArray<PatchRule<T>>; wording: Wording; input: string },
): void {
  const patches = operations ?? [];
  refuse(
    patches.flatMap(({ op }, at) =>
      outsideEnum(op, `${input}.patchOperations.${at + 1}.member.op`, facts.patchOps),
    ),
  );
  for (const patch of patches) {
    const found = find(rules, patch.path);
    if (!found) throw wrongPath(patch, rules, wording);
    const op = patch.op ?? '';
    if (!isOp(op) || !found.rule.ops.includes(op)) throw wrongOp(patch, found.rule, wording);
    found.rule.apply(target, { op, value: patch.value, name: found.name });
  }
}

function find<T>(rules: ReadonlyArray<PatchRule<T>>, path: string | undefined) {
  for (const rule of rules) {
    const open = rule.path.indexOf('{name}');
    if (open < 0 && rule.path === path) return { rule, name: '' };
    if (open < 0 || !path?.startsWith(rule.path.slice(0, open))) continue;
    const name = path.slice(open);
    if (name !== '' && !name.includes('/')) return { rule, name: pointerPart(name) };
  }
  return undefined;
}

/** JSON Pointer: `~1` is a slash and `~0` a tilde. */
export function pointerPart(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isOp(op: string): op is Op {
  return op === 'add' || op === 'remove' || op === 'replace';
}

function wrongPath<T>(patch: PatchOperation, rules: ReadonlyArray<PatchRule<T>>, wording: Wording): AwsError {
  const path = patch.path ?? 'null';
  if (wording !== 'listed') return badRequest(`Invalid patch path ${path}`);
  if (patch.op !== 'replace') return unsupported(patch);
  const all = rules.map((rule) => rule.path).join(', ');
  return badRequest(`Invalid patch path  '${path}' specified for op 'replace'. Must be one of: [${all}]`);
}

function wrongOp<T>(patch: PatchOperation, rule: PatchRule<T>, wording: Wording): AwsError {
  if (wording === 'listed') return unsupported(patch);
  if (wording === 'path') return badRequest(`Invalid patch path ${patch.path}`);
  if (rule.path.includes('{name}')) {
    return badRequest(
      rule.ops.length === 3
        ? "Invalid patch operation specified. Must be 'add'|'remove'|'replace'"
        : `Invalid patch operation specified. Must be one of: [${rule.ops.join(', ')}]`,
    );
  }
  return badRequest(`Invalid patch operation specified. Must be one of: [${rule.ops.join(', ')}]`);
}

function unsupported(patch: PatchOperation): AwsError {
  return badRequest(
    `Invalid patch path  '${patch.path ?? 'null'}' specified for op '${patch.op}'. Please choose supported operations`,
  );
}

/** Only `true` is true: AWS reads every other text as false. */
export function flag(value: string | undefined): boolean {
  return value?.toLowerCase() === 'true';
}

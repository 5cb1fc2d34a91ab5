import type { Ctx } from '#sandbox/core/context.ts';
import { type EntityRecord, nameKey } from '#sandbox/identity/records/entities.ts';
import { iamPlace } from '#sandbox/identity/records/iam-place.ts';
import type { EntityKind } from './entities.ts';

/** On whom a managed policy is, and how: as a permission or as a boundary. */
type Usage = 'policy' | 'boundary';

interface Attachment {
  kind: EntityKind;
  usage: Usage;
  name: string;
  id: string;
  path: string;
}

/** Found by policy, so that counting and listing do not read every role and user. */
export function attachments(ctx: Ctx) {
  const table = iamPlace(ctx).table<Attachment>('attachments');
  const key = (arn: string, usage: Usage, kind: EntityKind, name: string) =>
    `${encodeURIComponent(arn)}/${usage}/${kind}/${nameKey(name)}`;
  return {
    add(arn: string, usage: Usage, kind: EntityKind, { name, id, path }: EntityRecord) {
      table.put(key(arn, usage, kind, name), { kind, usage, name, id, path });
    },
    remove: (arn: string, usage: Usage, kind: EntityKind, { name }: EntityRecord) =>
      table.delete(key(arn, usage, kind, name)),
    count: (arn: string, usage: Usage) => table.count(`${encodeURIComponent(arn)}/${usage}/`),
    of: (arn: string) => table.list({ prefix: `${encodeURIComponent(arn)}/` }).map(([, found]) => found),
  };
}

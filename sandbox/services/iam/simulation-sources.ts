import type { Ctx } from '#sandbox/core/context.ts';
import type { Principal } from '#sandbox/core/principal.ts';
import { ADMINISTRATOR } from '#sandbox/identity/credentials.ts';
import type { EntityRecord } from '#sandbox/identity/records/entities.ts';
import { defaultDocument } from '#sandbox/identity/records/policies.ts';
import { type EntityKind, entityNamed } from './entities.ts';
import { invalidInput } from './errors.ts';
import type { Source } from './simulation.ts';

interface Entity {
  kind: EntityKind;
  record: Pick<EntityRecord, 'name' | 'id' | 'arn' | 'inline' | 'attached' | 'boundary'>;
}

/** The user or role of an ARN. The sandbox's administrator is simulated as what he amounts to. */
export function sourceEntity(ctx: Ctx, arn = ''): Entity {
  const [, account = '', kind = '', name = ''] =
    arn.match(/^arn:aws:iam::(\d{12}):(user|role)\/(?:.*\/)?([^/]+)$/) ?? [];
  if (name === '' || account !== ctx.account) {
    throw invalidInput(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
  }
  if (kind === 'user' && name === ADMINISTRATOR) {
    const attached = ['arn:aws:iam::aws:policy/AdministratorAccess'];
    return { kind: 'user', record: { name, id: name, arn, inline: {}, attached } };
  }
  return { kind: kind as EntityKind, record: entityNamed(ctx, kind as EntityKind, name) };
}

/** Named as AWS names them: `role_NAME_POLICY` inline, the policy's own name where it is managed. */
export function sourcesOf(ctx: Ctx, { kind, record }: Entity): Source[] {
  const inline = Object.entries(record.inline).map(([name, document]) => ({
    id: `${kind}_${record.name}_${name}`,
    document,
  }));
  return [...inline, ...record.attached.flatMap((arn) => managed(ctx, arn))];
}

export function boundaryOf(ctx: Ctx, { record }: Entity): Source[] | undefined {
  return record.boundary === undefined ? undefined : managed(ctx, record.boundary);
}

export function callerOf(ctx: Ctx, { kind, record }: Entity): Principal {
  const { account } = ctx;
  if (kind === 'user') return { kind, account, arn: record.arn, userId: record.id, userName: record.name };
  const sessionName = 'simulation';
  return {
    kind,
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${record.name}/${sessionName}`,
    userId: `${record.id}:${sessionName}`,
    roleArn: record.arn,
    roleName: record.name,
    sessionName,
  };
}

export function userOf(arn: string): Principal {
  const [, account = '', name = ''] = arn.match(/^arn:aws:iam::(\d{12}):user\/(?:.*\/)?([^/]+)$/) ?? [];
  if (name === '') throw invalidInput(`Invalid CallerArn: ${arn} is not the ARN of a user.`);
  return { kind: 'user', account, arn, userId: name, userName: name };
}

function managed(ctx: Ctx, arn: string): Source[] {
  const document = defaultDocument(ctx, ctx.account, arn);
  return document === undefined ? [] : [{ id: arn.slice(arn.lastIndexOf('/') + 1), document }];
}

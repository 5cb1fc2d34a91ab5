import { describe, expect, test } from 'vitest';
import type { Principal } from '#sandbox/core/principal.ts';
import { contextValues } from '../context.ts';
import { combine, type PolicySet } from './combine.ts';
import { readPolicy } from './document.ts';

const user: Principal = {
  kind: 'user',
  account: '111111111111',
  arn: 'arn:aws:iam::111111111111:user/ann',
  userId: 'AIDAANN',
  userName: 'ann',
};
const session: Principal = {
  kind: 'role',
  account: '111111111111',
  arn: 'arn:aws:sts::111111111111:assumed-role/r/s',
  userId: 'AROAR:s',
  roleArn: 'arn:aws:iam::111111111111:role/r',
  roleName: 'r',
  sessionName: 's',
};
const gateway: Principal = {
  kind: 'service',
  service: 'apigateway.amazonaws.com',
  account: '111111111111',
  arn: 'apigateway.amazonaws.com',
  userId: 'apigateway.amazonaws.com',
};
const FUNCTION = 'arn:aws:lambda:us-east-1:111111111111:function:f';

describe('who may do what', () => {
  test('nothing is allowed that no policy allows', () => {
    expect(asked({ identity: [] })).toBe('implicit by identity');
    expect(asked({ identity: [policy(allow('lambda:InvokeFunction'))] })).toBe('allowed');
  });

  test('an explicit Deny outweighs every Allow, in whichever policy it stands', () => {
    const identity = [policy(allow('*'))];
    const deny = policy({ ...allow('lambda:*'), Effect: 'Deny' });
    expect(asked({ identity: [...identity, deny] })).toBe('explicit by identity');
    expect(asked({ identity, boundary: [policy(allow('*')), deny] })).toBe('explicit by boundary');
    expect(asked({ identity, session: [policy(allow('*')), deny] })).toBe('explicit by session');
    const resource = policy({ ...allow('lambda:*'), Effect: 'Deny', Principal: '*' });
    expect(asked({ identity, resource })).toBe('explicit by resource');
  });

  test('a boundary and a session policy narrow what the identity policies allow', () => {
    const identity = [policy(allow('*'))];
    expect(asked({ identity, boundary: [] })).toBe('implicit by boundary');
    expect(asked({ identity, boundary: [policy(allow('lambda:*'))], session: [] })).toBe(
      'implicit by session',
    );
    expect(asked({ identity: [], boundary: [policy(allow('*'))] })).toBe('implicit by identity');
  });

  test('within one account a resource policy may allow alone, past a boundary when it means the user himself', () => {
    const named = policy({ ...allow('*'), Principal: { AWS: user.arn } });
    const everyone = policy({ ...allow('*'), Principal: '*' });
    const account = policy({ ...allow('*'), Principal: { AWS: 'arn:aws:iam::111111111111:root' } });
    expect(asked({ identity: [], resource: named })).toBe('allowed');
    expect(asked({ identity: [], boundary: [], resource: named })).toBe('allowed');
    expect(asked({ identity: [], resource: everyone })).toBe('allowed');
    expect(asked({ identity: [], boundary: [], resource: everyone })).toBe('allowed');
    expect(asked({ identity: [], resource: account })).toBe('implicit by identity');
  });

  test('a role named in a resource policy stays inside its session policy, a named session does not', () => {
    const role = policy({ ...allow('*'), Principal: { AWS: 'arn:aws:iam::111111111111:role/r' } });
    const exact = policy({ ...allow('*'), Principal: { AWS: session.arn } });
    expect(asked({ identity: [], session: [], resource: role }, session)).toBe('implicit by session');
    expect(asked({ identity: [], session: [], resource: exact }, session)).toBe('allowed');
  });

  test('across accounts both sides must allow', () => {
    const owner = '222222222222';
    const resource = policy({ ...allow('*'), Principal: { AWS: '111111111111' } });
    expect(asked({ identity: [policy(allow('*'))], owner })).toBe('implicit by resource');
    expect(asked({ identity: [], resource, owner })).toBe('implicit by identity');
    expect(asked({ identity: [policy(allow('*'))], resource, owner })).toBe('allowed');
    expect(asked({ identity: 'everything', owner })).toBe('implicit by resource');
  });

  test('a service is allowed by resource policies only', () => {
    const resource = policy({ ...allow('lambda:*'), Principal: { Service: 'apigateway.amazonaws.com' } });
    expect(asked({ identity: [policy(allow('*'))] }, gateway)).toBe('implicit by resource');
    expect(asked({ identity: [], resource }, gateway)).toBe('allowed');
    const other = policy({ ...allow('lambda:*'), Principal: { Service: 's3.amazonaws.com' } });
    expect(asked({ identity: [], resource: other }, gateway)).toBe('implicit by resource');
  });

  test('a role is assumed only by whom its trust policy means, an administrator not excepted', () => {
    const account = policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '111111111111' } });
    const named = policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: user.arn } });
    const may = [policy(allow('sts:AssumeRole'))];
    expect(asked({ identity: 'everything' }, user, 'sts:AssumeRole')).toBe('implicit by resource');
    expect(asked({ identity: 'everything', resource: account }, user, 'sts:AssumeRole')).toBe('allowed');
    expect(asked({ identity: [], resource: account }, user, 'sts:AssumeRole')).toBe('implicit by identity');
    expect(asked({ identity: may, resource: account }, user, 'sts:AssumeRole')).toBe('allowed');
    expect(asked({ identity: [], resource: named }, user, 'sts:AssumeRole')).toBe('allowed');
  });
});

function asked(set: Partial<PolicySet>, caller = user, action = 'lambda:InvokeFunction'): string {
  const decision = combine(
    { identity: [], owner: '111111111111', ...set },
    { action, resource: FUNCTION, caller, context: contextValues({}) },
  );
  return decision.allowed ? 'allowed' : `${decision.kind} by ${decision.by}`;
}

function allow(action: string) {
  return { Effect: 'Allow', Action: action, Resource: '*' };
}

function policy(statement: object) {
  return readPolicy({ Version: '2012-10-17', Statement: [statement] });
}

import { expect, test } from 'vitest';
import { callLine } from './call-line.ts';

test('a call is told by what it names, and never by what it carries', () => {
  const line = callLine({
    service: 'lambda',
    operation: 'CreateFunction',
    input: { FunctionName: 'translate-function', Environment: { Variables: { SECRET: 'canary' } }, Code: {} },
  });
  expect(line).toBe('lambda:CreateFunction translate-function');
});

test('the parts of an API are told in the order of the path', () => {
  const input = { httpMethod: 'GET', restApiId: 'abc123', resourceId: 'x', authorizationType: 'NONE' };
  expect(callLine({ service: 'apigateway', operation: 'PutMethod', input })).toBe(
    'apigateway:PutMethod abc123 GET',
  );
});

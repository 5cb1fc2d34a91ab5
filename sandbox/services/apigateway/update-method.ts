import type { Method, UpdateMethodRequest } from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound } from './errors.ts';
import { checkAuthorization, checkModels, checkParameters, checkValidator, methodIn } from './methods.ts';
import { applyPatch, flag, type PatchRule } from './patch.ts';
import type { Definition } from './records.ts';

export function updateMethod(input: UpdateMethodRequest, ctx: Ctx): Method {
  const { definition, method, save } = methodIn(ctx, input);
  const rules = rulesFor(definition);
  applyPatch(method, input.patchOperations, { rules, wording: 'plain', input: 'updateMethodInput' });
  save();
  return method;
}

function rulesFor(definition: Definition): ReadonlyArray<PatchRule<Method>> {
  return [
    {
      path: '/authorizationType',
      ops: ['replace'],
      apply(method, { value }) {
        checkAuthorization(value);
        method.authorizationType = value;
      },
    },
    {
      path: '/authorizerId',
      ops: ['replace'],
      apply(method) {
        // AWS looks at the id only where the type asks for one, and that type is refused above.
        checkAuthorization(method.authorizationType);
      },
    },
    {
      path: '/apiKeyRequired',
      ops: ['replace'],
      apply: (method, { value }) => {
        method.apiKeyRequired = flag(value);
      },
    },
    {
      path: '/operationName',
      ops: ['replace'],
      apply: (method, { value }) => {
        method.operationName = value;
      },
    },
    {
      path: '/requestValidatorId',
      ops: ['replace'],
      apply(method, { value }) {
        checkValidator(definition, value);
        if (value) method.requestValidatorId = value;
        else delete method.requestValidatorId;
      },
    },
    {
      path: '/requestParameters/{name}',
      ops: ['add', 'replace', 'remove'],
      apply(method, { op, name, value }) {
        const { [name]: before, ...others } = method.requestParameters ?? {};
        if (op === 'remove' && before === undefined) throw notFound('Invalid parameter name specified');
        const after = op === 'remove' ? others : { ...others, [name]: flag(value) };
        checkParameters(after);
        setOrDrop(method, 'requestParameters', after);
      },
    },
    {
      path: '/requestModels/{name}',
      ops: ['add', 'replace', 'remove'],
      apply(method, { op, name, value }) {
        const { [name]: before, ...others } = method.requestModels ?? {};
        if (op === 'remove' && before === undefined) throw notFound('Content-Type specified was not found');
        const after = op === 'remove' ? others : { ...others, [name]: value ?? '' };
        checkModels(definition, after);
        setOrDrop(method, 'requestModels', after);
      },
    },
    {
      path: '/authorizationScopes',
      ops: ['add', 'remove'],
      apply() {
        throw badRequest(
          'Authorization Scopes cannot be set: they belong to an authorizer of Cognito user pools',
        );
      },
    },
  ];
}

function setOrDrop<K extends 'requestParameters' | 'requestModels'>(
  method: Method,
  key: K,
  value: NonNullable<Method[K]>,
): void {
  if (Object.keys(value).length > 0) method[key] = value as Method[K];
  else delete method[key];
}

import { orAbsent } from '#labs/kit/or-absent.ts';
import { idle } from './costs.ts';
import { declaredOf, type Kind, type Live } from './kind.ts';

/** AWS tells no creation time of a function: it is held by its name, its ARN, and by what the baseline had. */
export const functionKind: Kind = {
  atMost: 1,
  after: ['rest-api'],
  onlyWhenGone: [],
  async find(look) {
    const found = await Promise.all(
      declaredOf(look, 'function').map(async ({ name }): Promise<Live[]> => {
        const fn = await orAbsent(look.aws.lambda.getFunctionConfiguration({ FunctionName: name }));
        if (!fn) return [];
        const arn = fn.FunctionArn ?? '';
        const changedAt = Date.parse(fn.LastModified ?? '');
        return [
          {
            type: 'function',
            id: name,
            name,
            arn,
            identity: { arn },
            cost: idle,
            parts: { role: fn.Role ? [fn.Role] : [] },
            ...(Number.isNaN(changedAt) ? {} : { changedAt }),
          },
        ];
      }),
    );
    return found.flat();
  },
  async remove({ id }, aws) {
    await aws.lambda.deleteFunction({ FunctionName: id });
  },
  isGone: async ({ id }, aws) =>
    (await orAbsent(aws.lambda.getFunctionConfiguration({ FunctionName: id }))) === undefined,
  grants: ({ arn }) => [
    { action: 'lambda:GetFunctionConfiguration', resource: arn },
    { action: 'lambda:DeleteFunction', resource: arn },
  ],
};

import { declaredOf, type Kind } from './kind.ts';
import { grantsOfLogGroup, isLogGroupGone, readLogGroup, removeLogGroup } from './log-group.ts';

/** What API Gateway writes for a stage; its name holds the id of the API. */
export const apiLogGroupKind: Kind = {
  atMost: 3,
  after: ['rest-api'],
  onlyWhenGone: ['rest-api'],
  async find(look) {
    const stages = declaredOf(look, 'api-log-group').map(({ stage }) => stage);
    if (stages.length === 0) return [];
    const live = (await look.found('rest-api')).map(({ id }) => id);
    const ids = [...new Set([...live, ...look.remembered('rest-api')])];
    const found = await Promise.all(
      ids.flatMap((id) =>
        stages.map(async (stage) => {
          const group = await readLogGroup(
            `API-Gateway-Execution-Logs_${id}/${stage}`,
            'api-log-group',
            look.aws,
          );
          return group ? [{ ...group, owner: { type: 'rest-api' as const, id } }] : [];
        }),
      ),
    );
    return found.flat();
  },
  remove: removeLogGroup,
  isGone: isLogGroupGone,
  grants: grantsOfLogGroup,
};

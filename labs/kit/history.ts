import type { Look } from './lab.ts';
import { keysOf, readTable } from './table.ts';

/** What stands in every text that a check sends through the learner's API, so that its rows can be told apart. */
export const checkMark = 'handson-check';

/** A text for a run of ours: where the code already saves what it translates, its row is known as ours. */
export function marked(text: string): string {
  return `${text} ${checkMark}`;
}

/** A row of the history: its attributes as text, those of other types as what they are called (`N`, `BOOL` …). */
export interface HistoryRow {
  key: string;
  inputText: string | undefined;
  outputText: string | undefined;
  attributes: readonly string[];
}

/**
 * Rows of the table, read as they are now (`ItemCount` is hours late). Ends at `most` rows, or after twenty pages of a
 * table that became large.
 */
export async function readHistory(
  look: Pick<Look, 'aws' | 'names'>,
  { containing, most = 100 }: { containing?: string; most?: number } = {},
): Promise<HistoryRow[]> {
  const table = await readTable(look);
  const { partition } = keysOf(table ?? {});
  const rows: HistoryRow[] = [];
  let from: Record<string, AttributeValue> | undefined;
  for (let page = 0; page < 20 && rows.length < most; page++) {
    const answer = await look.aws.dynamodb.scan({
      TableName: look.names.table,
      ConsistentRead: true,
      Limit: 500,
      ...(from ? { ExclusiveStartKey: from } : {}),
      ...(containing === undefined
        ? {}
        : {
            FilterExpression: 'contains(input_text, :text)',
            ExpressionAttributeValues: { ':text': { S: containing } },
          }),
    });
    rows.push(...(answer.Items ?? []).map((item) => rowOf(item, partition.name)));
    from = answer.LastEvaluatedKey;
    if (!from) break;
  }
  return rows;
}

export function isOurRow({ inputText }: HistoryRow): boolean {
  return inputText?.includes(checkMark) ?? false;
}

type AttributeValue = import('@aws-sdk/client-dynamodb').AttributeValue;

function rowOf(item: Record<string, AttributeValue>, key: string): HistoryRow {
  return {
    key: item[key]?.S ?? '',
    inputText: item.input_text?.S,
    outputText: item.output_text?.S,
    attributes: Object.keys(item).sort(),
  };
}

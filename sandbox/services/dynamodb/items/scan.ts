import type { ScanCommandInput, ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { invalid } from '../errors.ts';
import { openScope, refuseMixed } from '../expressions/scope.ts';
import { READ } from '../facts.ts';
import { usableTable } from '../tables/record.ts';
import { tableName } from '../tables/table-name.ts';
import { scatterPoint, TOP } from '../values/key-code.ts';
import { indexSpace, itemSpace } from './keys.ts';
import { readPage } from './page.ts';
import { findIndex, mustFetch, readFilter, readPaths, readStart } from './page-request.ts';
import { narrowed } from './query.ts';
import type { Stretch } from './walk.ts';

export const scan: Operation<ScanCommandInput, ScanCommandOutput> = (input, ctx) => {
  const name = tableName(input.TableName);
  enforce(input, {
    ...READ,
    limit: { min: 1 },
    segment: { min: 0, max: 999_999 },
    totalSegments: { min: 1, max: 1_000_000 },
  });
  checkSegments(input);
  const { FilterExpression, ProjectionExpression, AttributesToGet, ScanFilter, ConditionalOperator } = input;
  const expressions = { FilterExpression, ProjectionExpression };
  refuseMixed({ AttributesToGet, ScanFilter, ConditionalOperator }, expressions);
  const scope = openScope(input, expressions, ['FilterExpression']);
  const filter = readFilter(input, ScanFilter, scope);
  const paths = readPaths(input, scope);
  scope.close();

  const table = usableTable(ctx, name);
  const index = findIndex(table, input);
  const start = readStart(table, index, input.ExclusiveStartKey)?.at;
  const stretch = segment(index ? indexSpace(table, index) : itemSpace(table), input);
  if (start !== undefined && (start < stretch.low || start > stretch.high)) {
    throw invalid(
      `The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: ${input.TotalSegments} Segment: ${input.Segment}`,
    );
  }
  return readPage(ctx, table, {
    stretch: narrowed(stretch, start),
    index,
    limit: input.Limit,
    filter,
    paths,
    select: input.Select,
    fetch: mustFetch(table, index, input.Select, paths),
    consistent: input.ConsistentRead === true,
    reportCapacity: input.ReturnConsumedCapacity,
  });
};

function checkSegments({ Segment, TotalSegments }: ScanCommandInput): void {
  if (Segment !== undefined && TotalSegments === undefined) {
    throw invalid(
      'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
    );
  }
  if (Segment === undefined && TotalSegments !== undefined) {
    throw invalid(
      'The Segment parameter is required but was not present in the request when parameter TotalSegments is present',
    );
  }
  if (Segment !== undefined && TotalSegments !== undefined && Segment >= TotalSegments) {
    throw invalid(
      `The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ${Segment} is not less than TotalSegments: ${TotalSegments}`,
    );
  }
}

/** Segments are equal parts of the range over which partition keys are scattered. */
function segment(space: string, { Segment = 0, TotalSegments = 1 }: ScanCommandInput): Stretch {
  const point = (part: number) => Math.floor((part * 2 ** 32) / TotalSegments);
  const last = Segment + 1 === TotalSegments;
  return {
    low: space + scatterPoint(point(Segment)),
    high: last ? space + TOP : space + scatterPoint(point(Segment + 1)),
    reverse: false,
  };
}

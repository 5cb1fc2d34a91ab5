import type { ExportResponse, GetExportCommandOutput, GetExportRequest } from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound } from './errors.ts';
import { type ExportInput, openApi } from './export-openapi.ts';
import { swagger } from './export-swagger.ts';
import { stageOf, tables } from './tables.ts';

/** The SDK's reader gives the body's bytes a method; a server answers the bytes. */
type Exported = Omit<ExportResponse, 'body'> & Pick<GetExportCommandOutput, 'body'>;

/** Writes down what is deployed to a stage, not the draft. */
export function getExport(input: GetExportRequest, ctx: Ctx): Exported {
  const stage = stageOf(ctx, input.restApiId, input.stageName);
  const snapshot = tables.snapshots(ctx).get(`${input.restApiId}/${stage.deploymentId}`);
  if (!snapshot) throw notFound('Invalid Deployment identifier specified');
  const write = { oas30: openApi, swagger }[input.exportType ?? ''];
  if (!write) throw badRequest(`Invalid Export type specified. Valid options are oas30,swagger`);
  if (/ya?ml/.test(input.accepts ?? '')) {
    throw badRequest('The sandbox exports application/json only, not application/yaml');
  }
  const extensions = input.parameters?.extensions?.split(',') ?? [];
  const version =
    snapshot.api.version ?? new Date(snapshot.api.createdDate).toISOString().replace('.000Z', 'Z');
  const source: ExportInput = {
    ...snapshot,
    version,
    host: `${input.restApiId}.execute-api.${ctx.region}.amazonaws.com`,
    stage: stage.stageName,
    integrations: extensions.includes('integrations') || extensions.includes('apigateway'),
    all: extensions.includes('apigateway'),
  };
  return {
    contentType: 'application/octet-stream',
    contentDisposition: `attachment; filename="${input.exportType}_${version}.json"`,
    body: new TextEncoder().encode(JSON.stringify(write(source), null, 2)) as NonNullable<Exported['body']>,
  };
}

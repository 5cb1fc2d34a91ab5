import { defineService } from '#sandbox/core/service.ts';
import { listEventSourceMappings, listFunctionUrlConfigs } from './absent.ts';
import { createAlias, deleteAlias, getAlias, listAliases, updateAlias } from './aliases.ts';
import { codeDoor } from './code-location.ts';
import {
  deleteFunctionConcurrency,
  getAccountSettings,
  getFunctionConcurrency,
  putFunctionConcurrency,
} from './concurrency.ts';
import { createFunction } from './create-function.ts';
import { deleteFunction } from './delete-function.ts';
import {
  deleteFunctionEventInvokeConfig,
  getFunctionEventInvokeConfig,
  listFunctionEventInvokeConfigs,
  putFunctionEventInvokeConfig,
  updateFunctionEventInvokeConfig,
} from './event-invoke-config.ts';
import { wakeEvents } from './event-queue.ts';
import { getFunction, getFunctionConfiguration } from './get-function.ts';
import { invoke } from './invoke.ts';
import { deleteLayerVersion, getLayerVersion, getLayerVersionByArn, publishLayerVersion } from './layers.ts';
import { listFunctions, listVersionsByFunction } from './list-functions.ts';
import { listLayers, listLayerVersions } from './list-layers.ts';
import { needs } from './needs.ts';
import { addPermission, getPolicy, removePermission } from './permissions.ts';
import { deleteResourcePolicy, getResourcePolicy, putResourcePolicy } from './resource-policy.ts';
import { listTags, tagResource, untagResource } from './tags.ts';
import { updateFunctionCode } from './update-function-code.ts';
import { updateFunctionConfiguration } from './update-function-configuration.ts';
import { publishVersion } from './versions.ts';

export const service = defineService<typeof import('@aws-sdk/client-lambda')>({
  name: 'lambda',
  client: () => import('@aws-sdk/client-lambda'),
  lacks: {
    UpdateFunctionCode: ['S3ObjectVersion', 'S3ObjectStorageMode'],
    ListFunctions: ['MasterRegion'],
  },
  operations: {
    CreateFunction: createFunction,
    GetFunction: getFunction,
    GetFunctionConfiguration: getFunctionConfiguration,
    UpdateFunctionCode: updateFunctionCode,
    UpdateFunctionConfiguration: updateFunctionConfiguration,
    DeleteFunction: deleteFunction,
    ListFunctions: listFunctions,
    ListVersionsByFunction: listVersionsByFunction,

    Invoke: invoke,

    PublishVersion: publishVersion,
    CreateAlias: createAlias,
    GetAlias: getAlias,
    UpdateAlias: updateAlias,
    DeleteAlias: deleteAlias,
    ListAliases: listAliases,

    AddPermission: addPermission,
    GetPolicy: getPolicy,
    RemovePermission: removePermission,

    PutResourcePolicy: putResourcePolicy,
    GetResourcePolicy: getResourcePolicy,
    DeleteResourcePolicy: deleteResourcePolicy,

    PutFunctionConcurrency: putFunctionConcurrency,
    GetFunctionConcurrency: getFunctionConcurrency,
    DeleteFunctionConcurrency: deleteFunctionConcurrency,
    GetAccountSettings: getAccountSettings,

    PutFunctionEventInvokeConfig: putFunctionEventInvokeConfig,
    UpdateFunctionEventInvokeConfig: updateFunctionEventInvokeConfig,
    GetFunctionEventInvokeConfig: getFunctionEventInvokeConfig,
    DeleteFunctionEventInvokeConfig: deleteFunctionEventInvokeConfig,
    ListFunctionEventInvokeConfigs: listFunctionEventInvokeConfigs,

    PublishLayerVersion: publishLayerVersion,
    GetLayerVersion: getLayerVersion,
    GetLayerVersionByArn: getLayerVersionByArn,
    ListLayers: listLayers,
    ListLayerVersions: listLayerVersions,
    DeleteLayerVersion: deleteLayerVersion,

    ListEventSourceMappings: listEventSourceMappings,
    ListFunctionUrlConfigs: listFunctionUrlConfigs,

    TagResource: tagResource,
    UntagResource: untagResource,
    ListTags: listTags,
  },
  needs,
  door: codeDoor,
  wake: wakeEvents,
});

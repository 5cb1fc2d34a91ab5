import { defineService, type Service } from '#sandbox/core/service.ts';
import { getAccount, updateAccount } from './account.ts';
import { createApiKey, deleteApiKey, getApiKey, getApiKeys, updateApiKey } from './api-keys.ts';
import {
  createDeployment,
  deleteDeployment,
  getDeployment,
  getDeployments,
  updateDeployment,
} from './deployments.ts';
import { getExport } from './export.ts';
import {
  deleteGatewayResponse,
  getGatewayResponse,
  getGatewayResponses,
  putGatewayResponse,
  updateGatewayResponse,
} from './gateway-responses.ts';
import {
  deleteIntegrationResponse,
  getIntegrationResponse,
  putIntegrationResponse,
  updateIntegrationResponse,
} from './integration-responses.ts';
import { deleteIntegration, getIntegration, putIntegration } from './integrations.ts';
import {
  deleteMethodResponse,
  getMethodResponse,
  putMethodResponse,
  updateMethodResponse,
} from './method-responses.ts';
import { deleteMethod, getMethod, putMethod } from './methods.ts';
import { createModel, deleteModel, getModel, getModels, updateModel } from './models.ts';
import { needsOf } from './needs.ts';
import {
  createRequestValidator,
  deleteRequestValidator,
  getRequestValidator,
  getRequestValidators,
  updateRequestValidator,
} from './request-validators.ts';
import { createResource, deleteResource, getResource, getResources, updateResource } from './resources.ts';
import { createRestApi, deleteRestApi, getRestApi, getRestApis } from './rest-apis.ts';
import { createStage, deleteStage, getStage, getStages } from './stages.ts';
import { getTags, tagResource, untagResource } from './tags.ts';
import { testInvokeMethod } from './test-invoke-method.ts';
import { updateIntegration } from './update-integration.ts';
import { updateMethod } from './update-method.ts';
import { updateRestApi } from './update-rest-api.ts';
import { updateStage } from './update-stage.ts';
import { updateUsagePlan } from './update-usage-plan.ts';
import { getUsage } from './usage.ts';
import {
  createUsagePlanKey,
  deleteUsagePlanKey,
  getUsagePlanKey,
  getUsagePlanKeys,
} from './usage-plan-keys.ts';
import { createUsagePlan, deleteUsagePlan, getUsagePlan, getUsagePlans } from './usage-plans.ts';
import { web } from './web/web.ts';

type Client = typeof import('@aws-sdk/client-api-gateway');

const operations: Service<Client>['operations'] = {
  CreateRestApi: createRestApi,
  GetRestApi: getRestApi,
  GetRestApis: getRestApis,
  UpdateRestApi: updateRestApi,
  DeleteRestApi: deleteRestApi,
  CreateResource: createResource,
  GetResource: getResource,
  GetResources: getResources,
  UpdateResource: updateResource,
  DeleteResource: deleteResource,
  PutMethod: putMethod,
  GetMethod: getMethod,
  UpdateMethod: updateMethod,
  DeleteMethod: deleteMethod,
  PutMethodResponse: putMethodResponse,
  GetMethodResponse: getMethodResponse,
  UpdateMethodResponse: updateMethodResponse,
  DeleteMethodResponse: deleteMethodResponse,
  PutIntegration: putIntegration,
  GetIntegration: getIntegration,
  UpdateIntegration: updateIntegration,
  DeleteIntegration: deleteIntegration,
  PutIntegrationResponse: putIntegrationResponse,
  GetIntegrationResponse: getIntegrationResponse,
  UpdateIntegrationResponse: updateIntegrationResponse,
  DeleteIntegrationResponse: deleteIntegrationResponse,
  CreateRequestValidator: createRequestValidator,
  GetRequestValidator: getRequestValidator,
  GetRequestValidators: getRequestValidators,
  UpdateRequestValidator: updateRequestValidator,
  DeleteRequestValidator: deleteRequestValidator,
  CreateModel: createModel,
  GetModel: getModel,
  GetModels: getModels,
  UpdateModel: updateModel,
  DeleteModel: deleteModel,
  PutGatewayResponse: putGatewayResponse,
  GetGatewayResponse: getGatewayResponse,
  GetGatewayResponses: getGatewayResponses,
  UpdateGatewayResponse: updateGatewayResponse,
  DeleteGatewayResponse: deleteGatewayResponse,
  CreateDeployment: createDeployment,
  GetDeployment: getDeployment,
  GetDeployments: getDeployments,
  UpdateDeployment: updateDeployment,
  DeleteDeployment: deleteDeployment,
  CreateStage: createStage,
  GetStage: getStage,
  GetStages: getStages,
  UpdateStage: updateStage,
  DeleteStage: deleteStage,
  CreateApiKey: createApiKey,
  GetApiKey: getApiKey,
  GetApiKeys: getApiKeys,
  UpdateApiKey: updateApiKey,
  DeleteApiKey: deleteApiKey,
  CreateUsagePlan: createUsagePlan,
  GetUsagePlan: getUsagePlan,
  GetUsagePlans: getUsagePlans,
  UpdateUsagePlan: updateUsagePlan,
  DeleteUsagePlan: deleteUsagePlan,
  CreateUsagePlanKey: createUsagePlanKey,
  GetUsagePlanKey: getUsagePlanKey,
  GetUsagePlanKeys: getUsagePlanKeys,
  DeleteUsagePlanKey: deleteUsagePlanKey,
  GetUsage: getUsage,
  GetAccount: getAccount,
  UpdateAccount: updateAccount,
  GetTags: getTags,
  TagResource: tagResource,
  UntagResource: untagResource,
  GetExport: getExport,
  TestInvokeMethod: testInvokeMethod,
};

export const service = defineService<Client>({
  name: 'apigateway',
  client: () => import('@aws-sdk/client-api-gateway'),
  operations,
  needs: needsOf(operations),
  web,
});

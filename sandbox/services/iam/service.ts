import { defineService } from '#sandbox/core/service.ts';
import { createAccessKey, deleteAccessKey, listAccessKeys, updateAccessKey } from './access-keys.ts';
import {
  createAccountAlias,
  deleteAccountAlias,
  getAccountSummary,
  listAccountAliases,
  listInstanceProfilesForRole,
} from './account.ts';
import {
  attachRolePolicy,
  attachUserPolicy,
  detachRolePolicy,
  detachUserPolicy,
  listAttachedRolePolicies,
  listAttachedUserPolicies,
} from './attachments.ts';
import {
  deleteRolePermissionsBoundary,
  deleteUserPermissionsBoundary,
  putRolePermissionsBoundary,
  putUserPermissionsBoundary,
} from './boundaries.ts';
import { listEntitiesForPolicy } from './entities-for-policy.ts';
import {
  deleteRolePolicy,
  deleteUserPolicy,
  getRolePolicy,
  getUserPolicy,
  listRolePolicies,
  listUserPolicies,
  putRolePolicy,
  putUserPolicy,
} from './inline-policies.ts';
import { needs } from './needs.ts';
import { createPolicy, deletePolicy, getPolicy, listPolicies } from './policies.ts';
import {
  createPolicyVersion,
  deletePolicyVersion,
  getPolicyVersion,
  listPolicyVersions,
  setDefaultPolicyVersion,
} from './policy-versions.ts';
import { createRole, deleteRole, getRole, listRoles } from './roles.ts';
import {
  getContextKeysForCustomPolicy,
  getContextKeysForPrincipalPolicy,
  simulateCustomPolicy,
  simulatePrincipalPolicy,
} from './simulate-policy.ts';
import {
  listPolicyTags,
  listRoleTags,
  listUserTags,
  tagPolicy,
  tagRole,
  tagUser,
  untagPolicy,
  untagRole,
  untagUser,
} from './tags.ts';
import { updateAssumeRolePolicy, updateRole, updateRoleDescription } from './trust-policies.ts';
import { createUser, deleteUser, getUser, listUsers } from './users.ts';

export const service = defineService<typeof import('@aws-sdk/client-iam')>({
  name: 'iam',
  client: () => import('@aws-sdk/client-iam'),
  lacks: {
    SimulateCustomPolicy: ['OrderedOrganizationPolicyInputList', 'ResourceHandlingOption'],
    SimulatePrincipalPolicy: ['PolicyExclusionList', 'ResourceHandlingOption'],
  },
  global: true,
  operations: {
    AttachRolePolicy: attachRolePolicy,
    AttachUserPolicy: attachUserPolicy,
    CreateAccessKey: createAccessKey,
    CreateAccountAlias: createAccountAlias,
    CreatePolicy: createPolicy,
    CreatePolicyVersion: createPolicyVersion,
    CreateRole: createRole,
    CreateUser: createUser,
    DeleteAccessKey: deleteAccessKey,
    DeleteAccountAlias: deleteAccountAlias,
    DeletePolicy: deletePolicy,
    DeletePolicyVersion: deletePolicyVersion,
    DeleteRole: deleteRole,
    DeleteRolePermissionsBoundary: deleteRolePermissionsBoundary,
    DeleteRolePolicy: deleteRolePolicy,
    DeleteUser: deleteUser,
    DeleteUserPermissionsBoundary: deleteUserPermissionsBoundary,
    DeleteUserPolicy: deleteUserPolicy,
    DetachRolePolicy: detachRolePolicy,
    DetachUserPolicy: detachUserPolicy,
    GetAccountSummary: getAccountSummary,
    GetContextKeysForCustomPolicy: getContextKeysForCustomPolicy,
    GetContextKeysForPrincipalPolicy: getContextKeysForPrincipalPolicy,
    GetPolicy: getPolicy,
    GetPolicyVersion: getPolicyVersion,
    GetRole: getRole,
    GetRolePolicy: getRolePolicy,
    GetUser: getUser,
    GetUserPolicy: getUserPolicy,
    ListAccessKeys: listAccessKeys,
    ListAccountAliases: listAccountAliases,
    ListAttachedRolePolicies: listAttachedRolePolicies,
    ListAttachedUserPolicies: listAttachedUserPolicies,
    ListEntitiesForPolicy: listEntitiesForPolicy,
    ListInstanceProfilesForRole: listInstanceProfilesForRole,
    ListPolicies: listPolicies,
    ListPolicyTags: listPolicyTags,
    ListPolicyVersions: listPolicyVersions,
    ListRolePolicies: listRolePolicies,
    ListRoles: listRoles,
    ListRoleTags: listRoleTags,
    ListUserPolicies: listUserPolicies,
    ListUsers: listUsers,
    ListUserTags: listUserTags,
    PutRolePermissionsBoundary: putRolePermissionsBoundary,
    PutRolePolicy: putRolePolicy,
    PutUserPermissionsBoundary: putUserPermissionsBoundary,
    PutUserPolicy: putUserPolicy,
    SetDefaultPolicyVersion: setDefaultPolicyVersion,
    SimulateCustomPolicy: simulateCustomPolicy,
    SimulatePrincipalPolicy: simulatePrincipalPolicy,
    TagPolicy: tagPolicy,
    TagRole: tagRole,
    TagUser: tagUser,
    UntagPolicy: untagPolicy,
    UntagRole: untagRole,
    UntagUser: untagUser,
    UpdateAccessKey: updateAccessKey,
    UpdateAssumeRolePolicy: updateAssumeRolePolicy,
    UpdateRole: updateRole,
    UpdateRoleDescription: updateRoleDescription,
  },
  needs,
});

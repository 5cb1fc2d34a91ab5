/**
 * What CloudFormation takes of a template like ours: a table of facts, for a test without AWS. Sources: CloudFormation User
 * Guide, "AWS::IAM::Role" and "CloudFormation quotas"; IAM User Guide, "IAM and STS quotas"; IAM API Reference,
 * CreateRole and PutRolePolicy; as read on 2026-11-21.
 */
export const limits = {
  /** A template given in the request; uploaded files go through S3 and may be twenty times as large. */
  templateBytes: 51_200,
  descriptionBytes: 1024,
  /** All inline policies of a role together, white space left out. */
  inlinePolicies: 10_240,
  /** A trust policy, without asking for more. */
  trustPolicy: 2048,
} as const;

const policyDocument = {
  type: 'object',
  required: ['Version', 'Statement'],
  additionalProperties: false,
  properties: {
    Version: { const: '2012-10-17' },
    Id: { type: 'string' },
    Statement: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['Effect', 'Action'],
        additionalProperties: false,
        properties: {
          Sid: { type: 'string', pattern: '^[A-Za-z0-9]*$' },
          Effect: { enum: ['Allow', 'Deny'] },
          Principal: { type: 'object' },
          Action: {
            anyOf: [
              { type: 'string', pattern: '^[a-z0-9-]+:[A-Za-z*]+$' },
              { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[a-z0-9-]+:[A-Za-z*]+$' } },
            ],
          },
          Resource: {
            anyOf: [
              { type: 'string', pattern: '^(\\*|arn:[^\\s]+)$' },
              { type: 'array', minItems: 1, items: { type: 'string', pattern: '^(\\*|arn:[^\\s]+)$' } },
            ],
          },
          Condition: { type: 'object' },
        },
      },
    },
  },
};

/** One that allows something says on what. */
const permissions = {
  allOf: [
    policyDocument,
    { properties: { Statement: { items: { required: ['Resource'], not: { required: ['Principal'] } } } } },
  ],
};

const trust = {
  allOf: [
    policyDocument,
    { properties: { Statement: { items: { required: ['Principal'], not: { required: ['Resource'] } } } } },
  ],
};

const role = {
  type: 'object',
  required: ['Type', 'Properties'],
  additionalProperties: false,
  properties: {
    Type: { const: 'AWS::IAM::Role' },
    Properties: {
      type: 'object',
      required: ['AssumeRolePolicyDocument'],
      additionalProperties: false,
      properties: {
        AssumeRolePolicyDocument: trust,
        Description: { type: 'string', maxLength: 1000 },
        ManagedPolicyArns: { type: 'array', uniqueItems: true, items: { type: 'string' } },
        MaxSessionDuration: { type: 'integer', minimum: 3600, maximum: 43200 },
        Path: { type: 'string', minLength: 1, maxLength: 512, pattern: '^(/|/[\\x21-\\x7e]+/)$' },
        PermissionsBoundary: { type: 'string' },
        RoleName: { type: 'string', minLength: 1, maxLength: 64, pattern: '^[\\w+=,.@-]+$' },
        Tags: { type: 'array' },
        Policies: {
          type: 'array',
          items: {
            type: 'object',
            required: ['PolicyName', 'PolicyDocument'],
            additionalProperties: false,
            properties: {
              PolicyName: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[\\w+=,.@-]+$' },
              PolicyDocument: permissions,
            },
          },
        },
      },
    },
  },
};

export const roleTemplateSchema = {
  type: 'object',
  required: ['Resources'],
  additionalProperties: false,
  properties: {
    AWSTemplateFormatVersion: { const: '2010-09-09' },
    Description: { type: 'string' },
    Resources: {
      type: 'object',
      minProperties: 1,
      maxProperties: 500,
      additionalProperties: false,
      patternProperties: { '^[A-Za-z0-9]{1,255}$': role },
    },
    Outputs: {
      type: 'object',
      maxProperties: 200,
      additionalProperties: false,
      patternProperties: {
        '^[A-Za-z0-9]{1,255}$': {
          type: 'object',
          required: ['Value'],
          additionalProperties: false,
          properties: {
            Description: { type: 'string', maxLength: 1024 },
            Value: {
              type: 'object',
              required: ['Fn::GetAtt'],
              additionalProperties: false,
              properties: {
                'Fn::GetAtt': {
                  type: 'array',
                  minItems: 2,
                  maxItems: 2,
                  items: [{ type: 'string' }, { enum: ['Arn', 'RoleId'] }],
                },
              },
            },
          },
        },
      },
    },
  },
};

import { courseNames } from '#labs/kit/names.ts';
import { asDocuments, type PolicyDocument } from '../policy/document.ts';
import { graderPolicy } from '../policy/grader-policy.ts';
import type { Learner } from './learner.ts';

export interface GraderRole {
  name: string;
  path: string;
  trust: object;
  policies: Array<{ name: string; document: PolicyDocument }>;
}

/** What a learner makes once: it may read the course's things, and only the instructor's account may take it. */
export function graderRole(learner: Learner, instructor: string): GraderRole {
  const { account, region, prefix, role, externalId } = learner;
  const words = role.slice(role.indexOf(':role/') + ':role'.length).split('/');
  const documents = asDocuments(graderPolicy({ account, region, names: courseNames(prefix) }));
  return {
    name: words.at(-1) ?? '',
    path: `${words.slice(0, -1).join('/')}/`,
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${instructor}:root` },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': externalId } },
        },
      ],
    },
    policies: documents.map((document, at) => ({ name: `reads-of-the-course-${at + 1}`, document })),
  };
}

/** For who clicks: CloudFormation, "Upload a template file". */
export function templateOf({ name, path, trust, policies }: GraderRole): object {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description:
      'The role through which an instructor looks at the labs of Serverless Hands-on. It only reads.',
    Resources: {
      Grader: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: name,
          Path: path,
          MaxSessionDuration: 3600,
          AssumeRolePolicyDocument: trust,
          Policies: policies.map((one) => ({ PolicyName: one.name, PolicyDocument: one.document })),
        },
      },
    },
    Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['Grader', 'Arn'] } } },
  };
}

/** The same for who types; the documents hold no quote that a shell would end at. */
export function commandsOf({ name, path, trust, policies }: GraderRole): string[] {
  const at = path === '/' ? '' : ` --path ${path}`;
  return [
    `aws iam create-role --role-name ${name}${at} --max-session-duration 3600 --assume-role-policy-document '${JSON.stringify(trust)}'`,
    ...policies.map(
      (one) =>
        `aws iam put-role-policy --role-name ${name} --policy-name ${one.name} --policy-document '${JSON.stringify(one.document)}'`,
    ),
  ];
}

type Removable = Pick<GraderRole, 'name'> & { policies: ReadonlyArray<{ name: string }> };

/** What removes it after the course: the last thing to be cleaned. */
export function removalOf({ name, policies }: Removable): string[] {
  return [
    ...policies.map((one) => `aws iam delete-role-policy --role-name ${name} --policy-name ${one.name}`),
    `aws iam delete-role --role-name ${name}`,
  ];
}

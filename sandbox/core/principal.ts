/** Who makes a call. An administrator is not asked for policies; everybody else is. */
export type Principal = AdministratorPrincipal | UserPrincipal | RolePrincipal | ServicePrincipal;

interface AdministratorPrincipal {
  kind: 'administrator';
  account: string;
  arn: string;
  userId: string;
}

interface UserPrincipal {
  kind: 'user';
  account: string;
  arn: string;
  userId: string;
  userName: string;
}

export interface RolePrincipal {
  kind: 'role';
  account: string;
  /** `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION` */
  arn: string;
  userId: string;
  roleArn: string;
  roleName: string;
  sessionName: string;
  /** A policy given with AssumeRole narrows the session. */
  sessionPolicies?: string[];
}

/** AWS itself, as when API Gateway calls a function; allowed by resource policies only. */
export interface ServicePrincipal {
  kind: 'service';
  /** `apigateway.amazonaws.com` */
  service: string;
  account: string;
  arn: string;
  userId: string;
  sourceArn?: string;
  sourceAccount?: string;
}

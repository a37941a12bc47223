import { strict as assert } from "node:assert";
import { FargateService, type FargateServiceArgs } from "../../../components/compute/fargateService";
import type { TaskSpec } from "../../../components/compute/taskSpec";
import { type Deployed, deploy } from "../../harness";

const ARN = "arn:aws";
export const ACCOUNT = "111122223333";
export const LOG_KEY = `${ARN}:kms:us-east-1:${ACCOUNT}:key/logs`;
export const SECRET_KEY = `${ARN}:kms:us-east-1:${ACCOUNT}:key/secrets`;
export const REPOSITORY = `${ARN}:ecr:us-east-1:${ACCOUNT}:repository/api`;
export const SHELL = {
  kmsKeyArn: `${ARN}:kms:us-east-1:${ACCOUNT}:key/shell`,
  logGroupArn: `${ARN}:logs:us-east-1:${ACCOUNT}:log-group:shell`,
};
export const secretArn = (name: string) => `${ARN}:secretsmanager:us-east-1:${ACCOUNT}:secret:${name}-AbCdEf`;

/** A task with nothing unusual; tests change one thing. */
export const TASK: TaskSpec = {
  location: { accountId: ACCOUNT, region: "us-east-1" },
  image: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/api:1`,
  repositoryArn: REPOSITORY,
  shell: "off",
  logKmsKeyArn: LOG_KEY,
  logRetentionDays: 365,
  deletionProtection: true,
};

export const SERVICE: FargateServiceArgs = {
  ...TASK,
  cluster: { arn: `${ARN}:ecs:us-east-1:${ACCOUNT}:cluster/main`, name: "main" },
  placement: { vpcId: "vpc-1", subnetIds: ["subnet-private-1", "subnet-private-2"] },
  loadBalancer: { arnSuffix: "app/main/123", securityGroupId: "sg-lb", httpsListenerArn: "arn:listener" },
  route: { priority: 10 },
  scaling: { min: 2, max: 6 },
};

const services = new Map<string, Promise<Deployed<FargateService>>>();

/** A service with some arguments changed. Deployed once per change: a service takes a quarter of a second. */
export function service(changes: Partial<FargateServiceArgs> = {}): Promise<Deployed<FargateService>> {
  const key = JSON.stringify(changes);
  const found = services.get(key) ?? deploy((opts) => new FargateService("api", { ...SERVICE, ...changes }, opts));
  services.set(key, found);
  return found;
}

/** The one container of the one task definition, as ECS will read it. */
export function container(deployed: Deployed<unknown>): any {
  return JSON.parse(deployed.one("ecs/taskDefinition:TaskDefinition").inputs["containerDefinitions"])[0];
}

/** Statements of a role's policy, all of which allow something, by Sid. */
export function statements(deployed: Deployed<unknown>, policyName: string): Record<string, any> {
  const policy = JSON.parse(deployed.one("iam/rolePolicy:RolePolicy", policyName).inputs["policy"]);
  for (const each of policy.Statement) assert.equal(each.Effect, "Allow", each.Sid);
  return Object.fromEntries(policy.Statement.map((each: { Sid: string }) => [each.Sid, each]));
}

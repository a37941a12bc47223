import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import { policyDocument, type Statement, trustService } from "../shared/policyDocument";
import { threatAgentStatements } from "./threatAgent";
import type { SecretRef } from "./taskSpec";

export interface ImportAccess {
  readonly location: Location;
  readonly logGroupArn: pulumi.Input<string>;
  readonly secret: Omit<SecretRef, "key">;
  readonly bucketArn: pulumi.Input<string>;
  readonly bucketKmsKeyArn: pulumi.Input<string>;
}

/** One role to start with, one to run with, as children of `component`. */
export function importRoles(component: pulumi.Resource, name: string, access: ImportAccess) {
  const mine = { parent: component };
  const role = (suffix: string, statements: Statement[]) => {
    const assumeRolePolicy = trustService("ecs-tasks.amazonaws.com", access.location.accountId);
    const { id, arn } = new aws.iam.Role(`${name}-${suffix}`, { assumeRolePolicy }, mine);
    new aws.iam.RolePolicy(`${name}-${suffix}-may`, { role: id, policy: policyDocument(statements) }, mine);
    return arn;
  };
  return { executionRoleArn: role("start", startStatements(access)), taskRoleArn: role("run", runStatements(access)) };
}

/** Public images need no right to pull, but GuardDuty's agent does. */
function startStatements({ location, logGroupArn, secret }: ImportAccess): Statement[] {
  return [
    ...threatAgentStatements(location),
    {
      Sid: "Logs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${logGroupArn}:*`,
    },
    { Sid: "Secret", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secret.secretArn },
    {
      Sid: "SecretKey",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: secret.kmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${location.region}.amazonaws.com` } },
    },
  ];
}

/** Read the bucket of dumps. The database is opened with its password, not with this role. */
function runStatements({ location, bucketArn, bucketKmsKeyArn }: ImportAccess): Statement[] {
  return [
    {
      Sid: "ReadDump",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: pulumi.interpolate`${bucketArn}/*`,
    },
    {
      Sid: "ReadDumpKey",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: bucketKmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `s3.${location.region}.amazonaws.com` } },
    },
  ];
}

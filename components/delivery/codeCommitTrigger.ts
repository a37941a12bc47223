import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import { policyDocument, trustService } from "../shared/policyDocument";

export interface CodeCommitTriggerSpec {
  readonly repositoryName: string;
  readonly branch: string;
  readonly pipelineArn: pulumi.Input<string>;
  readonly location: Location;
}

/** Starts a pipeline at each push to one branch: the triggers of pipelines themselves know connections only. */
export function codeCommitTrigger(component: pulumi.Resource, name: string, spec: CodeCommitTriggerSpec): void {
  const { repositoryName, branch, pipelineArn, location } = spec;
  const mine = { parent: component };
  const role = new aws.iam.Role(
    `${name}-starter`,
    { assumeRolePolicy: trustService("events.amazonaws.com", location.accountId) },
    mine,
  );
  const permission = new aws.iam.RolePolicy(
    `${name}-starter-may`,
    {
      role: role.id,
      policy: policyDocument([
        { Sid: "Start", Effect: "Allow", Action: "codepipeline:StartPipelineExecution", Resource: pipelineArn },
      ]),
    },
    mine,
  );
  const rule = new aws.cloudwatch.EventRule(
    `${name}-push`,
    {
      description: `Pushes to ${branch} of ${repositoryName}`,
      eventPattern: JSON.stringify({
        source: ["aws.codecommit"],
        "detail-type": ["CodeCommit Repository State Change"],
        resources: [`arn:aws:codecommit:${location.region}:${location.accountId}:${repositoryName}`],
        detail: { event: ["referenceCreated", "referenceUpdated"], referenceType: ["branch"], referenceName: [branch] },
      }),
    },
    mine,
  );
  new aws.cloudwatch.EventTarget(
    `${name}-push-start`,
    { rule: rule.name, arn: pipelineArn, roleArn: role.arn },
    { ...mine, dependsOn: [permission] },
  );
}

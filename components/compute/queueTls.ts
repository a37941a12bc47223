import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../shared/policyDocument";

/** Refuses plain HTTP; access itself is left to the roles: 45 CFR 164.312(e)(1). */
export function queueTls(component: pulumi.Resource, name: string, queue: aws.sqs.Queue): void {
  const policy = policyDocument([
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: queue.arn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
  new aws.sqs.QueuePolicy(name, { queueUrl: queue.id, policy }, { parent: component });
}

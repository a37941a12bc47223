import * as pulumi from "@pulumi/pulumi";

/** One statement of an AWS policy document; the element names are AWS's own. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: pulumi.Input<"*" | Record<string, pulumi.Input<string | pulumi.Input<string>[]>>>;
  readonly Action: pulumi.Input<string | string[]>;
  readonly Resource?: pulumi.Input<string | pulumi.Input<string>[]>;
  readonly NotResource?: pulumi.Input<string | pulumi.Input<string>[]>;
  readonly Condition?: Record<string, Record<string, pulumi.Input<string | pulumi.Input<string>[]>>>;
}

/**
 * The JSON text of a policy document. Statements may hold outputs: they are resolved first, which `JSON.stringify` would
 * not do (it writes "Calling [toJSON] ..." into the policy and AWS accepts it).
 */
export function policyDocument(statements: pulumi.Input<pulumi.Input<Statement>[]>): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/** The trust policy that lets one AWS service assume a role, only on behalf of resources in our own account. */
export function trustService(service: string, accountId?: string): pulumi.Output<string> {
  return policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sts:AssumeRole",
      ...(accountId === undefined ? {} : { Condition: { StringEquals: { "aws:SourceAccount": accountId } } }),
    },
  ]);
}

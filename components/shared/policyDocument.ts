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
  return trust(service, accountId === undefined ? {} : { StringEquals: { "aws:SourceAccount": accountId } });
}

/**
 * The same for a service of which AWS does not say whether it names the account: where it does, only ours passes; where it
 * does not, the service is not locked out.
 */
export function trustServiceIfNamed(service: string, accountId: string): pulumi.Output<string> {
  return trust(service, { StringEqualsIfExists: { "aws:SourceAccount": accountId } });
}

function trust(service: string, condition: NonNullable<Statement["Condition"]>): pulumi.Output<string> {
  return policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sts:AssumeRole",
      ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
    },
  ]);
}

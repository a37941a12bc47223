import type { Statement } from "../shared/policyDocument";

/**
 * Lets users or roles of one account take a role, by name. Not as principals: IAM refuses a trust policy that names somebody who
 * does not exist, and one who was deleted and made anew stays outside ("IAM JSON policy elements: Principal"). Whoever is
 * named also needs the right to call `sts:AssumeRole`, from a policy of his own: `RequireMfaArgs.roleArns`.
 */
export function trustPeople(
  accountId: string,
  principalArns: readonly string[],
  condition: NonNullable<Statement["Condition"]>,
): Statement {
  return {
    Sid: "PeopleWithMfa",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: "sts:AssumeRole",
    Condition: { ArnEquals: { "aws:PrincipalArn": [...principalArns] }, ...condition },
  };
}

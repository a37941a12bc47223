import { rule } from "../rule";

/** Characters that each kind of policy may have: IAM counts without blanks, the others with them. */
const LIMITS: Readonly<Record<string, readonly [property: string, limit: number, blanks: boolean]>> = {
  "aws:iam/policy:Policy": ["policy", 6144, false],
  "aws:iam/rolePolicy:RolePolicy": ["policy", 10_240, false],
  "aws:iam/userPolicy:UserPolicy": ["policy", 2048, false],
  "aws:iam/groupPolicy:GroupPolicy": ["policy", 5120, false],
  // By default; a quota takes it to 4096.
  "aws:iam/role:Role": ["assumeRolePolicy", 4096, true],
  "aws:s3/bucketPolicy:BucketPolicy": ["policy", 20_480, true],
  "aws:kms/key:Key": ["policy", 32_768, true],
  "aws:kms/keyPolicy:KeyPolicy": ["policy", 32_768, true],
  "aws:secretsmanager/secretPolicy:SecretPolicy": ["policy", 20_480, true],
  "aws:ec2/vpcEndpoint:VpcEndpoint": ["policy", 20_480, true],
};

export const policySize = rule({
  id: "policy-size",
  title: "Policies are within AWS's size limits",
  family: "preflight",
  severity: "low",
  controls: ["164.308(a)(8)"],
  remediation: "Split it: a role can have several managed policies",
  types: Object.keys(LIMITS),
  check: (resource) => {
    const [property, limit, blanks] = LIMITS[resource.type] ?? ["policy", 0, true];
    const policy = resource.at(property);
    if (policy.unknown) return policy.later();
    if (policy.absent) return undefined;
    const text = policy.text ?? JSON.stringify(policy.value);
    const size = (blanks ? text : text.replaceAll(/\s/g, "")).length;
    return size > limit ? policy.refuse(`has ${String(size)} characters, and AWS allows ${String(limit)}`) : undefined;
  },
});

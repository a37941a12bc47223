import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument } from "../shared/policyDocument";
import { regionsProblem } from "../shared/regions";
import { trustPeople } from "./trustPeople";

const CLOSED = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const SUPPORT = "arn:aws:iam::aws:policy/AWSSupportAccess";

export interface AccountDefaultsArgs {
  /** Of the stack. */
  readonly location: Location;
  /** Every region that is open in the account, the stack's among them: most of the settings are kept for each. */
  readonly regions: readonly string[];
  /**
   * ARNs of the users or roles that may talk to AWS Support in an incident, after MFA: CIS AWS Foundations Benchmark,
   * "support role". @default no such role, where administrators do it
   */
  readonly supportPrincipalArns?: readonly string[];
}

/**
 * Defaults of new buckets, disks and machines: private, encrypted, without credentials that can be stolen. Once per account: for the account's own stack, never an environment's. 45 CFR 164.312(a)(1), (a)(2)(iv).
 */
export class AccountDefaults extends pulumi.ComponentResource {
  public readonly supportRoleArn: pulumi.Output<string> | undefined;

  constructor(name: string, args: AccountDefaultsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:security:AccountDefaults", name, args, opts);
    const { location, regions, supportPrincipalArns } = args;
    const problem = regionsProblem(regions, location.region);
    if (problem) invalid(this, "regions", ...problem);
    if (supportPrincipalArns?.length === 0)
      invalid(this, "supportPrincipalArns", "nobody could take the role", "Name at least one person, or leave it out");

    // Destroying would open the account for everybody else in it.
    const stays = { parent: this, retainOnDelete: true };
    new aws.s3.AccountPublicAccessBlock(`${name}-s3`, { accountId: location.accountId, ...CLOSED }, stays);
    for (const region of regions) defaultsOf(`${name}-${region}`, region, stays);

    this.supportRoleArn =
      supportPrincipalArns === undefined
        ? undefined
        : supportRole(name, location.accountId, supportPrincipalArns, { parent: this }).arn;
    this.registerOutputs({ supportRoleArn: this.supportRoleArn });
  }
}

function defaultsOf(name: string, region: string, stays: pulumi.CustomResourceOptions): void {
  new aws.ebs.EncryptionByDefault(`${name}-disks`, { region, enabled: true }, stays);
  // What was shared before this stack came is closed as well; images know only "new".
  new aws.ebs.SnapshotBlockPublicAccess(`${name}-snapshots`, { region, state: "block-all-sharing" }, stays);
  new aws.ec2.ImageBlockPublicAccess(`${name}-images`, { region, state: "block-new-sharing" }, stays);
  // A request that is tricked out of a web server gets no credentials: AWS, "Use IMDSv2". Hop limit 1 shuts out containers.
  new aws.ec2.InstanceMetadataDefaults(
    `${name}-metadata`,
    { region, httpTokens: "required", httpPutResponseHopLimit: 1 },
    stays,
  );
}

function supportRole(
  name: string,
  accountId: string,
  principalArns: readonly string[],
  mine: pulumi.CustomResourceOptions,
): aws.iam.Role {
  const role = new aws.iam.Role(
    `${name}-support`,
    {
      description: "Opens and reads cases with AWS Support in an incident",
      assumeRolePolicy: policyDocument([
        trustPeople(accountId, principalArns, { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      ]),
    },
    mine,
  );
  new aws.iam.RolePolicyAttachment(`${name}-support-may`, { role: role.name, policyArn: SUPPORT }, mine);
  return role;
}

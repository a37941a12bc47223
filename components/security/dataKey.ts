import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument, type Statement } from "../shared/policyDocument";

/** The longest time to change one's mind that KMS has: a deleted key is deleted data. AWS, "ScheduleKeyDeletion". */
const DELETION_WINDOW_DAYS = 30;

export interface DataKeyArgs {
  /** The name people see, without `alias/`. Include the stack: an alias is unique per account and region. */
  readonly alias: string;
  /** Which data the key protects, in words. */
  readonly description: string;
  /** Of the stack: the account keeps control of the key. */
  readonly location: Location;
  /** Another region than the stack's. @default location.region */
  readonly region?: string;
  /**
   * Who else may use the key, besides the roles that IAM policies allow; see `keyGrants.ts`. A grant may name a resource
   * that is created later, unless that resource waits for this key's `arn`. @default none
   */
  readonly grants?: pulumi.Input<pulumi.Input<Statement>[]>;
  /**
   * Region that gets the same key once more, under the same alias: what is encrypted here can be decrypted there when this
   * region is lost. Cannot be added later, since the key would be another one. @default none
   */
  readonly replicaRegion?: string;
  /** True keeps Pulumi from ever scheduling the key's deletion. */
  readonly deletionProtection: boolean;
}

/** The key of one data store, rotated every year: 45 CFR 164.312(a)(2)(iv). One store, one key, one blast radius. */
export class DataKey extends pulumi.ComponentResource {
  /** Whoever uses it waits for the grants, too. */
  public readonly arn: pulumi.Output<string>;
  public readonly id: pulumi.Output<string>;
  /** Of the key in `replicaRegion`. */
  public readonly replicaArn: pulumi.Output<string> | undefined;

  constructor(name: string, args: DataKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    // A component, and so each of its children, waits for what it is given: late grants must not hold up the key.
    const { grants = [], ...early } = args;
    super("telehealth:security:DataKey", name, early, opts);
    const { alias, description, location, region, replicaRegion, deletionProtection } = args;
    if (!/^[\w/-]+$/.test(alias) || /^(alias|aws)\//.test(alias))
      invalid(
        this,
        "alias",
        `"${alias}" is not a name that KMS accepts`,
        "Use letters, digits, - and _, without alias/",
      );

    const mine = { parent: this };
    const where = region === undefined ? {} : { region };
    const key = new aws.kms.Key(
      `${name}-key`,
      {
        description,
        enableKeyRotation: true,
        deletionWindowInDays: DELETION_WINDOW_DAYS,
        ...(replicaRegion === undefined ? {} : { multiRegion: true }),
        ...where,
      },
      { ...mine, protect: deletionProtection },
    );
    new aws.kms.Alias(`${name}-alias`, { name: `alias/${alias}`, targetKeyId: key.id, ...where }, mine);
    // Apart from the key, so that a grant can name what was created after it. `Key.policy` beside it would fight it.
    const policy = new aws.kms.KeyPolicy(
      `${name}-policy`,
      { keyId: key.id, policy: policyDocument(accountFirst(location, grants)), ...where },
      mine,
    );

    this.arn = after(key.arn, policy);
    this.id = key.id;
    this.replicaArn =
      replicaRegion === undefined
        ? undefined
        : replicate(this, name, { ...args, replicaRegion, primaryKeyArn: key.arn });
    this.registerOutputs({ arn: this.arn, id: this.id });
  }
}

interface Replica extends DataKeyArgs {
  readonly replicaRegion: string;
  readonly primaryKeyArn: pulumi.Output<string>;
}

/** The key's twin in the other region; rotation is the primary key's, everything else its own. */
function replicate(parent: DataKey, name: string, replica: Replica): pulumi.Output<string> {
  const {
    alias,
    description,
    location,
    grants = [],
    replicaRegion: region,
    primaryKeyArn,
    deletionProtection,
  } = replica;
  const key = new aws.kms.ReplicaKey(
    `${name}-replica`,
    {
      region,
      primaryKeyArn,
      description,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: policyDocument(accountFirst(location, grants)),
    },
    { parent, protect: deletionProtection },
  );
  new aws.kms.Alias(`${name}-replica-alias`, { region, name: `alias/${alias}`, targetKeyId: key.keyId }, { parent });
  return key.arn;
}

/** Without the account's own statement nobody could ever change the policy again, and KMS refuses it. */
function accountFirst(
  { accountId }: Location,
  grants: pulumi.Input<pulumi.Input<Statement>[]>,
): pulumi.Output<pulumi.Input<Statement>[]> {
  const account: Statement = {
    Sid: "AccountDecidesByIam",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  return pulumi.output(grants).apply((list) => [account, ...list]);
}

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument, type Statement, trustService } from "../shared/policyDocument";
import { PhiBucket, type Versions } from "./phiBucket";

/** Of the one rule, by which S3 counts what it could not copy. */
export const RULE_ID = "everything";

export interface BucketReplicationArgs {
  /** The bucket to copy: a `PhiBucket`'s `name`, which waits for versioning. */
  readonly sourceBucket: pulumi.Input<string>;
  readonly sourceKmsKeyArn: pulumi.Input<string>;
  /** Unique among all of AWS, and not the source's name. */
  readonly replicaBucketName: string;
  /** A key in the second region. */
  readonly replicaKmsKeyArn: pulumi.Input<string>;
  /** An access-log bucket in the second region. */
  readonly replicaAccessLogBucket: pulumi.Input<string>;
  /** The account, and the region of the source. */
  readonly location: Location;
  readonly replicaRegion: string;
  /** As in the source. There is no "off": S3 only copies between buckets with versions. */
  readonly versions: Versions;
  /** As in the source: S3 does not copy what a lifecycle rule does, so the copy would stay for ever. @default never */
  readonly expireAfterDays?: number;
  /**
   * Further statements of the replica's policy. Objects are copied before the malware scanner has judged them, and the verdict
   * follows: a quarantine of the source belongs here too. @default none
   */
  readonly replicaStatements?: pulumi.Input<pulumi.Input<Statement>[]>;
  /** True keeps AWS from emptying the replica and Pulumi from deleting it. */
  readonly deletionProtection: boolean;
}

/**
 * Copies everything new in a bucket to a second region within minutes: 45 CFR 164.308(a)(7)(ii)(A). What was in the
 * bucket before is not copied: that takes an S3 Batch Replication job, once.
 */
export class BucketReplication extends pulumi.ComponentResource {
  public readonly replicaName: pulumi.Output<string>;
  public readonly replicaArn: pulumi.Output<string>;

  constructor(name: string, args: BucketReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:storage:BucketReplication", name, args, opts);
    const { sourceBucket, replicaKmsKeyArn, location, replicaRegion, versions, expireAfterDays, deletionProtection } =
      args;
    if (replicaRegion === location.region)
      invalid(this, "replicaRegion", `${replicaRegion} is the source's own region`, "Name another region");

    const mine = { parent: this };
    const replica = new PhiBucket(
      `${name}-replica`,
      {
        bucketName: args.replicaBucketName,
        location,
        region: replicaRegion,
        kmsKeyArn: replicaKmsKeyArn,
        accessLogBucket: args.replicaAccessLogBucket,
        versions,
        ...(expireAfterDays === undefined ? {} : { expireAfterDays }),
        ...(args.replicaStatements === undefined ? {} : { statements: args.replicaStatements }),
        deletionProtection,
      },
      mine,
    );
    // No aws:SourceAccount here: S3 does not document that replication sends it, and would fail silently without.
    const role = new aws.iam.Role(`${name}-copy`, { assumeRolePolicy: trustService("s3.amazonaws.com") }, mine);
    const copy = new aws.iam.RolePolicy(
      `${name}-copy`,
      { role: role.name, policy: policyDocument(copyStatements(args)) },
      mine,
    );
    new aws.s3.BucketReplicationConfig(
      `${name}-rule`,
      {
        bucket: sourceBucket,
        role: role.arn,
        rules: [
          {
            id: RULE_ID,
            status: "Enabled",
            priority: 1,
            filter: { prefix: "" },
            deleteMarkerReplication: { status: "Enabled" },
            sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
            destination: {
              bucket: replica.arn,
              encryptionConfiguration: { replicaKmsKeyId: replicaKmsKeyArn },
              // Without metrics nobody sees a copy that failed.
              metrics: { status: "Enabled" },
            },
          },
        ],
      },
      { ...mine, dependsOn: [replica, copy] },
    );

    this.replicaName = replica.name;
    this.replicaArn = replica.arn;
    this.registerOutputs({ replicaName: this.replicaName, replicaArn: this.replicaArn });
  }
}

/** Read there, write here, and each key only through S3: AWS, "Setting up permissions for live replication". */
function copyStatements(args: BucketReplicationArgs): Statement[] {
  const { sourceBucket, sourceKmsKeyArn, replicaBucketName, replicaKmsKeyArn, location, replicaRegion } = args;
  const throughS3 = (region: string) => ({ StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } });
  return [
    {
      Sid: "ReadConfiguration",
      Effect: "Allow",
      Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
      Resource: pulumi.interpolate`arn:aws:s3:::${sourceBucket}`,
    },
    {
      Sid: "ReadSource",
      Effect: "Allow",
      Action: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
      Resource: pulumi.interpolate`arn:aws:s3:::${sourceBucket}/*`,
    },
    {
      Sid: "WriteReplica",
      Effect: "Allow",
      Action: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
      Resource: `arn:aws:s3:::${replicaBucketName}/*`,
    },
    {
      Sid: "DecryptSource",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: sourceKmsKeyArn,
      Condition: throughS3(location.region),
    },
    {
      Sid: "EncryptReplica",
      Effect: "Allow",
      Action: ["kms:Encrypt", "kms:GenerateDataKey"],
      Resource: replicaKmsKeyArn,
      Condition: throughS3(replicaRegion),
    },
  ];
}

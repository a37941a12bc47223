import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { closedBucket, withKey } from "../shared/closedBucket";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

/** A run is repeated from its sources, never from old artifacts; reports are looked at within weeks. */
const KEEP_DAYS = 30;

/** Where the builds of a pipeline keep what they hand on. */
export interface ArtifactStore {
  /** Whoever uses it waits for the bucket's policy. */
  readonly name: pulumi.Output<string>;
  readonly arn: string;
  readonly kmsKeyArn: pulumi.Input<string>;
}

export interface ArtifactBucketSpec {
  readonly bucketName: string;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly accessLogBucket: pulumi.Input<string>;
  readonly deletionProtection: boolean;
}

/**
 * The pipeline's own bucket: only what CodePipeline reads as a source needs versions (AWS, "Amazon S3 source action"),
 * what it stores artifacts in does not.
 */
export function artifactBucket(
  component: pulumi.Resource,
  name: string,
  { bucketName, kmsKeyArn, accessLogBucket, deletionProtection }: ArtifactBucketSpec,
): ArtifactStore {
  const { bucket, policy } = closedBucket(component, name, {
    bucketName,
    region: undefined,
    encryption: withKey(kmsKeyArn),
    statements: [],
    accessLogBucket,
    retention: {
      keepNoncurrentDays: undefined,
      archive: undefined,
      expireAfterDays: KEEP_DAYS,
      intelligentTiering: false,
    },
    deletionProtection,
  });
  return { name: after(bucket.bucket, policy), arn: `arn:aws:s3:::${bucketName}`, kmsKeyArn };
}

/** What a build reads from the pipeline's store and writes to it. */
export interface ArtifactUse {
  /** Names of artifacts as the pipeline's actions have them, or "all". */
  readonly reads: readonly string[] | "all";
  readonly writes: readonly string[] | "all";
}

/** The pipeline's folder, and the first characters of the artifact's name: "Input and output artifacts", CodePipeline. */
const ARTIFACT_CHARACTERS = 10;
const objectsOf = (arn: string, names: readonly string[] | "all"): string[] =>
  names === "all" ? [`${arn}/*`] : names.map((name) => `${arn}/*/${name.slice(0, ARTIFACT_CHARACTERS)}/*`);

/**
 * Reading and writing artifacts: AWS, "Manage the CodePipeline service role" and "Create a CodeBuild service role". A build that
 * runs other people's code must not be able to put something else in the place of what the release applies.
 */
export function artifactStatements(
  { arn, kmsKeyArn }: ArtifactStore,
  { region }: Location,
  { reads, writes }: ArtifactUse,
): Statement[] {
  return [
    {
      Sid: "ReadArtifacts",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Resource: objectsOf(arn, reads),
    },
    ...(writes.length === 0
      ? []
      : [
          {
            Sid: "WriteArtifacts",
            Effect: "Allow" as const,
            Action: "s3:PutObject",
            Resource: objectsOf(arn, writes),
          },
        ]),
    {
      Sid: "ArtifactBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning"],
      Resource: arn,
    },
    {
      Sid: "ArtifactKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: kmsKeyArn,
      Condition: {
        StringEquals: { "kms:ViaService": [`s3.${region}.amazonaws.com`, `codebuild.${region}.amazonaws.com`] },
      },
    },
  ];
}

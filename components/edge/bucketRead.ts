import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../shared/policyDocument";

/** CloudFront, and of CloudFront only this one distribution: a wildcard would let any distribution of the account in. */
function onlyFor(distributionArn: pulumi.Input<string>) {
  return {
    Principal: { Service: "cloudfront.amazonaws.com" },
    Condition: { StringEquals: { "AWS:SourceArn": distributionArn } },
  };
}

/**
 * Statement for the bucket policy. No s3:ListBucket, though it would turn the 403 of a missing file into a 404: a
 * signed URL of "/" would then list the names of all recordings.
 */
export function bucketReadStatement(bucketArn: pulumi.Input<string>, distributionArn: pulumi.Input<string>): Statement {
  return {
    Sid: "CdnRead",
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: pulumi.interpolate`${bucketArn}/*`,
    ...onlyFor(distributionArn),
  };
}

/**
 * Statement for the policy of the bucket's key. Add it with a separate `aws.kms.KeyPolicy` after the distribution: the
 * distribution needs the bucket and the bucket the key, so the key itself cannot name the distribution.
 */
export function keyDecryptStatement(distributionArn: pulumi.Input<string>): Statement {
  return { Sid: "CdnDecrypt", Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...onlyFor(distributionArn) };
}

import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../shared/policyDocument";
import { STAFF } from "./attributes";

export interface FilesAccess {
  readonly filesBucketArn: pulumi.Input<string>;
  /** Key the bucket is encrypted with. */
  readonly filesKmsKeyArn: pulumi.Input<string>;
  readonly region: string;
}

/** Session tag -> claim it is taken from. Both attributes are out of the users' own reach. */
export const TAGS = { organizationId: "custom:organizationId", role: "custom:role" };

/** IAM fills the names in: the identity of who signed in, and the organization in its session. */
const OWN_FILES = "files/${cognito-identity.amazonaws.com:sub}/*";
const TENANT_FILES = "organizations/${aws:PrincipalTag/organizationId}/*";

/** Staff with an organization that is not empty: "" would mean the prefix organizations//, common to all without one. */
const A_TENANT = { "aws:PrincipalTag/organizationId": "?*" };
const OF_STAFF = { "aws:PrincipalTag/role": [...STAFF] };

/** No deleting: what was once stored in a patient's file is removed by the API, which keeps a record of it. */
const READ_AND_WRITE = ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"];

/** What a browser may do in the files bucket: everybody with their own files, staff with those of their organization. */
export function filesStatements({ filesBucketArn, filesKmsKeyArn, region }: FilesAccess): Statement[] {
  return [
    {
      Sid: "OwnFiles",
      Effect: "Allow",
      Action: READ_AND_WRITE,
      Resource: pulumi.interpolate`${filesBucketArn}/${OWN_FILES}`,
    },
    {
      Sid: "ListOwnFiles",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: filesBucketArn,
      Condition: { StringLike: { "s3:prefix": OWN_FILES } },
    },
    {
      Sid: "TenantFiles",
      Effect: "Allow",
      Action: READ_AND_WRITE,
      Resource: pulumi.interpolate`${filesBucketArn}/${TENANT_FILES}`,
      Condition: { StringLike: A_TENANT, StringEquals: OF_STAFF },
    },
    {
      Sid: "ListTenantFiles",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: filesBucketArn,
      Condition: { StringLike: { "s3:prefix": TENANT_FILES, ...A_TENANT }, StringEquals: OF_STAFF },
    },
    {
      Sid: "EncryptThroughS3",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: filesKmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
    },
  ];
}

import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:s3/bucketPolicy:BucketPolicy": "policy",
  "aws:s3/bucket:Bucket": "policy",
  "aws:s3/accessPoint:AccessPoint": "policy",
  "aws:s3control/accessPointPolicy:AccessPointPolicy": "policy",
  "aws:s3control/bucketPolicy:BucketPolicy": "policy",
  "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy": "policy",
  "aws:s3tables/tableBucketPolicy:TableBucketPolicy": "resourcePolicy",
  "aws:s3tables/tablePolicy:TablePolicy": "resourcePolicy",
  "aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy": "policy",
  "aws:glacier/vault:Vault": "accessPolicy",
};

export const s3PolicyPublic = rule({
  id: "s3-policy-public",
  title: "Bucket and access point policies grant nothing to unnamed principals",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)"],
  remediation: "Name the principals, or add a condition on aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES),
});

import { bad, type CaseTable, ok, one } from "./case";
import { CDN, DISTRIBUTION, document, narrowed, policyCases, statement } from "./policyCase";

export const dataPolicies: CaseTable = {
  "s3-policy-public": policyCases(
    {
      "s3/bucketPolicy:BucketPolicy": "policy",
      "s3/bucketV2:BucketV2": "policy",
      "s3/accessPoint:AccessPoint": "policy",
      "glacier/vault:Vault": "accessPolicy",
    },
    {
      accepts: [
        ok(
          "CloudFront for one distribution",
          one("s3/bucketPolicy:BucketPolicy", {
            policy: document(statement(CDN, { Condition: { StringEquals: { "AWS:SourceArn": DISTRIBUTION } } })),
          }),
        ),
        ok(
          "S3's log writer for the account",
          one("s3/bucketPolicy:BucketPolicy", {
            policy: document(
              statement(
                { Service: "logging.s3.amazonaws.com" },
                {
                  Condition: {
                    ArnLike: { "aws:SourceArn": "arn:aws:s3:::files-*" },
                    StringEquals: { "aws:SourceAccount": "111122223333" },
                  },
                },
              ),
            ),
          }),
        ),
        ok(
          "load balancers of the region",
          one("s3/bucketPolicy:BucketPolicy", {
            policy: document(
              statement({ AWS: "arn:aws:iam::127311923021:root" }),
              statement({ Service: "logdelivery.elasticloadbalancing.amazonaws.com" }),
            ),
          }),
        ),
      ],
      rejects: [
        bad(
          "CloudFront for anybody's distribution",
          /cloudfront.amazonaws.com on behalf of any/,
          one("s3/bucketPolicy:BucketPolicy", { policy: document(statement(CDN)) }),
        ),
        bad(
          "CloudFront for the distributions of every account",
          /cloudfront/,
          one("s3/bucketPolicy:BucketPolicy", {
            policy: document(
              statement(CDN, { Condition: { ArnLike: { "AWS:SourceArn": "arn:aws:cloudfront::*:distribution/*" } } }),
            ),
          }),
        ),
      ],
    },
  ),
  "file-system-policy-public": policyCases(
    { "efs/fileSystemPolicy:FileSystemPolicy": "policy" },
    {
      accepts: [
        ok(
          "whoever reaches a mount target",
          one("efs/fileSystemPolicy:FileSystemPolicy", {
            policy: document(narrowed("Bool", "elasticfilesystem:AccessedViaMountTarget", "true")),
          }),
        ),
      ],
      rejects: [
        bad(
          "whoever does not",
          /everyone|anyone/,
          one("efs/fileSystemPolicy:FileSystemPolicy", {
            policy: document(narrowed("Bool", "elasticfilesystem:AccessedViaMountTarget", "false")),
          }),
        ),
      ],
    },
  ),
  "database-policy-public": policyCases(
    {
      "opensearch/domain:Domain": "accessPolicies",
      "opensearch/domainPolicy:DomainPolicy": "accessPolicies",
      "elasticsearch/domain:Domain": "accessPolicies",
      "dynamodb/resourcePolicy:ResourcePolicy": "policy",
    },
    {
      accepts: [
        ok(
          "a few addresses",
          one("opensearch/domain:Domain", {
            accessPolicies: document(narrowed("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "10.0.0.0/8"])),
          }),
        ),
      ],
      rejects: [
        bad(
          "half the internet",
          /everyone|anyone/,
          one("opensearch/domain:Domain", {
            accessPolicies: document(narrowed("IpAddress", "aws:SourceIp", "0.0.0.0/1")),
          }),
        ),
      ],
    },
  ),
  "repository-policy-public": policyCases({
    "ecr/repositoryPolicy:RepositoryPolicy": "policy",
    "ecr/registryPolicy:RegistryPolicy": "policy",
    "codeartifact/domainPermissions:DomainPermissions": "policyDocument",
  }),
  "backup-and-log-policy-public": policyCases(
    { "backup/vaultPolicy:VaultPolicy": "policy", "cloudwatch/logResourcePolicy:LogResourcePolicy": "policyDocument" },
    {
      accepts: [
        ok(
          "a vault that denies deletion to everyone",
          one("backup/vaultPolicy:VaultPolicy", {
            policy: document(statement("*", { Effect: "Deny", Action: "backup:DeleteRecoveryPoint" })),
          }),
        ),
      ],
    },
  ),
  "api-policy-public": policyCases(
    { "apigateway/restApiPolicy:RestApiPolicy": "policy", "apigateway/restApi:RestApi": "policy" },
    {
      accepts: [
        ok(
          "a private API that denies all but its endpoint",
          one("apigateway/restApi:RestApi", {
            policy: document(
              statement("*", { Action: "execute-api:Invoke" }),
              statement("*", {
                Effect: "Deny",
                Action: "execute-api:Invoke",
                Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } },
              }),
            ),
          }),
        ),
      ],
      rejects: [
        bad(
          "a denial that leaves a gap",
          /everyone|anyone/,
          one("apigateway/restApi:RestApi", {
            policy: document(
              statement("*", { Action: "execute-api:Invoke" }),
              statement("*", {
                Effect: "Deny",
                Action: "execute-api:Invoke",
                Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0", "aws:UserAgent": "x" } },
              }),
            ),
          }),
        ),
      ],
    },
  ),
};

import { LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const BUCKET = "s3/bucket:Bucket";

export const lifecycle: CaseTable = {
  "pulumi-protect": {
    accepts: [
      ok("a protected bucket", one(BUCKET, {}, { protect: true })),
      ok("a log group", one("cloudwatch/logGroup:LogGroup", {})),
    ],
    rejects: [
      "s3/bucket:Bucket",
      "s3/bucketV2:BucketV2",
      "rds/cluster:Cluster",
      "kms/key:Key",
      "cognito/userPool:UserPool",
      "dynamodb/table:Table",
    ].map((type) => bad(type, /options.protect: a mistake/, one(type, {}))),
  },
  "delete-before-replace": {
    accepts: [
      ok("a protected bucket", one(BUCKET, {}, { protect: true, deleteBeforeReplace: true })),
      ok("nothing", one(BUCKET, {})),
    ],
    rejects: [bad("a bucket", /deletes the data first/, one(BUCKET, {}, { deleteBeforeReplace: true }))],
  },
  "force-destroy": {
    accepts: [ok("nothing", one(BUCKET, {})), ok("false", one("backup/vault:Vault", { forceDestroy: false }))],
    rejects: [
      bad("a bucket", /without confirmation/, one(BUCKET, { forceDestroy: true })),
      bad("a vault", /without/, one("backup/vault:Vault", { forceDestroy: true })),
      bad("a repository", /without/, one("ecr/repository:Repository", { forceDelete: true })),
    ],
    defers: [ok("unknown", one(BUCKET, { forceDestroy: LATER }))],
  },
  "ignored-protection": {
    accepts: [
      ok("versions and counts", one("ecs/service:Service", {}, { ignoreChanges: ["desiredCount", "taskDefinition"] })),
      ok(
        "a bucket's encryption, which another resource sets",
        one(BUCKET, {}, { ignoreChanges: ["serverSideEncryptionConfiguration"] }),
      ),
      ok("a resource that is not AWS's", [
        { type: "random:index/randomId:RandomId", name: "it", props: {}, opts: { ignoreChanges: ["*"] } },
      ]),
    ],
    rejects: [
      bad("everything", /changes of \* are ignored/, one("rds/cluster:Cluster", {}, { ignoreChanges: ["*"] })),
      bad(
        "deletion protection",
        /deletionProtection/,
        one("rds/cluster:Cluster", {}, { ignoreChanges: ["engineVersion", "deletionProtection"] }),
      ),
      bad("a part of a policy", /policy/, one("s3/bucketPolicy:BucketPolicy", {}, { ignoreChanges: ["policy"] })),
      bad("a key", /kmsKeyId/, one("rds/cluster:Cluster", {}, { ignoreChanges: ["kmsKeyId"] })),
      bad(
        "a bucket's encryption where it is set",
        /rules/,
        one(
          "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
          {},
          {
            ignoreChanges: ["rules"],
          },
        ),
      ),
      bad(
        "who may come in",
        /cidrIpv4/,
        one("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {}, { ignoreChanges: ["cidrIpv4"] }),
      ),
      bad(
        "rules of the default group",
        /ingress/,
        one("ec2/defaultSecurityGroup:DefaultSecurityGroup", {}, { ignoreChanges: ["ingress[0].cidrBlocks"] }),
      ),
    ],
  },
};

import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const PINNED = { allowedAccountIds: '["111122223333"]', region: "us-east-1" };
const provider = (props: Record<string, unknown>, name = "aws"): Given => ({
  type: "pulumi:providers:aws",
  name,
  props,
});
const by = (
  type: string,
  props: Record<string, unknown>,
  name: string,
  settings: Record<string, unknown> = PINNED,
) => ({
  type: `aws:${type}`,
  name: "it",
  props,
  provider: { type: "pulumi:providers:aws", name, props: settings },
});
const BUCKET = "s3/bucket:Bucket";
const PLAN = "backup/plan:Plan";
const vault = (region: string, account = "111122223333") => ({
  rules: [
    {
      ruleName: "daily",
      copyActions: [{ destinationVaultArn: `arn:aws:backup:${region}:${account}:backup-vault:copy` }],
    },
  ],
});
const REPLICATION = "s3/bucketReplicationConfig:BucketReplicationConfig";
const replicated = (account: unknown) => ({
  bucket: "files",
  rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::copy", account } }],
});
const CLUSTER = "rds/cluster:Cluster";
const tags = (value: string) => ({
  defaultTags: JSON.stringify({ tags: { DataClass: value, Environment: "x", Owner: "y" } }),
});

export const placement: CaseTable = {
  "provider-account-pin": {
    accepts: [
      ok("an account", [provider(PINNED)]),
      ok("an account as a list", [provider({ allowedAccountIds: ["111122223333"] })]),
      ok("a role of an account", [
        provider({ assumeRoles: JSON.stringify([{ roleArn: "arn:aws:iam::111122223333:role/deploy" }]) }),
      ]),
    ],
    rejects: [
      bad("no account", /names no account/, [provider({ region: "us-east-1" })]),
      bad("an empty list", /names no account/, [provider({ allowedAccountIds: "[]" })]),
      bad("text that is no account", /is not an account ID/, [provider({ allowedAccountIds: '["*"]' })]),
    ],
    defers: [ok("an unknown account", [provider({ allowedAccountIds: LATER })])],
  },
  "provider-static-credentials": {
    accepts: [ok("none", [provider(PINNED)]), ok("a profile", [provider({ ...PINNED, profile: "deploy" })])],
    rejects: [
      bad("a key", /person's or role's key/, [provider({ ...PINNED, accessKey: "AKIAIOSFODNN7EXAMPLE" })]),
      bad("a secret key that is not known yet", /person's or role's key/, [provider({ ...PINNED, secretKey: LATER })]),
      bad("a token", /person's or role's key/, [provider({ ...PINNED, token: "session" })]),
    ],
  },
  "provider-checks": {
    accepts: [
      ok("the defaults", [provider({ ...PINNED, skipCredentialsValidation: "false", skipRegionValidation: "true" })]),
      ok("AWS's own endpoint", [
        provider({ ...PINNED, endpoints: JSON.stringify([{ s3: "https://s3-fips.us-east-1.amazonaws.com" }]) }),
      ]),
      ok("FIPS", [provider({ ...PINNED, useFipsEndpoint: "true" })]),
      ok("no file, as a text", [provider({ ...PINNED, sharedConfigFiles: "[]" })]),
      ok("an encrypted proxy", [provider({ ...PINNED, httpsProxy: "https://proxy.example.com" })]),
      ok("Pulumi's own plugin, whose version the engine writes", [provider({ ...PINNED, version: "7.48.0" })]),
      ok("a provider of another package", [
        { type: "pulumi:providers:random", name: "random", props: { insecure: "true" } },
      ]),
    ],
    rejects: [
      bad("no certificates", /not verified/, [provider({ ...PINNED, insecure: "true" })]),
      bad("no look at the credentials", /not looked up|owner of the credentials is not verified/, [
        provider({ ...PINNED, skipCredentialsValidation: true }),
      ]),
      bad("no look at the account", /not looked up|owner of the credentials is not verified/, [
        provider({ ...PINNED, skipRequestingAccountId: "true" }),
      ]),
      bad("another address", /which is not AWS/, [
        provider({ ...PINNED, endpoints: JSON.stringify([{ s3: "http://s3.example.com" }]) }),
      ]),
      bad("another address as a list", /which is not AWS/, [
        provider({ ...PINNED, endpoints: [{ kms: "https://kms.us-east-1.amazonaws.com.example.com" }] }),
      ]),
      bad("a proxy in the clear", /in clear text/, [provider({ ...PINNED, httpsProxy: "http://proxy.example.com" })]),
      bad("the same in other letters", /in clear text/, [
        provider({ ...PINNED, httpProxy: "HTTP://proxy.example.com" }),
      ]),
      bad("a file", /other addresses/, [provider({ ...PINNED, sharedConfigFiles: '["own.ini"]' })]),
      bad("certificates", /trusts certificates/, [provider({ ...PINNED, customCaBundle: "own.pem" })]),
      bad("credentials from elsewhere", /fetches credentials from another address/, [
        provider({ ...PINNED, ec2MetadataServiceEndpoint: "http://169.254.0.1" }),
      ]),
      bad("another plugin", /pluginDownloadURL: has another program/, [
        provider({ ...PINNED, pluginDownloadURL: "https://plugins.example.net" }),
      ]),
      bad("another plugin of another package", /parameterization: has another program/, [
        { type: "pulumi:providers:random", name: "random", props: { parameterization: { name: "own" } } },
      ]),
    ],
    defers: [
      ok("an unknown flag", [provider({ ...PINNED, insecure: LATER })]),
      ok("an unknown address of metadata", [provider({ ...PINNED, ec2MetadataServiceEndpoint: LATER })]),
      ok("an unknown proxy", [provider({ ...PINNED, httpProxy: LATER })]),
    ],
  },
  "default-provider-beside-own": {
    accepts: [
      ok("its own provider", [provider(PINNED), by(BUCKET, {}, "aws")]),
      ok("the default one, which is the only one", [
        provider(PINNED, "default_7_48_0"),
        by(BUCKET, {}, "default_7_48_0"),
      ]),
      ok("nothing known of providers", one(BUCKET, {})),
    ],
    rejects: [
      bad("the default one beside another", /default provider creates it/, [
        provider(PINNED),
        by(BUCKET, {}, "default_7_48_0"),
      ]),
    ],
  },
  "provider-of-other-account": {
    accepts: [
      ok("two regions of one account", [provider(PINNED), provider({ ...PINNED, region: "us-west-2" }, "west")]),
      ok("one that names none", [provider(PINNED), provider({ region: "us-west-2" }, "west")]),
    ],
    rejects: [
      bad("two accounts", /uses account 444455556666, and aws uses 111122223333/, [
        provider(PINNED),
        provider({ allowedAccountIds: '["444455556666"]' }, "other"),
      ]),
    ],
    defers: [ok("an unknown account", [provider(PINNED), provider({ allowedAccountIds: LATER }, "other")])],
  },
  "resource-region-abroad": {
    accepts: [
      ok("no region", one(BUCKET, {})),
      ok("a recovery region", [provider(PINNED), ...one(BUCKET, { region: "us-west-2" })]),
      ok("GovCloud", one(BUCKET, { region: "us-gov-west-1" })),
      ok("a stack of Europe", [
        provider({ ...PINNED, region: "eu-central-1" }),
        ...one(BUCKET, { region: "eu-west-1" }),
      ]),
      ok("a copy at home", one(PLAN, vault("us-west-2"))),
      ok("two providers at home", [provider(PINNED), provider({ ...PINNED, region: "us-west-2" }, "west")]),
    ],
    rejects: [
      bad("a bucket in Europe", /eu-west-1 is outside the stack's country \(us\)/, [
        ...one(BUCKET, { region: "eu-west-1" }),
        provider(PINNED),
      ]),
      bad(
        "a bucket in China",
        /cn-north-1 is outside the stack's country \(us\)/,
        one(BUCKET, { region: "cn-north-1" }),
      ),
      bad("a provider abroad", /is outside the stack's country/, [
        provider({ ...PINNED, region: "ap-south-1" }, "mumbai"),
        provider(PINNED),
      ]),
      bad("a backup abroad", /is outside the stack's country/, one(PLAN, vault("eu-west-1"))),
      bad(
        "a replica of a table",
        /is outside the stack's country/,
        one("dynamodb/table:Table", { replicas: [{ regionName: "eu-west-1" }] }),
      ),
      bad(
        "a replica of a secret",
        /is outside the stack's country/,
        one("secretsmanager/secret:Secret", { replicas: [{ region: "sa-east-1" }] }),
      ),
    ],
    defers: [ok("an unknown region", one(BUCKET, { region: LATER }))],
  },
  "copy-to-other-account": {
    accepts: [
      ok("our account", [...one(REPLICATION, replicated("111122223333")), provider(PINNED)]),
      ok("no account", [...one(REPLICATION, replicated(undefined)), provider(PINNED)]),
      ok("a vault of ours", [...one(PLAN, vault("us-west-2")), provider(PINNED)]),
    ],
    rejects: [
      bad("a bucket elsewhere", /account 444455556666, which is not (one of )?ours/, [
        ...one(REPLICATION, replicated("444455556666")),
        provider(PINNED),
      ]),
      bad("a peering", /444455556666/, [
        ...one("ec2/vpcPeeringConnection:VpcPeeringConnection", { peerOwnerId: "444455556666" }),
        provider(PINNED),
      ]),
    ],
    defers: [ok("an unknown account", [...one(REPLICATION, replicated(LATER)), provider(PINNED)])],
  },
  "production-data-elsewhere": {
    accepts: [
      ok("a snapshot of production in production", one(CLUSTER, { snapshotIdentifier: "telehealth-prod-final" })),
      ok("a snapshot of its own", one(CLUSTER, { snapshotIdentifier: "telehealth-dev-final" }), { stack: "dev" }),
      ok("a product's name", one(CLUSTER, { snapshotIdentifier: "products" }), { stack: "dev" }),
      ok("a stack for records", [by(CLUSTER, { snapshotIdentifier: "telehealth-prod-final" }, "aws", tags("phi"))], {
        stack: "drill",
      }),
      ok("a tag for records", one(CLUSTER, { snapshotIdentifier: "prod", tags: { DataClass: "phi" } }), {
        stack: "drill",
      }),
    ],
    rejects: [
      bad(
        "a snapshot",
        /stack dev is restored from telehealth-prod-final/,
        one(CLUSTER, { snapshotIdentifier: "telehealth-prod-final" }),
        { stack: "dev" },
      ),
      bad(
        "a point in time",
        /is restored from/,
        one(CLUSTER, { restoreToPointInTime: { sourceClusterIdentifier: "telehealth-prod" } }),
        { stack: "dev" },
      ),
      bad(
        "an instance's replica",
        /is restored from/,
        one("rds/instance:Instance", { replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:production-1" }),
        { stack: "dev" },
      ),
      bad("a table", /is restored from/, one("dynamodb/table:Table", { restoreSourceName: "visits-prod" }), {
        stack: "dev",
      }),
      bad(
        "a snapshot, where the provider tags made-up data",
        /is restored from/,
        [by(CLUSTER, { snapshotIdentifier: "prod-1" }, "aws", tags("synthetic"))],
        { stack: "dev" },
      ),
    ],
    defers: [ok("an unknown snapshot", one(CLUSTER, { snapshotIdentifier: LATER }), { stack: "dev" })],
  },
  "data-tags": {
    accepts: [
      ok("the provider's tags", [by(BUCKET, {}, "aws", tags("phi"))]),
      ok("a stack without such tags", [by(BUCKET, {}, "aws")]),
      ok("tags of its own", [
        provider({ ...PINNED, ...tags("phi") }),
        by(BUCKET, { tags: { DataClass: "phi", Environment: "x", Owner: "y" } }, "bare"),
      ]),
    ],
    rejects: [
      bad("another provider without tags", /has no DataClass/, [
        by(BUCKET, { tags: { Owner: "y" } }, "bare"),
        provider({ ...PINNED, ...tags("phi") }),
      ]),
    ],
  },
};

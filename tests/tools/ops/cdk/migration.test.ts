import { strict as assert } from "node:assert";
import { importFile } from "../../../../tools/ops/cdk/importFile";
import { type Migration, migrationOf } from "../../../../tools/ops/cdk/migration";
import { migrationText } from "../../../../tools/ops/cdk/migrationText";
import { resourcesOf } from "../../../../tools/ops/cdk/readStack";
import { UsageError } from "../../../../tools/shared/usageError";
import { importedAs, list, migration, snapshot } from "./given";

const differences = (found: Migration, name: string) =>
  found.differences
    .filter(({ imported }) => imported.resource.name === name)
    .map(({ property, live, wanted, kind }) => `${property}: ${live} -> ${wanted} (${kind})`);
const reasonFor = ({ left }: Migration, logicalId: string) =>
  left.find(({ cdk }) => cdk.logicalId === logicalId)?.reason;

describe("a live resource is matched with the program's", () => {
  const found = migration();
  for (const [logicalId, expected] of [
    ["DatabaseB269D8BB", ["database-cluster clinic-aurora"]],
    ["DatabaseWriter2462CC03", ["database-instance1 clinic-aurora-writer"]],
    ["DatabaseReader1A4C87C00", ["database-instance2 clinic-aurora-reader"]],
    ["DatabaseSubnets56F17B9A", ["database-subnets dbsubnetgroup-001e"]],
    // The cluster's key has no name that tells: it is found by what the cluster refers to.
    ["DataKey6F1C2A90", ["database-key-key key-001b"]],
    ["VideosBucket8F2D9A41", ["videos-bucket telehealth-prod-videos-111122223333"]],
    ["FilesBucketPolicyE1B7C02D", ["files-policy clinic-files-111122223333"]],
    ["Users0A0EEA89", ["users-pool us-east-1_aBcDeF123"]],
    ["UsersWebClient2A8C5E1D", ["users-client us-east-1_aBcDeF123/userpoolclient-0027"]],
    ["UsersAdmins77C1F0E2", ["users-admin us-east-1_aBcDeF123/admin"]],
    ["VideosCdn5B1E44F0", ["video-cdn distribution-002a"]],
    ["VpcPrivateSubnet2Subnet3788AAA1", ["network-vpc-private-2 subnet-000f"]],
    ["VpcPrivateSubnet2DefaultRoute3788AAA1", ["network-vpc-private-2 routetable-0010_0.0.0.0/0"]],
    ["VpcIsolatedSubnet1RouteTableAssociationE48C5737", ["network-vpc-isolated-1 subnet-0013/routetable-0014"]],
    ["VpcPublicSubnet1EIPD7E02669", ["network-vpc-1 eipalloc-0a1"]],
    ["AuditLogsB2F6E1A3", ["audit-log /telehealth-prod/audit"]],
    [
      "StripeSecret40D6C2F8",
      ["stripe-secret arn:aws:secretsmanager:us-east-1:111122223333:secret:clinic/stripe-AbC123"],
    ],
  ] as const)
    it(`${logicalId} -> ${expected.join(", ")}`, () => {
      assert.deepEqual(importedAs(found, logicalId), expected);
    });

  it("with the settings of a bucket that the template has, under the bucket's name, and no others", () => {
    const name = "clinic-files-111122223333";
    assert.deepEqual(
      importedAs(found, "FilesBucket16450113").toSorted(),
      ["bucket", "cors", "lifecycle", "versions"].map((part) => `files-${part} ${name}`),
    );
  });

  for (const [logicalId, reason] of [
    ["ApiHandlerServiceRole2A1B3C4D", /holds no data/],
    ["Api49610EDF", /made anew beside the old one/],
    // "api" stands in the name of this log group, and of one of the program's that is another.
    ["ApiHandlerLogs90B1C2D3", /stay where they are/],
    ["ArchiveBucketC0FFEE11", /files-bucket.*use --map ArchiveBucketC0FFEE11=name or =none/],
    ["DatabaseSecret3B817195", /stripe-secret.*--map/],
  ] as const)
    it(`or not, and why: ${logicalId}`, () => {
      assert.deepEqual(importedAs(found, logicalId), []);
      assert.match(reasonFor(found, logicalId) ?? "", reason);
    });

  it("but not when two would be the same one", () => {
    const twice = [
      ...list,
      { ...list.find((each) => each.LogicalResourceId === "Users0A0EEA89"), LogicalResourceId: "OldUsers" },
    ];
    const live = resourcesOf("", twice as typeof list, undefined);
    const { left } = migrationOf([new Map(live.map((each) => [each.logicalId, each]))], snapshot, new Map());
    const pools = left.filter(({ cdk }) => cdk.type === "AWS::Cognito::UserPool");
    assert.deepEqual(
      pools.map(({ cdk, isOpen }) => [cdk.logicalId, isOpen]),
      [
        ["Users0A0EEA89", true],
        ["OldUsers", true],
      ],
    );
  });

  it("as the user says", () => {
    const map = "ArchiveBucketC0FFEE11=imports-bucket, FilesBucket16450113=none,Api49610EDF=rest-api-api";
    const chosen = migration({ map: map.replace("imports", "access-logs") });
    assert.deepEqual(importedAs(chosen, "ArchiveBucketC0FFEE11"), ["access-logs-bucket clinic-archive-111122223333"]);
    assert.equal(reasonFor(chosen, "FilesBucket16450113"), "--map says so");
    assert.equal(importedAs(chosen, "Api49610EDF").length, 1);
    assert.match(importedAs(chosen, "Apipatients1D0EEC02").join(), /^rest-api-patients restapi-\w+\/resource-\w+$/);
  });

  for (const [map, says] of [
    ["Nobody=files-bucket", /Nobody: no resource of the CloudFormation stack/],
    ["FilesBucket16450113=pictures", /no aws:s3\/bucket:Bucket of this name. Write one of .*videos-bucket/],
    ["ApiHandlerServiceRole2A1B3C4D=role", /AWS::IAM::Role is not imported/],
    ["FilesBucket16450113", /write LogicalId=name/],
  ] as const)
    it(`and refuses --map ${map}`, () => {
      assert.throws(
        () => migration({ map }),
        (error) => error instanceof UsageError && says.test(error.message),
      );
    });

  it("without a template too, as far as names and ids go", () => {
    const bare = migration({ hasTemplate: false });
    assert.deepEqual(importedAs(bare, "UsersWebClient2A8C5E1D"), [
      "users-client us-east-1_aBcDeF123/userpoolclient-0027",
    ]);
    assert.deepEqual(importedAs(bare, "FilesBucket16450113"), ["files-bucket clinic-files-111122223333"]);
    assert.match(reasonFor(bare, "VpcPrivateSubnet2DefaultRoute3788AAA1") ?? "", /cannot be made without the template/);
    assert.deepEqual(differences(bare, "database-cluster"), [
      "clusterIdentifier: clinic-aurora -> telehealth-prod (replaces)",
    ]);
  });

  it("but for the children of what is not imported", () => {
    const orphans = migration({ map: "Vpc8378EB38=none" });
    assert.match(reasonFor(orphans, "VpcIGWD7BA715C") ?? "", /parent network-vpc is not imported/);
    assert.ok(!orphans.imported.some(({ resource }) => resource.type === "aws:ec2/subnet:Subnet"));
  });
});

describe("what would be replaced is told", () => {
  const identifier = "clusterIdentifier: clinic-aurora -> telehealth-prod (replaces)";
  for (const [what, change, expected] of [
    ["nothing but the name", () => {}, []],
    ["an unencrypted cluster", (r: any) => delete r.StorageEncrypted, ["storageEncrypted: false -> true (replaces)"]],
    ["AWS's own key", (r: any) => delete r.KmsKeyId, ["kmsKeyId: AWS's own key -> database-key-key (replaces)"]],
    [
      "a key of somebody else",
      (r: any) => (r.KmsKeyId = "arn:aws:kms:us-east-1:111122223333:key/other"),
      ["kmsKeyId: arn:aws:kms:us-east-1:111122223333:key/other -> database-key-key (replaces)"],
    ],
    ["the same key, by its ARN", (r: any) => (r.KmsKeyId = "arn:aws:kms:us-east-1:111122223333:key/key-001b"), []],
    [
      "another database",
      (r: any) => (r.DatabaseName = "clinic"),
      ["databaseName: clinic -> mentalspaceehr (replaces)"],
    ],
    [
      "a name that only AWS resolves",
      (r: any) => (r.MasterUsername = { "Fn::Join": ["", ["{{resolve:", "}}"]] }),
      ["masterUsername: not said by the template -> postgres (unknown)"],
    ],
  ] as const)
    it(what, () => {
      // The key of the third case is found by its name then.
      const map = what.includes("key") ? "DataKey6F1C2A90=database-key-key" : "";
      const found = migration({ map, change: (r) => change(r.DatabaseB269D8BB.Properties) });
      assert.deepEqual(differences(found, "database-cluster"), [identifier, ...expected]);
    });

  it("a subnet of another size, a bucket of another name, and names that Pulumi chose", () => {
    const found = migration();
    assert.deepEqual(differences(found, "network-vpc-isolated-2"), [
      "cidrBlock: 10.30.9.0/24 -> 10.30.96.0/24 (replaces)",
    ]);
    assert.deepEqual(differences(found, "network-vpc-isolated-1"), []);
    assert.match(differences(found, "files-bucket").join(), /^bucket: clinic-files-111122223333 -> .*\(replaces\)$/);
    assert.deepEqual(differences(found, "videos-bucket"), []);
    assert.match(differences(found, "stripe-secret").join(), /^name: clinic\/stripe -> stripe-secret-\w{7} \(named\)$/);
  });

  it("a user pool in which people sign in by something else", () => {
    const found = migration({ change: (r) => (r.Users0A0EEA89.Properties.UsernameAttributes = ["phone_number"]) });
    assert.deepEqual(differences(found, "users-pool"), ["usernameAttributes: phone_number -> email (replaces)"]);
  });

  it("with steps that name what CDK would still delete, and no secret", () => {
    const said = migrationText(migration(), snapshot, "import.json");
    const [, missing = ""] = /Missing at:\n([\s\S]*?)\n {2}2\./.exec(said) ?? [];
    assert.match(missing, /VideosCdn5B1E44F0/);
    assert.doesNotMatch(missing, /FilesBucket16450113|Users0A0EEA89|DatabaseB269D8BB/);
    assert.match(said, /first value of the program's into stripe-secret/);
    assert.match(said, /RDS takes over the master password of database-cluster/);
    const file = JSON.stringify(importFile(migration().imported, snapshot));
    assert.doesNotMatch(said + file, /marker-that-nobody-may-see|resolve:secretsmanager/);
  });
});

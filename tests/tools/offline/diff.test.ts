import * as assert from "node:assert/strict";
import { PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import * as fc from "fast-check";
import { secret, UNKNOWN } from "../../../tools/offline/providers/wire";
import { Engine, stopProviders, urnOf } from "./engine";

const { ADD, DELETE, UPDATE, UPDATE_REPLACE, ADD_REPLACE, DELETE_REPLACE } = PropertyDiff.Kind;

describe("the differences that the offline aws sees", () => {
  let engine: Engine;
  before(async () => {
    engine = await Engine.connect();
  });
  after(async () => {
    engine.close();
    await stopProviders();
  });

  const diff = (type: string, olds: object, news: object, ignoreChanges: string[] = [], state: object = {}) =>
    engine.diff(urnOf(type, "x"), "id", { ...olds }, { ...olds, ...state }, { ...news }, ignoreChanges);

  it("are none between equal inputs, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue({ maxDepth: 2 })),
        async (inputs) => {
          const plain = JSON.parse(JSON.stringify(inputs));
          assert.equal((await diff("kms/key:Key", plain, plain)).changed, false);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("name each leaf, as it was added, deleted or changed", async () => {
    const olds = { description: "a", tags: { keep: "1", gone: "2", "a.b": "3" }, rules: [{ x: 1 }, { x: 2 }] };
    const news = { tags: { keep: "1", "a.b": "4", fresh: "5" }, rules: [{ x: 1 }, { x: 3 }, { x: 4 }] };
    assert.deepEqual((await diff("wafv2/webAcl:WebAcl", olds, news)).detailed, {
      description: DELETE,
      "tags.gone": DELETE,
      'tags["a.b"]': UPDATE,
      "tags.fresh": ADD,
      "rules[1].x": UPDATE,
      "rules[2]": ADD,
    });
  });

  it("compare what is in a secret, and take an unknown for a change", async () => {
    assert.equal((await diff("iam/role:Role", { path: secret("/a/") }, { path: "/a/" })).changed, false);
    const changed = await diff("iam/role:Role", { path: secret("/a/") }, { path: UNKNOWN });
    assert.deepEqual(changed.detailed, { path: UPDATE_REPLACE });
  });

  it("leave out order where AWS has none, and the spelling of JSON", async () => {
    const type = "lb/loadBalancer:LoadBalancer";
    assert.equal((await diff(type, { subnets: ["a", "b"] }, { subnets: ["b", "a"] })).changed, false);
    assert.equal((await diff(type, { subnets: ["a", "a"] }, { subnets: ["a", "b"] })).changed, true);
    const policy = "iam/rolePolicy:RolePolicy";
    assert.equal((await diff(policy, { policy: '{"a":1,"b":[]}' }, { policy: '{ "b": [], "a": 1 }' })).changed, false);
    assert.equal((await diff(policy, { policy: '{"a":1}' }, { policy: '{"a":2}' })).changed, true);
  });

  it("leave out what the program says to ignore", async () => {
    const [olds, news] = [
      { name: "a", tags: { x: "1", y: "1" }, rules: [{ priority: 1 }] },
      { name: "b", tags: { x: "2", y: "2" }, rules: [{ priority: 2 }] },
    ];
    const ignore = ["name", 'tags["x"]', "rules[*].priority"];
    assert.deepEqual((await diff("wafv2/webAcl:WebAcl", olds, news, ignore)).detailed, { "tags.y": UPDATE });
    assert.equal((await diff("wafv2/webAcl:WebAcl", olds, news, ["*"])).changed, false);
  });

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "rds/cluster:Cluster",
      "storageEncrypted kmsKeyId masterUsername databaseName clusterIdentifier engine availabilityZones",
      ["engineVersion", "backupRetentionPeriod", "deletionProtection", "serverlessv2ScalingConfiguration"],
    ],
    ["rds/clusterInstance:ClusterInstance", "identifier clusterIdentifier engine", ["instanceClass", "promotionTier"]],
    ["s3/bucket:Bucket", "bucket objectLockEnabled", ["forceDestroy"]],
    [
      "cognito/userPool:UserPool",
      "usernameAttributes usernameConfiguration aliasAttributes",
      ["mfaConfiguration", "deletionProtection", "passwordPolicy"],
    ],
    ["ec2/subnet:Subnet", "cidrBlock availabilityZone vpcId", ["mapPublicIpOnLaunch"]],
    ["ec2/vpc:Vpc", "cidrBlock", ["enableDnsHostnames"]],
    ["ec2/securityGroup:SecurityGroup", "description name vpcId", ["ingress"]],
    ["kms/key:Key", "customerMasterKeySpec keyUsage", ["enableKeyRotation", "policy"]],
    ["lb/loadBalancer:LoadBalancer", "internal loadBalancerType name", ["idleTimeout", "subnets"]],
    ["lb/targetGroup:TargetGroup", "port protocol vpcId targetType name", ["healthCheck", "deregistrationDelay"]],
    ["ecr/repository:Repository", "name encryptionConfigurations", ["imageTagMutability"]],
    ["cloudwatch/logGroup:LogGroup", "name", ["retentionInDays", "kmsKeyId"]],
    ["dynamodb/table:Table", "hashKey rangeKey name", ["billingMode"]],
    ["efs/fileSystem:FileSystem", "encrypted kmsKeyId", ["throughputMode"]],
    ["iam/role:Role", "name path", ["assumeRolePolicy", "description"]],
    ["ecs/taskDefinition:TaskDefinition", "family containerDefinitions cpu taskRoleArn", ["tags"]],
    ["secretsmanager/secretVersion:SecretVersion", "secretString", ["versionStages"]],
    ["backup/vault:Vault", "name kmsKeyArn", ["forceDestroy"]],
  ];
  for (const [type, replacing, inPlace] of cases) {
    it(`replace a ${type} for what AWS cannot change, and update it for the rest`, async () => {
      for (const property of replacing.split(" ")) {
        const found = await diff(type, { [property]: "a" }, { [property]: "b" });
        assert.deepEqual([found.replaces, found.detailed], [[property], { [property]: UPDATE_REPLACE }], property);
      }
      for (const property of inPlace)
        assert.deepEqual((await diff(type, { [property]: "a" }, { [property]: "b" })).replaces, [], property);
    });
  }

  it("replace for a property that comes or goes, too", async () => {
    assert.deepEqual((await diff("rds/cluster:Cluster", {}, { kmsKeyId: "k" })).detailed, { kmsKeyId: ADD_REPLACE });
    assert.deepEqual((await diff("rds/cluster:Cluster", { kmsKeyId: "k" }, {})).detailed, { kmsKeyId: DELETE_REPLACE });
  });

  it("replace what is moved to another region, by the resource or by its provider", async () => {
    const moved = await diff("kms/key:Key", { region: "us-east-1" }, { region: "us-west-2" });
    assert.deepEqual(moved.replaces, ["region"]);
    const west = await Engine.connect({ region: "us-west-2" });
    const state = { region: "us-east-1" };
    const urn = urnOf("kms/key:Key", "k");
    assert.deepEqual((await west.diff(urn, "id", {}, state, {})).replaces, ["region"]);
    assert.equal((await west.diff(urn, "id", { region: "us-east-1" }, state, { region: "us-east-1" })).changed, false);
    assert.equal(
      (await west.diff(urnOf("iam/role:Role", "r"), "id", {}, state, {})).changed,
      false,
      "IAM has no region",
    );
    west.close();
  });

  it("delete first only what has a name that the program fixed", async () => {
    const replaced = { description: "new" };
    const group = "ec2/securityGroup:SecurityGroup";
    const dbr = async (name: string, next = name) =>
      (await diff(group, { name, description: "old" }, { name: next, ...replaced })).deleteBeforeReplace;
    assert.equal(await dbr("database"), true);
    assert.equal(await dbr("database-0a1b2c3"), false, "made up by the provider");
    assert.equal(await dbr("database", "data"), false, "the new name is free");
    assert.equal(
      (await diff(group, { name: "a", tags: {} }, { name: "a", tags: { x: "1" } })).deleteBeforeReplace,
      false,
    );
    assert.equal((await diff("ec2/subnet:Subnet", { vpcId: "a" }, { vpcId: "b" })).deleteBeforeReplace, false);
  });
});

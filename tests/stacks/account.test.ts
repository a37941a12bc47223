import { strict as assert } from "node:assert";
import { createAccount } from "../../stacks/account";
import type { AccountProfile } from "../../stacks/accountProfile";
import { checkAccountSettings } from "../../stacks/settings";
import { committedSettings } from "../../lab/docs/pages";
import { type Deployed, deploy } from "../harness";
import { committedAccount } from "./profiles";

type Account = Deployed<ReturnType<typeof createAccount>>;
const compose = (profile: AccountProfile): Promise<Account> => deploy((opts) => createAccount(profile, opts));

describe("the account's stack", function () {
  this.timeout(60_000);
  let account: Account;
  before(async () => {
    account = await compose(committedAccount());
  });

  it("has once what exists once, and never in an environment's hands", () => {
    for (const type of [
      "cloudtrail/trail:Trail",
      "s3/accountPublicAccessBlock:AccountPublicAccessBlock",
      "iam/accountPasswordPolicy:AccountPasswordPolicy",
      "iam/openIdConnectProvider:OpenIdConnectProvider",
      "costexplorer/anomalyMonitor:AnomalyMonitor",
    ])
      assert.equal(account.all(type).length, 1, type);
  });

  it("watches every region in use", () => {
    for (const type of [
      "guardduty/detector:Detector",
      "cfg/recorder:Recorder",
      "securityhub/account:Account",
      "apigateway/account:Account",
    ])
      assert.deepEqual(
        account
          .all(type)
          .map(({ inputs }) => inputs["region"])
          .toSorted(),
        ["us-east-1", "us-west-2"],
        type,
      );
    const optIns = account.all("backup/regionSettings:RegionSettings").map(({ inputs }) => inputs["region"]);
    assert.deepEqual(optIns.toSorted(), ["us-east-1", "us-west-2"]);
  });

  it("records reads of the files and recordings of each environment", () => {
    const { advancedEventSelectors } = account.one("cloudtrail/trail:Trail").inputs;
    const arns = advancedEventSelectors[1].fieldSelectors.find(
      (each: any) => each.field === "resources.ARN",
    ).startsWiths;
    for (const each of ["dev", "staging", "prod"])
      for (const kind of ["files", "videos", "imports"])
        assert.ok(arns.includes(`arn:aws:s3:::telehealth-${each}-${kind}-`));
  });

  it("has what a recovery in the second region needs before it begins: state, its key, images", () => {
    const bucket = account.one("s3/bucket:Bucket", "state-replication-replica-bucket").inputs;
    assert.deepEqual([bucket["bucket"], bucket["region"]], ["telehealth-state-replica-111122223333", "us-west-2"]);
    const { inputs } = account.one("s3/bucketReplicationConfig:BucketReplicationConfig", "state-replication-rule");
    assert.equal(inputs["bucket"], "telehealth-state-111122223333");
    const alarm = account.one("cloudwatch/metricAlarm:MetricAlarm", "alarms-state-not-copied").inputs;
    assert.deepEqual(alarm["dimensions"], {
      SourceBucket: inputs["bucket"],
      DestinationBucket: bucket["bucket"],
      RuleId: inputs["rules"][0].id,
    });
    assert.equal(account.one("kms/key:Key", "state-key-key").inputs["multiRegion"], true);
    const twin = account.one("kms/replicaKey:ReplicaKey");
    assert.deepEqual([twin.inputs["region"], twin.opts.protect], ["us-west-2", true]);
    const images = account.one("ecr/replicationConfiguration:ReplicationConfiguration").inputs;
    assert.deepEqual(images["replicationConfiguration"].rules[0].repositoryFilters, [
      { filter: "telehealth-prod/", filterType: "PREFIX_MATCH" },
    ]);
  });

  it("copies only images of environments that there are", () => {
    const result = checkAccountSettings({ ...committedSettings("account"), replicateImages: ["demo"] });
    assert.ok("problems" in result);
    assert.match(
      result.problems.map(({ key, wrong }) => `${key} ${wrong}`).join(),
      /^replicateImages\[0\] "demo" is not one of/,
    );
  });

  it("lets the trail, the alerts and AWS Config use their keys", () => {
    const services = (key: string) =>
      JSON.parse(account.one("kms/keyPolicy:KeyPolicy", `${key}-key-policy`).inputs["policy"])
        .Statement.map((each: any) => each.Principal.Service)
        .filter(Boolean);
    assert.ok(services("trail").includes("cloudtrail.amazonaws.com"));
    assert.ok(services("config").includes("config.amazonaws.com"));
    assert.deepEqual(services("alerts").toSorted(), [
      "cloudwatch.amazonaws.com",
      "costalerts.amazonaws.com",
      "events.amazonaws.com",
    ]);
  });

  it("keeps the trail and its bucket when somebody destroys", () => {
    for (const [type, name] of [
      ["cloudtrail/trail:Trail", "trail-trail"],
      ["s3/bucket:Bucket", "trail-bucket"],
      ["s3/bucket:Bucket", "state-bucket"],
    ] as const)
      assert.equal(account.one(type, name).opts.protect, true, name);
  });

  it("has a role for each environment that a workflow takes, and none without a repository", async () => {
    const roles = (each: Account) => each.all("telehealth:delivery:GithubDeployRole").map(({ name }) => name);
    assert.deepEqual(roles(account).toSorted(), ["deploy-dev", "deploy-prod", "deploy-staging"]);
    const { repository, ...plain } = committedAccount();
    assert.equal(repository, "example-clinic/infrastructure");
    const without = await compose(plain);
    assert.deepEqual(roles(without), []);
    assert.deepEqual(without.all("iam/openIdConnectProvider:OpenIdConnectProvider"), []);
  });

  it("rings for the first change of a bucket that no deploy role made, and counts where there is no such role", async () => {
    const bucketChanges = (of: Account) => ({
      pattern: of.one("cloudwatch/logMetricFilter:LogMetricFilter", "audit-bucket-policy-changed").inputs["pattern"],
      threshold: of.one("cloudwatch/metricAlarm:MetricAlarm", "audit-bucket-policy-changed-alarm").inputs["threshold"],
    });
    const { pattern, threshold } = bucketChanges(account);
    for (const role of account.all("iam/role:Role").filter(({ name }) => /^deploy-[a-z]+-role$/.test(name)))
      assert.ok(pattern.includes(`:assumed-role/${role.inputs["name"]}/`), role.inputs["name"]);
    assert.equal(threshold, 1);
    const { repository, ...plain } = committedAccount();
    assert.ok(repository);
    assert.equal(bucketChanges(await compose(plain)).threshold, 30);
  });

  it("hands the numbers of the repository on to the roles that its workflow takes", async () => {
    const deployed = await compose({ ...committedAccount(), repositoryIds: { owner: 1001, repository: 2002 } });
    for (const name of ["deploy-dev-role", "preview-dev-role"])
      assert.match(
        deployed.one("iam/role:Role", name).inputs["assumeRolePolicy"],
        /repo:example-clinic@1001\/infrastructure@2002:/,
      );
  });

  it("lets people ask for the doors of emergencies, and for no other role", () => {
    const { Statement } = JSON.parse(account.one("iam/policy:Policy", "people-policy").inputs["policy"]);
    assert.deepEqual(
      Statement.find((each: any) => each.Sid === "TakeRoles").Resource,
      ["dev", "staging", "prod"].map((each) => `arn:aws:iam::111122223333:role/telehealth-${each}-break-glass`),
    );
  });

  it("has no input that an unresolved output was written into", () => {
    for (const { type, name, inputs } of account.resources)
      assert.doesNotMatch(JSON.stringify(inputs), /Calling \[to|\[object Object\]|undefined/, `${type} ${name}`);
  });

  it("says what is wrong with its settings, each with what to write", () => {
    const { owner, ...rest } = committedSettings("account");
    assert.equal(owner, "platform@example.com");
    const result = checkAccountSettings({ ...rest, recoveryRegion: "us-east-1", trailLock: "none", dataClass: "phi" });
    assert.ok("problems" in result);
    const keys = result.problems.map(({ key }) => key).toSorted();
    assert.deepEqual(keys, ["dataClass", "owner", "recoveryRegion", "trailLock"]);
  });
});

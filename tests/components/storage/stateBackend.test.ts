import { strict as assert } from "node:assert";
import { StateBackend, type StateBackendArgs } from "../../../components/storage/stateBackend";
import { deploy, promiseOf, waitsFor } from "../../harness";

const ARGS: StateBackendArgs = {
  bucketName: "telehealth-state-111122223333",
  accessLogBucket: "telehealth-access-logs",
  kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/state",
  keyAlias: "alias/telehealth-state",
  stacks: ["account", "prod"],
  location: { accountId: "111122223333", region: "us-east-1" },
  deletionProtection: true,
};
const backend = (changes: Partial<StateBackendArgs> = {}) =>
  deploy((opts) => new StateBackend("state", { ...ARGS, ...changes }, opts));

describe("StateBackend", () => {
  it("encrypts the state with the given key", async () => {
    const type = "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    const [rule] = (await backend()).one(type).inputs["rules"];
    assert.deepEqual(rule.applyServerSideEncryptionByDefault, {
      sseAlgorithm: "aws:kms",
      kmsMasterKeyId: ARGS.kmsKeyArn,
    });
  });

  for (const [days, changes] of [
    [365, {}],
    [30, { keepVersionsDays: 30 }],
  ] as const)
    it(`brings a replaced state back for ${days} days, and never drops the current one`, async () => {
      const deployed = await backend(changes);
      assert.ok(deployed.one("s3/bucketVersioning:BucketVersioning"));
      const { rules } = deployed.one("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").inputs;
      const keep = rules.find((each: any) => each.noncurrentVersionExpiration !== undefined);
      assert.deepEqual(keep.noncurrentVersionExpiration, { noncurrentDays: days });
      assert.ok(rules.every((each: any) => each.expiration?.days === undefined && each.transitions === undefined));
    });

  it("gives the words for pulumi login, once the bucket is ready for the first state", async () => {
    const { result } = await backend();
    const url = await promiseOf(result.loginUrl);
    assert.equal(url, "s3://telehealth-state-111122223333?region=us-east-1&awssdk=v2");
    assert.deepEqual(await waitsFor(result.loginUrl), ["state-bucket", "state-policy", "state-versions"]);
  });

  it("gives the words for --secrets-provider, for each stack and in the key's region", async () => {
    const { result } = await backend({ location: { ...ARGS.location, region: "eu-west-1" } });
    assert.deepEqual(result.secretsProviders, {
      account: "awskms://alias/telehealth-state?region=eu-west-1&context_stack=account",
      prod: "awskms://alias/telehealth-state?region=eu-west-1&context_stack=prod",
    });
  });

  for (const keyAlias of ["telehealth-state", "alias/aws/s3", "arn:aws:kms:us-east-1:111122223333:key/state"])
    it(`refuses ${keyAlias} as the alias`, async () => {
      await assert.rejects(backend({ keyAlias }), /keyAlias.*not an alias of ours/);
    });

  for (const deletionProtection of [true, false])
    it(`${deletionProtection ? "cannot" : "can"} be deleted ${deletionProtection ? "with" : "without"} protection`, async () => {
      const { inputs, opts } = (await backend({ deletionProtection })).one("s3/bucket:Bucket");
      assert.deepEqual([inputs["forceDestroy"], opts.protect], [!deletionProtection, deletionProtection]);
    });
});

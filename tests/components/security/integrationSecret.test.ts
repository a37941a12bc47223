import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import type { SecretRef } from "../../../components/compute/taskSpec";
import { IntegrationSecret, type IntegrationSecretArgs } from "../../../components/security/integrationSecret";
import { SECRET_CONTRACTS, type SecretContract } from "../../../components/security/secretContract";
import { deploy, promiseOf, waitsFor } from "../../harness";

const SECRET = "secretsmanager/secret:Secret";
const VERSION = "secretsmanager/secretVersion:SecretVersion";
const ARGS: IntegrationSecretArgs = {
  contract: SECRET_CONTRACTS.stripe,
  kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/secrets",
  deletionProtection: true,
};

const integration = (changes: Partial<IntegrationSecretArgs> = {}) =>
  deploy((opts) => new IntegrationSecret("stripe", { ...ARGS, ...changes }, opts));

describe("the secret of an integration", () => {
  it("is encrypted with our key, tells when to rotate it, and has no name that deletion would block", async () => {
    const { inputs } = (await integration()).one(SECRET);
    assert.deepEqual(inputs, {
      description: "Payments and subscriptions: the keys of stripe",
      kmsKeyId: ARGS.kmsKeyArn,
      recoveryWindowInDays: 30,
      tags: { Vendor: "stripe", RotationDays: "90" },
    });
  });

  for (const [deletionProtection, days] of [
    [true, 30],
    [false, 7],
  ] as const)
    it(`can be restored for ${days} days when deletionProtection is ${deletionProtection}`, async () => {
      const { inputs, opts } = (await integration({ deletionProtection })).one(SECRET);
      assert.equal(inputs["recoveryWindowInDays"], days);
      assert.equal(opts.protect, deletionProtection);
    });

  for (const contract of Object.values(SECRET_CONTRACTS))
    it(`of ${contract.vendor} starts with every key and no value`, async () => {
      const { inputs } = (await integration({ contract })).one(VERSION);
      assert.equal(inputs["secretId"], "stripe-secret-id");
      const values = JSON.parse(textOf(inputs["secretString"]));
      assert.deepEqual(
        Object.keys(values),
        contract.keys.map(({ name }) => name),
      );
      assert.deepEqual(new Set(Object.values(values)), new Set(["REPLACE_ME"]));
    });

  it("treats even the placeholder as a secret", async () => {
    const seen: unknown[] = [];
    const watch: pulumi.ResourceTransformation = ({ type, props }) => {
      if (type === `aws:${VERSION}`) seen.push(props["secretString"]);
      return undefined;
    };
    await deploy((opts) => {
      const transformations = [...(opts.transformations ?? []), watch];
      return new IntegrationSecret("stripe", ARGS, { ...opts, transformations });
    });
    assert.deepEqual(await Promise.all(seen.map((each) => pulumi.isSecret(pulumi.output(each)))), [true]);
  });

  it("never takes back what an operator has written", async () => {
    const { opts } = (await integration()).one(VERSION);
    assert.deepEqual(opts.ignoreChanges, ["secretString", "versionStages"]);
  });

  it("keeps a label on the placeholder, or it would come back as the current value after two rotations", async () => {
    const { inputs } = (await integration()).one(VERSION);
    assert.deepEqual(inputs["versionStages"], ["AWSCURRENT", "PLACEHOLDER"]);
  });

  it("gives a task each key by its variable, once there is a version to read", async () => {
    const { result } = await integration();
    const refs: Readonly<Record<string, SecretRef>> = result.secretRefs;
    assert.deepEqual(Object.keys(refs), ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"]);
    for (const [variable, { secretArn, key, kmsKeyArn }] of Object.entries(refs)) {
      assert.equal(key, variable);
      assert.equal(await promiseOf(pulumi.output(kmsKeyArn)), ARGS.kmsKeyArn);
      assert.deepEqual(await waitsFor(pulumi.output(secretArn)), ["stripe-placeholder", "stripe-secret"]);
    }
    assert.equal(await promiseOf(result.arn), "arn:aws:secretsmanager:us-east-1:111122223333:stripe-secret");
  });

  const key = { name: "A_KEY", meaning: "", looksLike: "", pattern: /^$/ };
  const contract = (changes: Partial<SecretContract>) => ({ contract: { ...SECRET_CONTRACTS.stripe, ...changes } });
  for (const [what, changes, said] of [
    ["a contract without keys", contract({ keys: [] }), /contract\.keys: stripe has none/],
    ["a key that is no variable", contract({ keys: [{ ...key, name: "a-key" }] }), /contract\.keys\.a-key: /],
    ["a key named twice", contract({ keys: [key, key] }), /contract\.keys\.A_KEY: .*twice/],
    ["a rotation every day and a half", contract({ rotationDays: 1.5 }), /contract\.rotationDays: 1\.5/],
    ["no rotation", contract({ rotationDays: 0 }), /contract\.rotationDays: 0/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(() => integration(changes), said);
    });
});

/** Mocks see secrets as the engine does: unwrapped, or in an envelope. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : String((value as { value: unknown }).value);
}

import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBackend } from "../../../../tools/reports/doctor/facts/backend";
import { deployedIn } from "../../../../tools/reports/doctor/facts/deployed";
import { stackFile } from "../../../../tools/shared/stackFiles";
import { allows, statementsOf } from "../../../../tools/reports/doctor/graph/policy";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import * as given from "../../shared/snapshot/plan";

describe("the facts of the doctor", () => {
  const home = mkdtempSync(join(tmpdir(), "doctor-"));
  after(() => {
    rmSync(home, { recursive: true });
  });
  before(() => {
    const accounts = { "https://api.example.com": { accessToken: "pul-secret" } };
    const current = "https://ann:pul-secret@api.example.com/x?token=pul-secret";
    writeFileSync(
      join(home, "credentials.json"),
      JSON.stringify({ current, accessTokens: { a: "pul-secret" }, accounts }),
    );
  });

  for (const [what, env, project, expected] of [
    [
      "the environment first",
      { PULUMI_BACKEND_URL: "s3://a?region=x" },
      { backend: { url: "s3://b" } },
      { url: "s3://a", from: "PULUMI_BACKEND_URL" },
    ],
    ["then the project", {}, { backend: { url: "s3://b" } }, { url: "s3://b", from: "Pulumi.yaml" }],
    [
      "then the last login, without what is secret in it",
      {},
      {},
      { url: "https://api.example.com/x", from: "pulumi login" },
    ],
  ] as const)
    it(`take the backend from ${what}`, () => {
      assert.deepEqual(readBackend({ PULUMI_HOME: home, ...env }, project), expected);
    });

  it("know when nobody has logged in", () => {
    assert.deepEqual(readBackend({ PULUMI_HOME: join(home, "none") }, {}), { url: undefined, from: "nothing" });
  });

  it("take no broken file for a login", () => {
    const broken = mkdtempSync(join(home, "broken-"));
    writeFileSync(join(broken, "credentials.json"), "{");
    assert.equal(readBackend({ PULUMI_HOME: broken }, {}).url, undefined);
  });

  it("keep secrets of a stack's file out, and know a passphrase by its salt", () => {
    const text =
      "encryptionsalt: v1:abc\nconfig:\n  x:webPassword:\n    secure: v1:abc\n  x:owner: a@example.com\n  y:owner: b\n";
    const { settings, secretsProvider } = stackFile("dev", text, "x");
    assert.deepEqual(settings, { owner: "a@example.com" });
    assert.equal(secretsProvider, "passphrase");
  });

  it("find a secret in plain text and what is no YAML, with the place, and show neither", () => {
    const lock = "  pulumi:disable-default-providers: [aws]\n";
    const open = stackFile("dev", `config:\n${lock}  x:webPassword: hunter2\n`, "x");
    assert.match(open.problems[0] ?? "", /^line 3:3: x:webPassword is a secret in plain text/);
    assert.ok(!JSON.stringify(open).includes("hunter2"));
    const broken = stackFile("dev", `config:\n${lock}\tx:region: us-east-1\n`, "x");
    assert.deepEqual(broken.problems.length, 1);
    assert.match(broken.problems[0] ?? "", /^line 3:1: Tabs are not allowed/);
    assert.match(stackFile("dev", "", "x").problems[0] ?? "", /^is empty/);
  });

  it("read what an interrupted update left", () => {
    const text = JSON.stringify({
      deployment: {
        resources: [given.topicState],
        pending_operations: [{ resource: { urn: given.TOPIC }, type: "creating" }],
      },
    });
    assert.deepEqual(deployedIn(readSnapshot(text), "x")?.pending, [{ urn: given.TOPIC, operation: "creating" }]);
  });

  it("take an empty state for none, and refuse a preview", () => {
    assert.equal(deployedIn(readSnapshot(given.exported()), "x"), undefined);
    assert.throws(
      () => deployedIn(readSnapshot(given.plan(given.step("create", given.topicState))), "x"),
      /x is a preview/,
    );
  });
});

describe("a policy", () => {
  const policy = (resource: string | string[], action: string | string[] = "s3:Get*") =>
    JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: resource } });

  for (const [resource, isAllowed] of [
    ["arn:aws:s3:::b/*", true],
    ["*", true],
    ["arn:*:s3:::*/a", true],
    ["arn:aws:s3:::b/a", true],
    ["arn:aws:s3:::b/a*a", false],
    ["arn:aws:s3:::b/b*", false],
    ["arn:aws:s3:::b/*/a", false],
  ] as const)
    it(`${isAllowed ? "allows" : "does not allow"} an object by ${resource}`, () => {
      assert.equal(allows([policy(resource)], "s3:GetObject", "arn:aws:s3:::b/a"), isAllowed);
      assert.equal(
        allows([policy(["x", resource], ["x", "s3:GetObject"])], "s3:GetObject", "arn:aws:s3:::b/a"),
        isAllowed,
      );
    });

  it("allows nothing by what it denies, does not mention, or is no policy", () => {
    assert.ok(!allows([policy("*").replace("Allow", "Deny")], "s3:GetObject", "x"));
    assert.ok(!allows([policy("*")], "s3:PutObject", "x"));
    assert.ok(!allows([undefined, "", "[", "3"], "s3:GetObject", "x"));
  });

  it("is read whether one or several, with condition keys in any case", () => {
    const [read] = statementsOf(
      JSON.stringify({
        Statement: [
          { Principal: { AWS: ["a", "b"], Service: "c" }, Condition: { StringEquals: { "AWS:SourceArn": "d" } } },
        ],
      }),
    );
    assert.deepEqual(read?.principals, ["a", "b", "c"]);
    assert.deepEqual(read.compared("aws:SourceArn"), ["d"]);
    assert.deepEqual(statementsOf('{"Statement":{"Principal":"*"}}')[0]?.principals, ["*"]);
  });
});

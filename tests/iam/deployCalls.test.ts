import { strict as assert } from "node:assert";
import { CALLS, callsOf } from "./deployCalls";
import { allowedOf, deniedOf, rightsOf } from "./deployRole";
import type { Existing } from "./existing";
import { published } from "./serviceReference";

const urnOf = (type: string, name: string) => `urn:pulumi:prod::telehealth::${type}::${name}`;
const one = (type: string, name: string, more: Partial<Existing> = {}): Existing => ({
  urn: urnOf(type, name),
  type,
  inputs: {},
  outputs: {},
  ...more,
});
const tagged = (environment: string, arn: string) => ({
  outputs: { arn, tagsAll: { Project: "telehealth", Environment: environment } },
});
const queue = one("aws:sqs/queue:Queue", "jobs", tagged("prod", "arn:aws:sqs:us-east-1:111122223333:jobs"));

/** The account's stack with one policy for the role of prod. */
const account = (...Statement: object[]) => [
  one("aws:iam/policy:Policy", "rights", {
    inputs: { policy: JSON.stringify({ Statement }) },
    outputs: { arn: "arn:p" },
  }),
  one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "held", {
    inputs: { role: "deploy-telehealth-prod", policyArn: "arn:p" },
  }),
];
const allow = (Action: string, more: object = {}) => ({ Effect: "Allow", Action, Resource: "*", ...more });

describe("the calls of a deployment", () => {
  it("are refused for a type that nobody knows the calls of", async () => {
    await assert.rejects(
      callsOf([one("aws:neptune/cluster:Cluster", "x")]),
      /neptune.*nobody knows what the provider calls/,
    );
  });

  it("are actions that AWS publishes, all of them", async () => {
    for (const [type, calls] of Object.entries(CALLS)) {
      assert.ok(calls);
      for (const action of [
        ...calls.create,
        ...calls.read,
        ...calls.update,
        ...calls.delete,
        ...Object.keys(calls.also ?? {}),
      ])
        assert.ok(await published(action), `${type}: ${action}`);
    }
  });

  it("are denied one by one where the role lacks the action, the tag or the name", async () => {
    const calls = await callsOf([queue]);
    const denied = (...statements: object[]) =>
      deniedOf(rightsOf(account(...statements), "prod"), calls).map((each) => each.split(" ")[0]);
    assert.deepEqual(denied(allow("sqs:*")), []);
    const tag = { Condition: { StringEquals: { "aws:ResourceTag/Environment": "prod" } } };
    assert.ok(denied(allow("sqs:*", tag)).includes("sqs:CreateQueue"), "what is not there yet has no tags");
    assert.ok(!denied(allow("sqs:*", tag)).includes("sqs:DeleteQueue"));
    assert.ok(denied(allow("sqs:CreateQueue")).includes("sqs:DeleteQueue"));
    assert.ok(denied(allow("sqs:*", { Resource: "arn:aws:sqs:*:111122223333:other" })).includes("sqs:DeleteQueue"));
  });

  it("that destroy are found allowed on another environment's resource where nothing binds them", async () => {
    const calls = (await callsOf([queue])).filter(({ destroys }) => destroys);
    const allowed = (...statements: object[]) =>
      allowedOf(rightsOf(account(...statements), "prod"), calls).map((each) => each.split(" ")[0]);
    assert.ok(allowed(allow("sqs:*")).includes("sqs:DeleteQueue"));
    const others = {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { StringEquals: { "aws:ResourceTag/Environment": "prod" } },
    };
    assert.deepEqual(allowed(allow("sqs:*"), others), []);
  });

  it("hand on the roles that the resource names, to the service that takes them", async () => {
    const role = one("aws:iam/role:Role", "r", tagged("prod", "arn:aws:iam::111122223333:role/telehealth-prod-r"));
    const project = one("aws:codebuild/project:Project", "p", {
      propertyDependencies: { serviceRole: [role.urn] },
      ...tagged("prod", "arn:aws:codebuild:us-east-1:111122223333:project/p"),
    });
    const passed = (await callsOf([role, project]))
      .filter(({ action }) => action === "iam:PassRole")
      .flatMap(({ questions }) => questions);
    assert.deepEqual(
      passed.map(({ arn, context }) => [arn, context["iam:passedtoservice"]]),
      [["arn:aws:iam::111122223333:role/telehealth-prod-r", ["codebuild.amazonaws.com"]]],
    );
  });

  it("use keys through the service that uses them", async () => {
    const key = one("aws:kms/key:Key", "k", tagged("prod", "arn:aws:kms:us-east-1:111122223333:key/k"));
    const secret = one("aws:secretsmanager/secret:Secret", "s", {
      propertyDependencies: { kmsKeyId: [key.urn] },
      ...tagged("prod", "arn:aws:secretsmanager:us-east-1:111122223333:secret:s"),
    });
    const decrypt = (await callsOf([key, secret]))
      .filter(({ action }) => action === "kms:Decrypt")
      .flatMap(({ questions }) => questions);
    assert.deepEqual(
      decrypt.map(({ context }) => context["kms:viaservice"]),
      [["secretsmanager.us-east-1.amazonaws.com"]],
    );
  });

  it("are of a role whose policies are there, or nothing is proved", () => {
    assert.throws(
      () => rightsOf(account(allow("sqs:*")), "staging"),
      /deploy-telehealth-staging: its policies are not there/,
    );
  });
});

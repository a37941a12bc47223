import { strict as assert } from "node:assert";
import { examine } from "../../../../tools/reports/doctor/checks/families";
import type { Facts } from "../../../../tools/reports/doctor/facts/facts";
import type { Verdict } from "../../../../tools/reports/doctor/finding";
import { countAll } from "../../../../tools/reports/quotas/count";
import { Fleet } from "../../../../tools/reports/quotas/fleet";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import { exported, providerState, stackState, state } from "../../shared/snapshot/plan";
import { deployed, factsOf, fileWith, REAL } from "./facts";
import { altered, type Change, patched, type Stack, without } from "./stacks";

const findings = (facts: Facts) => examine(facts).flatMap((section) => section.findings);
const finding = (facts: Facts, id: string) => findings(facts).find((each) => each.id === id);
const setUp = (changed: Partial<Facts["setUp"]>) => ({ setUp: { ...factsOf("dev").setUp, ...changed } });

/** The stack as it is deployed, with one thing changed. */
const after = (stack: Stack, change: Change): { readonly deployed: Facts["deployed"] } => {
  const before = deployed(stack);
  return { deployed: before && change(before) };
};

const ROOT_USER = { account: "111122223333", arn: "arn:aws:iam::111122223333:root" };
const USER = { account: "111122223333", arn: "arn:aws:iam::111122223333:user/ann" };
const OTHER = { account: "444455556666", arn: "arn:aws:sts::444455556666:assumed-role/x/ann" };
const filled = altered("stripe-placeholder", '["AWSCURRENT","PLACEHOLDER"]', '["PLACEHOLDER"]');
const confirmed = altered("alerts-oncall@example.com", '"pendingConfirmation":true', '"pendingConfirmation":false');
const approved = altered("source-connection", "PENDING", "AVAILABLE");
const twoKeys = altered("video-keys", '"items":[', '"items":["KOLD",');
const noKey = patched("video-keys", () => ({ outputs: { items: [] } }));
const unprotected = patched("files-key-key", (each) => ({ options: { ...each.options, protect: false } }));
const oldProvider = patched("aws", () => ({ inputs: { version: "7.40.0" } }));

/** Addresses that all stacks need, of five, and a limit of 12 that the settings say is so much. */
const quotasOf = (addresses: number, said = 12): Facts["quotas"] => {
  const eip = (_: unknown, index: number) => state("aws:ec2/eip:Eip", `x${index}`);
  const fleet = new Fleet([
    readSnapshot(exported(stackState, providerState, ...Array.from({ length: addresses }, eip))),
  ]);
  return { uses: countAll(fleet), limits: { "fargate/L-3032A538": 12 }, granted: { "fargate/L-3032A538": said } };
};
const zonesOf = (first: string, second: string) => ({
  ids: { "us-east-1a": first, "us-east-1b": second, "us-east-1c": "use1-az6" },
});

const TABLE: readonly (readonly [id: string, verdict: Verdict, stack: Stack, what: string, changed: object])[] = [
  [
    "set-up/node",
    "good",
    "dev",
    "the oldest Node that Pulumi asks for",
    { node: { version: "22.0.0", wanted: ">=22" } },
  ],
  ["set-up/node", "good", "dev", "a newer major", { node: { version: "24.1.0", wanted: ">=22" } }],
  ["set-up/node", "warning", "dev", "the oldest Node that is tested", { node: { version: "20.19.0", wanted: ">=22" } }],
  ["set-up/node", "wrong", "dev", "an older minor", { node: { version: "20.9.9", wanted: ">=22" } }],
  [
    "set-up/node",
    "wrong",
    "dev",
    "an older major with a higher minor",
    { node: { version: "18.20.0", wanted: ">=22" } },
  ],
  ["set-up/dependencies", "wrong", "dev", "old dependencies", setUp({ dependenciesAreCurrent: false })],
  ["set-up/cli", "wrong", "dev", "no CLI", setUp({ cli: undefined })],
  ["set-up/cli", "wrong", "dev", "a CLI that does not run", setUp({ cli: { file: "/x", version: undefined } })],
  ["set-up/policy-pack", "wrong", "dev", "an old pack", setUp({ policyPackIsCurrent: false })],
  ["set-up/emulator", "unknown", "dev", "no emulator", setUp({ hasEmulator: false })],
  [
    "configuration/settings",
    "wrong",
    "dev",
    "a setting that is refused",
    { stackFiles: [fileWith("dev", ["cidr: 10.10.0.0/16", "cidr: 10.10.0.0/33"])] },
  ],
  [
    "configuration/settings",
    "wrong",
    "dev",
    "a file that is no YAML",
    { stackFiles: [fileWith("dev", ["config:", "config: ]["])] },
  ],
  ["configuration/stack-file", "wrong", "dev", "no file of the stack", { stackFiles: [fileWith("prod")] }],
  ["configuration/examples", "warning", "dev", "examples offline", {}],
  ["configuration/examples", "wrong", "dev", "examples on AWS", REAL],
  ["configuration/baa", "good", "dev", "synthetic data", {}],
  ["configuration/baa", "unknown", "prod", "an addendum that is said to be accepted", {}],
  [
    "configuration/baa",
    "wrong",
    "prod",
    "no addendum",
    { stackFiles: [fileWith("prod", ["baaSigned: true", "baaSigned: false"])] },
  ],
  ["configuration/budget", "good", "prod", "a budget", {}],
  [
    "configuration/budget",
    "wrong",
    "prod",
    "no budget",
    { stackFiles: [fileWith("prod", ["telehealth:budget", "telehealth:other"])] },
  ],
  ["exemptions/expired", "good", "dev", "an exemption in force", { exemptions: [{ rule: "x", until: "2027-02-01" }] }],
  ["exemptions/expired", "warning", "dev", "one that ends today", { exemptions: [{ rule: "x", until: "2026-11-24" }] }],
  [
    "exemptions/expired",
    "warning",
    "dev",
    "one that ends in 14 days",
    { exemptions: [{ rule: "x", until: "2026-12-08" }] },
  ],
  [
    "exemptions/expired",
    "good",
    "dev",
    "one that ends in 15 days",
    { exemptions: [{ rule: "x", until: "2026-12-09" }] },
  ],
  [
    "exemptions/expired",
    "wrong",
    "dev",
    "one that ended yesterday",
    { exemptions: [{ rule: "x", until: "2026-11-23" }] },
  ],
  ["backend/login", "wrong", "dev", "no login for AWS", { ...REAL, backend: { url: undefined, from: "nothing" } }],
  ["backend/login", "good", "dev", "no login offline", { backend: { url: undefined, from: "nothing" } }],
  [
    "backend/durable",
    "warning",
    "prod",
    "patients' state on a disk",
    { backend: { url: "file:///x", from: "pulumi login" } },
  ],
  [
    "backend/durable",
    "good",
    "dev",
    "synthetic state on a disk",
    { backend: { url: "file:///x", from: "pulumi login" } },
  ],
  ["backend/secrets-provider", "wrong", "prod", "a passphrase for patients' data", REAL],
  ["backend/secrets-provider", "warning", "dev", "a passphrase for synthetic data", REAL],
  [
    "backend/secrets-provider",
    "good",
    "prod",
    "a KMS key",
    { ...REAL, stackFiles: [fileWith("prod", [/^/, "secretsprovider: awskms://alias/x\n"])] },
  ],
  ["credentials/caller", "unknown", "dev", "no question", {}],
  ["credentials/caller", "good", "dev", "an answer", REAL],
  ["credentials/caller", "wrong", "dev", "a refusal", { real: true, identity: { problem: "ExpiredToken" } }],
  ["credentials/account", "good", "dev", "the right account", REAL],
  ["credentials/account", "wrong", "dev", "another account", { real: true, identity: OTHER }],
  ["credentials/kind", "good", "dev", "a role", REAL],
  ["credentials/kind", "wrong", "dev", "the root user", { real: true, identity: ROOT_USER }],
  ["credentials/kind", "warning", "dev", "a user's keys", { real: true, identity: USER }],
  ["account/quotas", "unknown", "prod", "no question", {}],
  ["account/quotas", "unknown", "prod", "no answer", { ...REAL, quotas: { problem: "AccessDenied" } }],
  ["account/quotas", "good", "prod", "room for all", { ...REAL, quotas: quotasOf(3) }],
  ["account/quotas", "warning", "prod", "little room", { ...REAL, quotas: quotasOf(4) }],
  ["account/quotas", "wrong", "prod", "no room", { ...REAL, quotas: quotasOf(6) }],
  ["account/granted-quotas", "good", "prod", "a limit that was granted", { ...REAL, quotas: quotasOf(3, 12) }],
  ["account/granted-quotas", "wrong", "prod", "a limit that was not", { ...REAL, quotas: quotasOf(3, 13) }],
  ["account/zones", "unknown", "prod", "letters of zones alone", {}],
  ["account/zones", "unknown", "prod", "no answer", { ...REAL, zones: { problem: "AccessDenied" } }],
  ["account/zones", "good", "prod", "zones with VPC links", { ...REAL, zones: zonesOf("use1-az1", "use1-az2") }],
  ["account/zones", "wrong", "prod", "a zone without", { ...REAL, zones: zonesOf("use1-az1", "use1-az3") }],
  ["account/zones", "good", "prod", "no zones", { ...REAL, stackFiles: [] }],
  ["deployed/pending", "good", "prod", "an update that ended", {}],
  ["deployed/protect", "good", "prod", "all protected", {}],
  ["deployed/protect", "wrong", "prod", "a key without protection", after("prod", unprotected)],
  ["deployed/protect", "good", "dev", "nothing protected, as it should be", {}],
  ["deployed/ignored", "unknown", "prod", "settings that are ignored", {}],
  ["deployed/provider", "good", "prod", "one provider", {}],
  ["deployed/provider", "wrong", "prod", "an older provider", after("prod", oldProvider)],
  ["deployed/secrets", "warning", "prod", "placeholders offline", {}],
  ["deployed/secrets", "unknown", "prod", "placeholders on AWS", REAL],
  ["deployed/secrets", "good", "dev", "no placeholder", {}],
  ["deployed/image", "warning", "prod", "the stand-in", {}],
  [
    "deployed/image",
    "good",
    "prod",
    "an own image",
    after("prod", altered("api-task", "public.ecr.aws/docker/library/python", "x/api")),
  ],
  ["deployed/subscriptions", "warning", "prod", "a pending address offline", {}],
  ["deployed/subscriptions", "wrong", "prod", "a pending address on AWS", REAL],
  ["deployed/subscriptions", "good", "prod", "a confirmed address", { ...REAL, ...after("prod", confirmed) }],
  ["deployed/certificates", "good", "prod", "certificates", {}],
  [
    "deployed/certificates",
    "wrong",
    "prod",
    "a certificate without validation",
    after("prod", without("api-cert-issued")),
  ],
  ["deployed/connection", "wrong", "prod", "a pending connection on AWS", REAL],
  ["deployed/connection", "good", "prod", "an approved one", { ...REAL, ...after("prod", approved) }],
  ["deployed/connection", "good", "prod", "no pipeline", { ...REAL, ...after("prod", without("source-connection")) }],
  ["deployed/signing-keys", "good", "prod", "one key", {}],
  ["deployed/signing-keys", "warning", "prod", "two keys", after("prod", twoKeys)],
  ["deployed/signing-keys", "wrong", "prod", "no key", after("prod", noKey)],
];

describe("a check of the doctor", () => {
  for (const [id, verdict, stack, what, changed] of TABLE)
    it(`${id} finds ${what} ${verdict}`, () => {
      const found = finding(factsOf(stack, changed), id);
      assert.equal(found?.verdict, verdict, found?.says);
    });

  it("finds an interrupted update wrong, and names what was half done", () => {
    const pending = [
      { urn: "urn:pulumi:prod::telehealth::aws:rds/cluster:Cluster::database-cluster", operation: "creating" },
    ];
    const before = deployed("prod");
    const found = finding(factsOf("prod", { deployed: before && { ...before, pending } }), "deployed/pending");
    assert.equal(found?.verdict, "wrong");
    assert.match(found.says, /database-cluster \(creating\)/);
  });

  it("says which zones to write instead of one without VPC links", () => {
    const found = finding(factsOf("prod", { ...REAL, zones: zonesOf("use1-az1", "use1-az3") }), "account/zones");
    assert.match(found?.says ?? "", /us-east-1b is use1-az3/);
    assert.match(found?.fix.join() ?? "", /availabilityZones: us-east-1c/);
  });

  it("names the secret that is not written, and stops naming it once it is", () => {
    const names = (changed: object) => finding(factsOf("prod", changed), "deployed/secrets")?.says ?? "";
    assert.match(names({}), /stripe/);
    assert.doesNotMatch(names(after("prod", filled)), /stripe/);
  });

  it("names every example that is left, the key among them", () => {
    const fix = finding(factsOf("dev"), "configuration/examples")?.fix.join("\n") ?? "";
    for (const line of [
      "telehealth:accountId: the account 111122223333",
      "domain.name: example.com",
      "domain.hostedZoneId",
      "cdn.signingKeys[0].publicKey: the example key",
      "alerts.emails[0]",
    ])
      assert.ok(fix.includes(line), line);
  });

  it("says of a setting that is refused where it stands and what to write", () => {
    const stackFiles = [fileWith("dev", ["cidr: 10.10.0.0/16", "cidr: 10.10.0.0/33"])];
    const fix = finding(factsOf("dev", { stackFiles }), "configuration/settings")?.fix.join("\n") ?? "";
    assert.match(
      fix,
      /Pulumi\.dev\.yaml: telehealth:network\.cidr: "10\.10\.0\.0\/33" is not an IPv4 network\. .+10\.20\.0\.0\/16/,
    );
  });

  it("says nothing of a stack that is not deployed, but how to deploy it", () => {
    const found = findings(factsOf("dev", { deployed: undefined })).filter(({ id }) => id.startsWith("deployed/"));
    assert.deepEqual(
      found.map(({ id, verdict }) => [id, verdict]),
      [["deployed/state", "unknown"]],
    );
    assert.match(found[0]?.fix.join() ?? "", /npm start -- up --stack dev/);
  });

  it("finds nothing wrong on a fresh clone with the offline AWS", () => {
    for (const stack of ["dev", "prod"] as const)
      assert.deepEqual(
        findings(factsOf(stack)).filter(({ verdict }) => verdict === "wrong"),
        [],
      );
  });

  it("says what to do about whatever is not in order, and has an id of its own", () => {
    for (const facts of [
      factsOf("dev"),
      factsOf("prod", REAL),
      factsOf("prod", { deployed: undefined, real: true, stackFiles: [] }),
    ]) {
      const all = findings(facts);
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
      for (const { verdict, fix, id } of all) assert.equal(fix.length > 0, verdict !== "good", id);
    }
  });
});

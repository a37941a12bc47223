import { strict as assert } from "node:assert";
import {
  EXEMPTED_POLICY,
  EXEMPTIONS_POLICY,
  NOT_KNOWN_POLICY,
  policiesFor,
  SETTINGS_POLICY,
} from "../../../policies/engine/policies";
import { Exemptions } from "../../../policies/engine/exemptions";
import { pack } from "../../../policies/pack";
import { isNeverExempt } from "../../../policies/rule";
import { configured, type Given, LATER, Run, violations } from "../runner";

const ID = "sns-topic-encryption";
const rules = pack.filter(({ id }) => [ID, "rds-encryption", "database-deletion-protection"].includes(id));
const topic = (name: string, kmsMasterKeyId?: unknown): Given => ({
  type: "aws:sns/topic:Topic",
  name,
  props: { kmsMasterKeyId },
});
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const SOON = inDays(30);
const exemption = (over: Record<string, unknown> = {}) => ({
  rule: ID,
  urn: "urn:pulumi:prod::telehealth::*aws:sns/topic:Topic::alerts",
  owner: "platform@example.com",
  reason: "The publisher cannot use our key before its next release",
  until: SOON,
  ...over,
});
const found = (given: readonly Given[], exemptions: unknown, stack = "prod") =>
  violations(rules, given, { stack, config: { [SETTINGS_POLICY]: { exemptions } } });
const names = async (...args: Parameters<typeof found>) => (await found(...args)).map(({ policy }) => policy);

describe("an exemption", () => {
  it("lets a finding pass, and says so as advice: until when, who answers and why", async () => {
    const [only, ...rest] = await found([topic("alerts")], [exemption()]);
    assert.deepEqual(rest, []);
    assert.equal(only?.policy, EXEMPTED_POLICY);
    assert.equal(only.level, "advisory");
    assert.equal(only.urn, "urn:pulumi:prod::telehealth::aws:sns/topic:Topic::alerts");
    assert.match(
      only.message,
      new RegExp(
        `\n${ID}: exempt until ${SOON}, by platform@example.com: The publisher .* release\\. kmsMasterKeyId: .*\\[45 CFR`,
      ),
    );
  });

  it("holds for the resources its pattern fits, and for no other", async () => {
    assert.deepEqual(await names([topic("alerts"), topic("other")], [exemption()]), [ID, EXEMPTED_POLICY]);
    const both = exemption({ urn: "urn:pulumi:prod::telehealth::aws:sns/topic:Topic::clinic-*" });
    assert.deepEqual(await names([topic("clinic-a"), topic("clinic-b"), topic("other")], [both]), [
      ID,
      EXEMPTED_POLICY,
      EXEMPTED_POLICY,
    ]);
  });

  it("holds on its last day, and is a violation on the next", async () => {
    assert.deepEqual(await names([topic("alerts")], [exemption({ until: inDays(0) })]), [EXEMPTED_POLICY]);
    const expired = await found([topic("alerts")], [exemption({ until: inDays(-1) })]);
    assert.deepEqual(
      expired.map(({ policy, level }) => `${level} ${policy}`),
      [`mandatory ${ID}`, `mandatory ${EXEMPTIONS_POLICY}`],
    );
    assert.match(expired[1]?.message ?? "", /exemptions\[0\]: the exemption from .* ended on/);
  });

  it("is a violation when nothing needs it", async () => {
    const [only, ...rest] = await found([topic("alerts", "alias/ours")], [exemption()]);
    assert.deepEqual(rest, []);
    assert.equal(only?.level, "mandatory");
    assert.match(only.message, /exemptions\[0\]: no resource needs the exemption from sns-topic-encryption/);
  });

  it("is left alone when an update with targets did not judge the resource", async () => {
    const run = new Run(configured(policiesFor(rules), { [SETTINGS_POLICY]: { exemptions: [exemption()] } }));
    await run.analyze(topic("other", "alias/ours"));
    await run.analyzeStack([topic("other", "alias/ours"), topic("alerts")]);
    assert.deepEqual(
      run.violations.map(({ policy }) => policy),
      [],
    );
  });

  it("counts as needed while nobody knows yet", async () => {
    assert.deepEqual(await names([topic("alerts", LATER)], [exemption()]), [NOT_KNOWN_POLICY]);
  });

  it("of another stack is none of this one's business", async () => {
    assert.deepEqual(await names([topic("alerts", "alias/ours")], [exemption()], "staging"), []);
  });

  it("works where a rule only advises too", async () => {
    const cluster: Given = { type: "aws:dynamodb/table:Table", name: "visits", props: {} };
    const rule = "database-deletion-protection";
    const own = pack.filter(({ id }) => id === rule).map((each) => ({ ...each, neverExempt: false }));
    const config = {
      [SETTINGS_POLICY]: {
        exemptions: [exemption({ rule, urn: "urn:pulumi:dev::telehealth::*aws:dynamodb/table:Table::visits" })],
      },
    };
    const heard = await violations(own, [cluster], { stack: "dev", config });
    assert.deepEqual(
      heard.map(({ policy }) => policy),
      [EXEMPTED_POLICY],
    );
  });

  it("from a rule that guards patient data itself is refused", async () => {
    const database: Given = { type: "aws:rds/cluster:Cluster", name: "alerts", props: { kmsKeyId: "alias/ours" } };
    const heard = await found([database], [exemption({ rule: "rds-encryption" })]);
    assert.ok(heard.some(({ policy }) => policy === "rds-encryption"));
    assert.match(heard.at(-1)?.message ?? "", /exemptions\[0\]: no exemption from rds-encryption is possible/);
    const critical = ["s3-bucket-encryption", "s3-bucket-public-access-block", "s3-policy-public", "database-public"];
    for (const id of critical)
      assert.ok(
        pack.some((each) => each.id === id && isNeverExempt(each)),
        id,
      );
  });

  const MALFORMED: readonly (readonly [what: string, exemptions: unknown, says: RegExp])[] = [
    ["no list", { rule: ID }, /^exemptions: is not a list\. Write a list/],
    ["no block", ["s3"], /^exemptions\[0\]: is not an object\. Write \{rule, urn, owner, reason, until\}/],
    ["a null", [null], /is not an object/],
    ["no owner", [exemption({ owner: undefined })], /says no owner\./],
    ["an empty reason and no day", [exemption({ reason: " ", until: 2027 })], /says no reason, no until\./],
    ["a field that means nothing", [exemption({ ticket: "A-1" })], /unknown fields: ticket/],
    ["an unknown rule", [exemption({ rule: "sns-encryption" })], /there is no rule sns-encryption/],
    [
      "a day that does not exist",
      [exemption({ until: "2027-02-30" })],
      /2027-02-30 is not a date\. Write .*YYYY-MM-DD/,
    ],
    ["a day in another spelling", [exemption({ until: "1 March 2027" })], /is not a date/],
    ["a day far away", [exemption({ until: inDays(400) })], /more than a year away/],
    ["a pattern of everything", [exemption({ urn: "*" })], /\* is not a pattern/],
    ...[
      "urn:pulumi:prod::telehealth::*::*",
      "urn:pulumi:*::*::*:*::*",
      "urn:pulumi:prod::telehealth::*::a*::*",
      "urn:pulumi:prod::telehealth::*::alerts",
      "urn:pulumi:prod::telehealth::*:*::alerts",
      "urn:pulumi:prod::telehealth::*aws:sns/topic:*::alerts",
      "urn:pulumi:prod::telehealth::*aws:sns/topic:Topic::*",
      "urn:pulumi:prod::telehealth::*aws:sns/topic:Topic::*a*",
      "urn:pulumi:prod::telehealth::*aws:sns/topic:Topic::**-**",
      "urn:pulumi:*::telehealth::*aws:sns/topic:Topic::alerts",
      "urn:pulumi:prod::*::*aws:sns/topic:Topic::alerts",
      "urn:pulumi:prod::telehealth::aws:sns/topic:Topic",
    ].map((urn) => [`the pattern ${urn}`, [exemption({ urn })], /is not a pattern/] as const),
    ["a name only", [exemption({ urn: "alerts" })], /alerts is not a pattern/],
  ];
  for (const [what, exemptions, says] of MALFORMED)
    it(`is a violation with ${what}, and exempts nothing`, async () => {
      const heard = await found([topic("alerts")], exemptions);
      assert.deepEqual(
        heard.map(({ policy, level }) => `${level} ${policy}`),
        [`mandatory ${ID}`, `mandatory ${EXEMPTIONS_POLICY}`],
      );
      assert.match(heard[1]?.message.split("\n")[1] ?? "", says);
    });

  it("never makes the pack fail, however it is written", () => {
    for (const each of [undefined, null, 0, "", [], [[]], [{}], [{ rule: 1 }], [exemption({ urn: "(((" })]])
      assert.ok(Array.isArray(new Exemptions(each, rules, "2027-01-01").problems("prod")));
  });

  it("reads every character but the star as itself", async () => {
    assert.deepEqual(
      await names([topic("alerts")], [exemption({ urn: "urn:pulumi:prod::telehealth::*aws:sns/topic:Topic::al.rts" })]),
      [ID, EXEMPTIONS_POLICY],
    );
  });

  it("an ephemeral stack is named, and no pattern", async () => {
    const unprotected = [{ type: "aws:rds/cluster:Cluster", name: "db", props: { deletionProtection: false } }];
    const levels = async (stack: string, ...ephemeralStacks: string[]) =>
      (await violations(rules, unprotected, { stack, config: { [SETTINGS_POLICY]: { ephemeralStacks } } }))
        .filter(({ policy }) => policy.startsWith("database-deletion-protection"))
        .map(({ level }) => level);
    assert.deepEqual(await levels("dev", "dev"), ["advisory"]);
    for (const [stack, pattern] of [
      ["dev2", "dev"],
      ["dev2", "dev*"],
      ["prod", "*"],
      ["prod", "pro?"],
      ["prod", "prod "],
    ] as const)
      assert.deepEqual(await levels(stack, pattern), ["mandatory"], `${pattern} of ${stack}`);
  });

  it("has policies that the engine runs after every rule", () => {
    assert.deepEqual(
      policiesFor(rules)
        .slice(-3)
        .map(({ name, enforcementLevel }) => `${name} ${enforcementLevel}`),
      [`${EXEMPTIONS_POLICY} mandatory`, `${EXEMPTED_POLICY} advisory`, `${NOT_KNOWN_POLICY} advisory`],
    );
  });
});

import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { NOT_KNOWN_POLICY, policiesFor, SETTINGS_POLICY } from "../../policies/engine/policies";
import { pack } from "../../policies/pack";
import { CASES } from "./cases";
import { violations } from "./runner";

const ROOT = join(__dirname, "../../policies");
const NOT_RULES = ["bin", "engine", "facts", "report", "shared", "node_modules"];

function ruleFiles(folder = ROOT): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return folder === ROOT && NOT_RULES.includes(name) ? [] : ruleFiles(path);
    return folder !== ROOT && name.endsWith(".ts") && name !== "index.ts" ? [relative(ROOT, path)] : [];
  });
}

describe("the policy pack", () => {
  it("has ids that are unique and in kebab-case", () => {
    const ids = pack.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    assert.deepEqual(
      ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id)),
      [],
    );
    assert.deepEqual(
      ids.filter((id) => id.endsWith("-ephemeral")),
      [],
    );
  });

  it("has each rule in a file of its id's name", () => {
    const camelCase = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const files = ruleFiles().map((file) => basename(file, ".ts"));
    assert.deepEqual(
      pack.filter(({ id }) => !files.includes(camelCase(id))).map(({ id }) => id),
      [],
    );
  });

  it("cites a safeguard of the Security Rule with every rule", () => {
    for (const { id, controls } of pack)
      for (const each of controls) assert.match(each, /^164\.(308|310|312|314|316)\(/, id);
  });

  it("tells with every rule what to write, and for which types", () => {
    for (const rule of pack) {
      assert.ok(
        rule.remediation.length > 10 && !rule.remediation.endsWith("."),
        `${rule.id}: remediation without a full stop`,
      );
      assert.ok(rule.title.length > 20 && !rule.title.endsWith("."), `${rule.id}: title without a full stop`);
      assert.ok(rule.types.length > 0, rule.id);
      for (const type of rule.types)
        assert.match(type, /^(aws:(\*|\w+\/\w+:\w+)|(?!aws:)[a-z][\w:/-]*\*?|\*)$/, rule.id);
    }
  });

  it("lists the rule of every file, one rule a file", () => {
    const files = ruleFiles();
    for (const file of files) {
      const [, folder = "", name = ""] = /^(\w+)\/(\w+)\.ts$/.exec(file) ?? [];
      assert.equal(readFileSync(join(ROOT, file), "utf8").match(/= rule\(/g)?.length, 1, `${file} holds one rule`);
      assert.match(
        readFileSync(join(ROOT, folder, "index.ts"), "utf8"),
        new RegExp(`[[ ]${name}[,\\]]`),
        `${file} is listed`,
      );
    }
    assert.equal(pack.length, files.length);
  });

  it("names types that the AWS SDK has", () => {
    const unknown = pack
      .flatMap(({ types }) => types)
      .filter((type) => type.startsWith("aws:") && !type.endsWith("*") && !inSdk(type));
    assert.deepEqual(unknown, []);
  });

  it("has been seen to fire and to pass, every rule of it", async function () {
    this.timeout(30_000);
    for (const rule of pack) {
      const { accepts, rejects } = CASES[rule.id] ?? assert.fail(`${rule.id} has no cases`);
      const heard = async (cases: readonly (typeof accepts)[number][]) =>
        (await Promise.all(cases.map((each) => violations([rule], each.given, each.world)))).map((found) =>
          found.some(({ policy }) => policy === rule.id),
        );
      assert.ok(rejects.length > 0 && (await heard(rejects)).every(Boolean), `${rule.id} fires`);
      assert.ok(accepts.length > 0 && !(await heard(accepts)).some(Boolean), `${rule.id} passes`);
    }
  });

  it("gives the engine everything it shows of a rule", () => {
    const policies = policiesFor(pack);
    assert.equal(policies[0]?.name, SETTINGS_POLICY);
    assert.equal(policies.at(-1)?.name, NOT_KNOWN_POLICY);
    for (const rule of pack) {
      const policy = policies.find(({ name }) => name === rule.id);
      assert.equal(policy?.enforcementLevel, rule.level ?? "mandatory");
      assert.equal(policy.severity, rule.severity);
      assert.equal(policy.description, `${rule.title}.`);
      assert.equal(policy.remediationSteps, rule.remediation);
      assert.equal(policy.framework?.name, "HIPAA Security Rule");
      assert.equal(policy.framework.reference, rule.controls.join(", "));
      assert.match(policy.url ?? "", /^https:\/\/www\.ecfr\.gov\/current\/title-45\/section-164\.3\d\d$/);
      assert.ok(policy.tags?.includes(rule.family));
      const twin = policies.find(({ name }) => name === `${rule.id}-ephemeral`);
      assert.equal(twin?.enforcementLevel, rule.lenientWhenEphemeral ? "advisory" : undefined);
    }
  });
});

/** A token of the SDK: `aws:s3/bucket:Bucket` is the file s3/bucket.js, in letters that may be smaller. */
function inSdk(type: string): boolean {
  const [, module = "", name = ""] = type.split(/[:/]/);
  const folder = join(__dirname, "../../node_modules/@pulumi/aws", module);
  if (!existsSync(folder)) return false;
  const files = [name, `${name}v2`, `${name}_`].map((each) => `${each}.js`.toLowerCase());
  return readdirSync(folder)
    .filter((each) => files.includes(each.toLowerCase()))
    .some((each) => readFileSync(join(folder, each), "utf8").includes(`__pulumiType = '${type}'`));
}

import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeSnapshot } from "../../../../tools/reports/policy/judgeSnapshot";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import * as given from "../../shared/snapshot/plan";
import { main } from "../../../../tools/reports/policy/main";
import { runHere } from "../../../runHere";

const database = given.state("aws:rds/cluster:Cluster", "db", { inputs: { storageEncrypted: false } });
const judge = (...resources: object[]) => judgeSnapshot(readSnapshot(given.exported(...resources)), {}, "2027-01-01");
const verdicts = (name: string, ...resources: object[]) =>
  Object.fromEntries(
    judge(...resources)
      .judgements.filter(({ resource }) => resource.name === name)
      .map(({ rule, verdict }) => [rule.id, verdict]),
  );

describe("a snapshot is judged", () => {
  it("as the engine judges: what is not known yet is unknown", () => {
    assert.equal(verdicts("alerts-topic", given.topicState)["sns-topic-encryption"], "unknown");
    assert.equal(verdicts("db", database)["rds-encryption"], "failed");
  });

  it("with secrets as values that nobody knows, so that none is taken for a text", () => {
    const secret = { ...database, inputs: { masterPassword: given.secretState.inputs.secretString } };
    const { judgements } = judge(secret);
    assert.ok(!JSON.stringify(judgements.map(({ findings }) => findings)).includes("masterPassword"));
  });

  it("with the provider that makes a resource, and without what belongs to somebody else", () => {
    const { resources } = judge(given.providerState, given.topicState, { ...database, external: true });
    const topic = resources.find(({ name }) => name === "alerts-topic");
    assert.equal(topic?.provider?.at("region").text, "us-east-1");
    assert.equal(topic.customTimeouts?.createSeconds, 900);
    assert.equal(topic.parent, given.ROOT);
    assert.ok(!resources.some(({ name }) => name === "db"));
  });
});

describe("npm run policy:report", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const file = (name: string) => join(folder, name);
  const run = (...words: string[]) => runHere(main, ["report", ...words], { folder });
  before(() => {
    writeFileSync(
      file("plan.json"),
      given.plan(given.step("create", { ...database, parent: undefined, sourcePosition: "project:///x.ts#5,6" })),
    );
  });

  it("ends with 1 when an update would be refused, and says where", async () => {
    const { code, stdout } = await run("--file", "plan.json");
    assert.equal(code, 1);
    assert.match(stdout, /\[mandatory, critical\] rds-encryption: db \(x\.ts:5\)/);
  });

  it("writes a file on demand, in the format that is asked for, and nothing to the terminal", async () => {
    const { stdout } = await run("--file", "plan.json", "--format", "sarif", "--out", "it.sarif");
    assert.equal(stdout, "");
    assert.equal(JSON.parse(readFileSync(file("it.sarif"), "utf8")).version, "2.1.0");
  });

  it("ends with 0 when nothing is refused, and is the same to the byte on another day", async () => {
    writeFileSync(file("good.json"), given.plan(given.step("create", given.stackState)));
    const [one, two] = [
      await run("--file", "good.json", "--format", "json", "--today", "2027-01-01"),
      await run("--file", "good.json", "--format", "json", "--today", "2027-06-01"),
    ];
    assert.equal(one.code, 0, one.stderr);
    assert.equal(one.stdout, two.stdout);
  });

  it("measures exemptions of a configuration by the day that is given", async () => {
    const exemption = {
      rule: "database-iam-authentication",
      urn: database.urn,
      owner: "a@example.com",
      reason: "For this test",
      until: "2027-01-02",
    };
    writeFileSync(file("config.json"), JSON.stringify({ "pack-settings": { exemptions: [exemption] } }));
    const { stdout } = await run("--file", "plan.json", "--config", "config.json", "--today", "2027-01-03");
    assert.match(stdout, /\[mandatory\] exemptions\[0\]: /);
  });

  it("ends with 2 and says what to write for anything else", async () => {
    writeFileSync(file("changes.json"), given.plan(given.step("update", database)));
    const wrong = [
      [["--file", "missing.json"], /missing\.json cannot be read/],
      [["--file", "plan.json", "--format", "pdf"], /--format "pdf": .*"text"\|"json"\|"sarif"\|"junit"/],
      [["--surprise"], /--surprise/],
      [["--file", "changes.json"], /changes\.json lists only what would change\..*--show-sames/],
    ] as const;
    for (const [words, says] of wrong) {
      const { code, stderr } = await run(...words);
      assert.equal(code, 2);
      assert.match(stderr, says);
    }
  });
});

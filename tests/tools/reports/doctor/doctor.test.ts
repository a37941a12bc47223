import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runHere } from "../../../runHere";
import { main } from "../../../../tools/reports/doctor/main";
import { askIdentity } from "../../../../tools/reports/doctor/facts/identity";
import { useEmulator } from "../../ops/emulator";
import { FIXTURES } from "./stacks";

const dev = join(FIXTURES, "dev.json");

describe("npm run doctor", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "doctor-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...words: string[]) => runHere(main, words, { folder });

  it("checks a deployed stack by its file, in every family, the same to the byte twice", async () => {
    const words = ["--file", dev, "--format", "json", "--today", "2026-11-24"];
    const [one, two] = [await run(...words), await run(...words)];
    const read = JSON.parse(one.stdout);
    assert.equal(read.stack, "dev");
    assert.deepEqual(
      read.sections.map(({ title }: any) => title),
      ["set-up", "configuration", "exemptions", "backend", "credentials", "account", "deployed"],
    );
    assert.equal(one.code, read.ok ? 0 : 1, one.stderr);
    assert.equal(one.stdout, two.stdout);
  });

  it("explains a symptom and ends with 0 when no link is missing", async () => {
    const { code, stdout } = await run("--file", dev, "--explain", "database");
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^The API does not reach the database \(dev\)\n {2}✔ the cluster/);
    assert.match(stdout, /\nlook at it as it is now\n {2}aws rds describe-db-clusters/);
  });

  it("marks the link that is missing and ends with 1", async () => {
    const state = JSON.parse(readFileSync(dev, "utf8"));
    const resources = state.deployment.resources.filter(({ urn }: any) => !urn.endsWith("::api-database-in"));
    writeFileSync(join(folder, "cut.json"), JSON.stringify({ deployment: { resources } }));
    const { code, stdout } = await run("--file", "cut.json", "--explain", "database");
    assert.equal(code, 1);
    assert.match(
      stdout,
      /✖ the other side lets the API in: No rule of sg-\w+ lets the API in on port 5432\.\n {6}> npm run preview/,
    );
    assert.equal(stdout.match(/^ {2}✖/gm)?.length, 1);
  });

  it("ends with 2 and says what to write for anything else", async () => {
    writeFileSync(join(folder, "empty.json"), JSON.stringify({ deployment: { resources: [] } }));
    const wrong = [
      [["--explain", "weather"], /expected one of "database"/],
      [["--file", "missing.json"], /missing\.json cannot be read/],
      [["--stack", "nowhere"], /no Pulumi\.nowhere\.yaml\. Write --stack with one of/],
      [["--file", "empty.json", "--explain", "video"], /is not deployed[\s\S]*npm start -- up/],
    ] as const;
    for (const [words, says] of wrong) {
      const { code, stderr } = await run(...words);
      assert.equal(code, 2, stderr);
      assert.match(stderr, says);
    }
  });

  describe("with --real", () => {
    useEmulator();

    it("asks STS who the credentials are", async () => {
      const identity = await askIdentity("us-east-1");
      assert.ok("account" in identity, JSON.stringify(identity));
      assert.match(identity.account, /^\d{12}$/);
      assert.match(identity.arn, /^arn:aws:/);
    });
  });

  it("says why AWS did not answer", async () => {
    const before = process.env["AWS_ENDPOINT_URL"];
    process.env["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9";
    process.env["AWS_ACCESS_KEY_ID"] ??= "testing";
    process.env["AWS_SECRET_ACCESS_KEY"] ??= "testing";
    try {
      const identity = await askIdentity("us-east-1");
      assert.ok("problem" in identity);
      assert.match(identity.problem, /ECONNREFUSED/);
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.env, "AWS_ENDPOINT_URL");
      else process.env["AWS_ENDPOINT_URL"] = before;
    }
  });
});

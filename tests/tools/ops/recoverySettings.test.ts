import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { stackFile } from "../../../tools/shared/stackFiles";
import { recoverySettings, settingsFor } from "../../../tools/ops/recoverySettings";

const ROOT = join(__dirname, "..", "..", "..");
const PROD = readFileSync(join(ROOT, "Pulumi.prod.yaml"), "utf8");
const CHOSEN = { stack: "prod", "dry-run": false };
const made = (text = PROD, values: object = {}) => settingsFor(text, "telehealth", { ...CHOSEN, ...values });
const configOf = (text: string) => parse(text).config;

/** What the command prints, and its exit code. */
async function run(...words: string[]) {
  const { log, error } = console;
  let said = "";
  console.log = console.error = (text: string) => (said += `${text}\n`);
  try {
    return { code: await recoverySettings.run(words), said };
  } catch (problem) {
    return { code: 2, said: problem instanceof Error ? problem.message : "" };
  } finally {
    Object.assign(console, { log, error });
  }
}

describe("settings of a stack in the second region", () => {
  for (const stack of ["staging", "prod"])
    it(`of ${stack} are accepted by the program`, () => {
      const text = readFileSync(join(ROOT, `Pulumi.${stack}.yaml`), "utf8");
      assert.deepEqual(stackFile(`${stack}dr`, made(text, { stack }).text, "telehealth").problems, []);
    });

  it("are in the second region and copy to a third", () => {
    const config = configOf(made().text);
    assert.equal(config["telehealth:region"], "us-west-2");
    assert.equal(config["telehealth:recoveryRegion"], "us-east-2");
    assert.deepEqual(config["telehealth:network"].availabilityZones, ["us-west-2a", "us-west-2b"]);
  });

  it("share neither domain nor network with what is lost", () => {
    const config = configOf(made().text);
    assert.equal(config["telehealth:domain"].name, "dr.telehealth.example.com");
    assert.deepEqual(config["telehealth:domain"].browserOrigins, [
      "https://app.dr.telehealth.example.com",
      "https://dr.telehealth.example.com",
    ]);
    assert.equal(config["telehealth:network"].cidr, "10.130.0.0/16");
  });

  it("name nothing that belongs to the old stack: pipeline, boundary, keys of secrets, image", () => {
    const text = `${PROD.replace("port: 8443", "port: 8443\n    imageTag: 1.0.0\n    migrationTag: 1.0.0")}encryptedkey: abc\nsecretsprovider: awskms://x\n`;
    const file = parse(made(text).text);
    assert.deepEqual(Object.keys(file), ["config"]);
    for (const key of ["telehealth:delivery", "telehealth:roleBoundary"])
      assert.equal(file.config[key], undefined, key);
    assert.equal(file.config["telehealth:service"].imageTag, undefined);
    assert.equal(file.config["telehealth:service"].migrationTag, undefined);
    assert.equal(file.config["telehealth:service"].replicateImages, false);
  });

  it("take what is chosen on the command line", () => {
    const config = configOf(
      made(PROD, {
        zones: "us-west-2b,us-west-2c",
        domain: "clinic.example.org",
        "copies-to": "us-west-1",
        "image-tag": "2.1",
      }).text,
    );
    assert.deepEqual(config["telehealth:network"].availabilityZones, ["us-west-2b", "us-west-2c"]);
    assert.equal(config["telehealth:domain"].name, "clinic.example.org");
    assert.equal(config["telehealth:recoveryRegion"], "us-west-1");
    assert.equal(config["telehealth:service"].imageTag, "2.1");
  });

  it("keep everything else, with its comments", () => {
    const { text } = made();
    for (const section of ["database", "files", "videos", "backup", "integrations", "logs"])
      assert.deepEqual(configOf(text)[`telehealth:${section}`], configOf(PROD)[`telehealth:${section}`]);
    assert.match(text, /^# proddr: takes the place of prod, whose region us-east-1 is lost/);
    assert.match(text, /# Every key is explained in docs\/configuration\.md/);
  });

  it("say what nobody but a person can do there", () => {
    const identity =
      "identity:\n    email: { sourceArn: 'arn:aws:ses:us-east-1:111122223333:identity/example.com', from: a@example.com }\n    oidc: { name: Google, issuer: https://accounts.example.com, clientId: x, domainPrefix: clinic }";
    const text = PROD.replace("identity:", identity).replace(
      "telehealth:web:",
      "telehealth:webPassword:\n    secure: v1:abc\n  telehealth:web:",
    );
    const { text: written, left } = made(text);
    assert.doesNotMatch(written, /v1:abc/);
    const all = left.join("\n");
    assert.match(all, /config set --secret telehealth:webPassword --stack proddr/);
    assert.match(all, /SES in us-west-2/);
    assert.match(all, /clinic-dr/);
    assert.match(all, /SMS in us-west-2/);
    assert.equal(
      configOf(written)["telehealth:identity"].email.sourceArn,
      "arn:aws:ses:us-west-2:111122223333:identity/example.com",
    );
  });

  for (const [words, says] of [
    [["--stack", "qa"], /--stack qa: there is no Pulumi\.qa\.yaml/],
    [["--name", "dev"], /Pulumi\.dev\.yaml is there already/],
    [["--zones", "us-east-1a,us-east-1b"], /--zones us-east-1a,us-east-1b: not in us-west-2/],
    [["--copies-to", "us-east-1"], /--copies-to us-east-1: is the lost region or the new one/],
    [["--stack", "account"], /telehealth:domain\.name is missing/],
  ] as const)
    it(`are refused for ${words.join(" ")}`, async () => {
      const { code, said } = await run(...words);
      assert.equal(code, 2);
      assert.match(said, says);
    });

  it("are shown and not written by a dry run", async () => {
    const { code, said } = await run("--dry-run");
    assert.equal(code, 0);
    assert.match(said, /telehealth:region: us-west-2/);
    assert.match(said, /Still yours: SMS in us-west-2/);
  });
});

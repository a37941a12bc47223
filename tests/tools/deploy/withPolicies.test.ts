import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { adviceAfter, bringsResources, refusalIn, refusalOf } from "../../../tools/deploy/unjudged";
import { withPolicies } from "../../../tools/deploy/withPolicies";
import { findCli } from "../../../tools/setup/findCli";
import { readCliLine } from "../../../tools/shared/cliLine";

const PACK = ["--policy-pack", join("root", "policies")];
const CONFIG = ["--policy-pack-config", join("root", "stacks", "policies.json")];
const complete = (...words: string[]) => withPolicies("root", readCliLine(words));

describe("a command on the real AWS", () => {
  for (const [typed, command] of [
    ["preview", "preview"],
    ["pre", "preview"],
    ["up", "up"],
    ["update", "up"],
    ["watch", "watch"],
  ] as const)
    it(`gets the pack with its configuration when it is ${typed}`, () => {
      assert.deepEqual(complete(typed, "--stack", "prod"), [command, ...PACK, ...CONFIG, "--stack", "prod"]);
    });

  for (const before of [
    ["-s", "prod"],
    ["--stack", "prod"],
    ["--stack=prod"],
    ["-sprod"],
    ["-C", "elsewhere", "-e"],
    ["--color", "never", "--non-interactive"],
    ["--logtostderr", "-v", "9"],
    ["-v=9", "-y"],
    ["-yv9"],
    ["-ys", "prod"],
  ])
    it(`gets it too when flags come first: ${before.join(" ")} up`, () => {
      assert.deepEqual(complete(...before, "up", "--yes"), ["up", ...PACK, ...CONFIG, ...before, "--yes"]);
    });

  it("keeps the user's configuration of the pack, which the pack itself judges", () => {
    assert.deepEqual(complete("up", "--policy-pack-config=mine.json"), [
      "up",
      ...PACK,
      "--policy-pack-config=mine.json",
    ]);
  });

  it("gets our pack beside one of the user's, which the CLI then wants without configurations", () => {
    assert.deepEqual(complete("up", "--policy-pack", "mine"), ["up", ...PACK, "--policy-pack", "mine"]);
  });

  it("stays as it is when it judges nothing", () => {
    assert.deepEqual(complete("destroy", "--yes"), ["destroy", "--yes"]);
    assert.deepEqual(complete("--version"), ["--version"]);
    assert.deepEqual(complete(), ["help"]);
  });

  it("takes no operand behind a -- for the command's flag", () => {
    const { command, operands, rest } = readCliLine(["config", "set", "key", "--", "-1"]);
    assert.equal(command, "config");
    assert.deepEqual(operands, ["set", "key", "-1"]);
    assert.deepEqual(rest, ["set", "key", "--", "-1"]);
  });
});

describe("the switches of a line", () => {
  it("are those that the CLI says take no value, for every command that we add flags to", function () {
    const cli = findCli(join(__dirname, "..", "..", ".."));
    if (cli === undefined) {
      this.skip();
      return;
    }
    for (const command of [
      "preview",
      "up",
      "refresh",
      "destroy",
      "import",
      "watch",
      "config",
      "stack",
      "state",
      "cancel",
    ]) {
      const help: string = execFileSync(cli, [command, "--help"], { encoding: "utf8" });
      for (const [, short, long, kind] of help.matchAll(/^ {2,}(?:(-\w), )?(--[\w-]+)(?: (\S+))?(?= {2})/gm)) {
        // A value in brackets may be left out, and then the next word is none; other words are quotes of the explanation.
        const takesValue: boolean = /^(strings?|stringArray|int\d*|file:)$/.test(kind ?? "");
        for (const flag of [short, long]) {
          if (flag === undefined) continue;
          const { operands } = readCliLine([command, flag, "next"]);
          // A file for `import` and a folder for `watch`, and switches for others: the order of words is kept all the same.
          if (["-f", "--path"].includes(flag)) continue;
          assert.equal(operands.includes("next"), !takesValue, `${command} ${flag}`);
        }
      }
    }
  });
});

describe("a command whose work no rule sees", () => {
  const EPHEMERAL = ["dev"];
  const refusal = (...words: string[]) => refusalOf(readCliLine(words), EPHEMERAL);
  const brings = (...words: string[]) => bringsResources(readCliLine(words));
  const advice = (...words: string[]) => adviceAfter(readCliLine(words));

  for (const words of [
    ["state", "unprotect", "--all", "--stack", "prod"],
    ["-s", "prod", "state", "unprotect", "--all", "--yes"],
    ["state", "unprotect", "--all"],
    ["destroy", "--ignore-protect", "-s", "staging"],
    ["down", "--stack=prod", "--ignore-protect"],
    ["destroy", "--ignore-protect", "-s", "dev", "-s", "prod"],
    ["state", "unprotect", "--all", "-s", "dev", "--stack=prod"],
    ["do", "aws:s3:Bucket", "create"],
    ["destroy", "--ignore-protect", "-s", "dev", "-ys", "prod"],
    ["destroy", "--ignore-protect", "-s", "dev", "-ysprod"],
    ["destroy", "-s", "dev", "-ys=prod", "--ignore-protect"],
    ["state", "unprotect", "--all", "-s", "dev", "-ys", "prod"],
    ["state", "unprotect", "--all=true", "-ysprod"],
    ["destroy", "--ignore-protect", "--stack", "otherorg/otherproject/dev"],
    ["destroy", "--ignore-protect=1", "-s", "prod"],
    ["plugin", "install", "resource", "aws", "7.48.0", "--server", "https://plugins.example.net"],
    ["plugin", "install", "resource", "aws", "7.48.0", "--file", "own"],
    ["plugin", "install", "resource", "aws", "7.48.0", "-fown", "-s", "dev"],
    ["package", "add", "terraform-provider", "hashicorp/null"],
  ])
    it(`is refused where patients' data would lose its protection: ${words.join(" ")}`, () => {
      assert.ok(refusal(...words));
    });

  it("is run for one resource, and in a stack that may be thrown away", () => {
    assert.equal(refusal("state", "unprotect", "urn:pulumi:prod::x", "--stack", "prod"), undefined);
    assert.equal(refusal("destroy", "--stack", "prod"), undefined);
    assert.equal(refusal("state", "unprotect", "--all", "--stack", "dev"), undefined);
    assert.equal(refusal("state", "unprotect", "--all", "--stack", "organization/telehealth/dev"), undefined);
    for (const off of ["false", "FALSE", "f", "F", "0"])
      assert.equal(refusal("destroy", `--ignore-protect=${off}`, "--stack", "prod"), undefined);
    assert.equal(refusal("destroy", "--ignore-protect", "-ys", "dev"), undefined);
    assert.equal(refusal("destroy", "--stack", "prod", "--", "--ignore-protect"), undefined);
    assert.equal(refusal("plugin", "install", "resource", "aws", "7.48.0"), undefined);
    assert.equal(refusal("package", "info", "aws"), undefined);
  });

  it("is refused where the environment puts something else in the place of Pulumi's plugins, or of AWS", () => {
    for (const name of [
      "PULUMI_DEBUG_PROVIDERS",
      "PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES",
      "AWS_ENDPOINT_URL",
      "AWS_ENDPOINT_URL_S3",
      "AWS_CONFIG_FILE",
      "AWS_CA_BUNDLE",
      "SSL_CERT_FILE",
      "AWS_EC2_METADATA_SERVICE_ENDPOINT",
      "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ]) {
      assert.match(refusalIn({ [name]: "x" }) ?? "", new RegExp(`^${name} is set`));
      assert.equal(refusalIn({ [name]: "" }), undefined);
    }
    assert.match(refusalIn({ AWS_CA_BUNDLE: "own.pem" }) ?? "", /certificates would be believed that are not AWS's/);
    assert.equal(refusalIn({ AWS_PROFILE: "prod", AWS_REGION: "us-east-1" }), undefined);
  });

  it("is followed by a judgement of the state when it brings resources in", () => {
    assert.ok(brings("import", "--stack", "prod", "--file", "found.json"));
    assert.ok(brings("-s", "prod", "stack", "import"));
    assert.ok(brings("import", "--preview-only=false"));
    assert.ok(!brings("import", "--preview-only") && !brings("stack", "export") && !brings("up"));
  });

  it("is followed by advice when it changes what Pulumi knows", () => {
    assert.match(advice("state", "delete", "urn") ?? "", /No rule sees what `state delete` changes/);
    assert.equal(advice("up"), undefined);
  });
});

describe("the committed configuration of the pack", () => {
  it("holds settings of the whole pack only: a rule is not switched off there, it is exempted", () => {
    const written = JSON.parse(readFileSync(join(__dirname, "../../../stacks/policies.json"), "utf8"));
    assert.deepEqual(Object.keys(written), ["pack-settings"]);
    assert.deepEqual(written["pack-settings"].ephemeralStacks, ["dev"]);
  });
});

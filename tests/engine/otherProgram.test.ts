import { strict as assert } from "node:assert";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { stringify } from "yaml";
import { offlineEnvironment } from "../../tools/offline/environment";
import { startProviders } from "../../tools/offline/providers";
import { prepareState } from "../../tools/offline/state";
import { findCli } from "../../tools/setup/findCli";
import { findYamlHost } from "../../tools/setup/yamlHost";

const ROOT = join(__dirname, "../..");
const MODULES = join(ROOT, "node_modules");
const SAFE_TOPIC = { type: "aws:sns:Topic", properties: { name: "news", kmsMasterKeyId: "alias/shop/news" } };
const PROVIDER = {
  type: "pulumi:providers:aws",
  defaultProvider: true,
  properties: { region: "us-east-1", allowedAccountIds: ["111122223333"] },
};

/** A program of somebody else, who has the packed pack and knows nothing of this project. */
describe("the pack as it is published, on a program in YAML", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "telehealth-yaml-"));
  const pack = join(folder, "package");
  const host = findYamlHost(ROOT);

  before(function () {
    if (host === undefined) {
      this.skip();
      return;
    }
    const packed = execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], {
      cwd: join(ROOT, "policies"),
      encoding: "utf8",
    });
    execFileSync("tar", ["-xzf", packed.trim()], { cwd: folder });
    // As `npm install` in the folder of the pack would do.
    symlinkSync(MODULES, join(pack, "node_modules"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const preview = async (resources: object) => {
    writeFileSync(join(folder, "Pulumi.yaml"), stringify({ name: "shop", runtime: "yaml", resources }));
    const providers = await startProviders();
    const env = {
      ...process.env,
      PATH: [host, process.env["PATH"]].join(delimiter),
      ...offlineEnvironment(prepareState(folder), providers),
      NO_COLOR: "1",
      // The language host of a CLI that set-up built looks for the SDK where the program is, and this one has no modules.
      NODE_PATH: MODULES,
    };
    try {
      await pulumi(env, "stack", "select", "--create", "prod");
      return await pulumi(env, "preview", "--policy-pack", pack, "--skip-plugin-pre-install", "--suppress-progress");
    } finally {
      await providers.stop();
    }
  };

  function pulumi(env: NodeJS.ProcessEnv, ...words: string[]): Promise<{ code: number; output: string }> {
    const cli = findCli(ROOT, { ...process.env, HOME: homedir() }) ?? "pulumi";
    return new Promise((resolve) => {
      const child = spawn(cli, words, { cwd: folder, env });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => (output += String(chunk)));
      child.on("close", (code) => {
        resolve({ code: code ?? 1, output });
      });
    });
  }

  it("refuses a topic without a key, and says what to write", async () => {
    const { code, output } = await preview({ aws: PROVIDER, news: { type: "aws:sns:Topic", properties: {} } });
    assert.notEqual(code, 0, output);
    assert.match(output, /\[mandatory\].*sns-topic-encryption {2}\(aws:sns:Topic: news\)[\s\S]*kmsMasterKeyId: /);
  });

  it("lets the same topic pass with one", async () => {
    const { code, output } = await preview({ aws: PROVIDER, news: SAFE_TOPIC });
    assert.equal(code, 0, output);
    assert.doesNotMatch(output, /\[mandatory\]/);
  });
});

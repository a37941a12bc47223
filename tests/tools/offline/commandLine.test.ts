import { strict as assert } from "node:assert";
import { completeCommandLine } from "../../../tools/offline/commandLine";

const complete = (...typed: string[]) =>
  completeCommandLine(typed, {
    configFor: (stack) => `copy-of-${stack}`,
    policyPack: "pack",
    policyConfig: "pack-config",
    isTerminal: true,
  });
const OFFLINE = ["--skip-plugin-pre-install"];
const PACK = ["--policy-pack", "pack", "--policy-pack-config", "pack-config"];

describe("the offline command line", () => {
  it("previews dev with the policy pack when nothing is typed", () => {
    const { args, stack, needsStack } = complete();
    assert.deepEqual(args, ["preview", "--stack", "dev", "--config-file", "copy-of-dev", ...OFFLINE, ...PACK]);
    assert.equal(stack, "dev");
    assert.ok(needsStack);
  });

  for (const [typed, args] of [
    [
      ["up", "--stack", "prod", "--yes"],
      ["up", "--stack", "prod", "--yes", "--config-file", "copy-of-prod", ...OFFLINE, ...PACK],
    ],
    [
      ["-s", "prod", "up"],
      ["up", "-s", "prod", "--config-file", "copy-of-prod", ...OFFLINE, ...PACK],
    ],
    [
      ["--stack=prod", "--json"],
      ["preview", "--stack=prod", "--json", "--config-file", "copy-of-prod", ...OFFLINE, ...PACK],
    ],
    [
      ["up", "--policy-pack", "mine"],
      ["up", "--policy-pack", "mine", "--stack", "dev", "--config-file", "copy-of-dev", ...OFFLINE],
    ],
    [
      ["up", "--policy-pack-config", "mine.json"],
      [
        ...["up", "--policy-pack-config", "mine.json", "--stack", "dev", "--config-file", "copy-of-dev"],
        ...OFFLINE,
        ...["--policy-pack", "pack"],
      ],
    ],
    [
      ["destroy", "--yes"],
      ["destroy", "--yes", "--stack", "dev", "--config-file", "copy-of-dev", ...OFFLINE],
    ],
    [
      ["stack", "output", "--json"],
      ["stack", "output", "--json", "--stack", "dev"],
    ],
    [
      ["stack", "ls"],
      ["stack", "ls"],
    ],
    [["about"], ["about"]],
    [
      ["config", "get", "key", "--", "-1"],
      ["config", "get", "key", "--stack", "dev", "--config-file", "copy-of-dev", "--", "-1"],
    ],
  ] as const)
    it(`completes "${typed.join(" ")}"`, () => {
      assert.deepEqual(complete(...typed).args, args);
    });

  it("keeps a log short: progress is for terminals, and JSON has none", () => {
    const files = { configFor: () => "copy", policyPack: "pack", policyConfig: "pack-config", isTerminal: false };
    assert.ok(completeCommandLine(["up"], files).args.includes("--suppress-progress"));
    assert.ok(!completeCommandLine(["preview", "--json"], files).args.includes("--suppress-progress"));
    assert.ok(!completeCommandLine(["stack", "output"], files).args.includes("--suppress-progress"));
    assert.ok(!complete("up").args.includes("--suppress-progress"));
  });

  for (const [typed, says] of [
    [
      ["import", "aws:s3/bucket:Bucket", "files", "files"],
      /import: nothing here writes code.*--generate-code=false.*Nothing was changed/,
    ],
    [
      ["config", "set", "--secret", "webPassword", "x"],
      /config set: .*npm run pulumi -- config set.*Nothing was changed/,
    ],
    [["-s", "prod", "config", "rm", "x"], /config rm: .*Nothing was changed/],
    [["--stack", "../../etc/passwd"], /--stack \.\.\/\.\.\/etc\/passwd: is not the name of a stack/],
    [["up", "-s", ".."], /is not the name of a stack/],
    [["up", "--stack="], /is not the name of a stack/],
  ] as const)
    it(`says why "${typed.join(" ")}" cannot be run offline, before anything is`, () => {
      assert.throws(() => complete(...typed), says);
    });

  it("leaves a command that it does not know to the CLI, which says so", () => {
    assert.deepEqual(complete("frobnicate").args, ["frobnicate"]);
  });

  it("creates the stack only for commands that run the program", () => {
    assert.ok(complete("up").needsStack);
    assert.ok(!complete("stack", "output").needsStack);
    assert.ok(!complete("destroy").needsStack);
  });
});

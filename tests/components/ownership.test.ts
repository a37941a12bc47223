import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createAccount } from "../../stacks/account";
import { createPlatform } from "../../stacks/platform";
import { deploy, type Recorded } from "../harness";
import { committedAccount, committedProfile, STACKS } from "../stacks/profiles";

const COMPONENTS = join(__dirname, "../../components");
/** The type by which a class registers itself. */
const TOKEN = /super\(\s*"(telehealth:\w+:\w+)"/g;

/** Made only where settings ask for it, or by nobody yet. */
const NOT_COMMITTED: ReadonlySet<string> = new Set([
  "telehealth:compute:EventQueue",
  "telehealth:compute:LambdaHandler",
  "telehealth:resilience:BackupAudit",
]);

describe("every component", function () {
  this.timeout(120_000);
  let resources: readonly Recorded[];
  before(async () => {
    const account = await deploy((opts) => createAccount(committedAccount(), opts));
    const platforms = [];
    for (const stack of STACKS) platforms.push(await deploy((opts) => createPlatform(committedProfile(stack), opts)));
    resources = [account, ...platforms].flatMap((deployed) => deployed.resources);
  });

  it("owns all that it made, so that it moves and goes as one", () => {
    const orphans = resources.filter(({ type, parent }) => parent === undefined && !/^(telehealth|pulumi):/.test(type));
    assert.deepEqual(
      orphans.map(({ type, name }) => `${type} ${name}`),
      [],
    );
  });

  it("gives what it made its own name, and then what it is for", () => {
    const strangers = resources.filter(({ name, parent }) => parent !== undefined && !name.startsWith(`${parent}-`));
    assert.deepEqual(
      strangers.map(({ name, parent }) => `${name} of ${parent}`),
      [],
    );
  });

  it("has a test of its own in the same place", () => {
    const files = readdirSync(COMPONENTS, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const untested = files.filter((file) => {
      if (readFileSync(join(COMPONENTS, file), "utf8").search(TOKEN) < 0) return false;
      const room = join(__dirname, dirname(file));
      const loads = `components/${file.replace(/\.ts$/, "")}"`;
      return (
        !existsSync(room) || !readdirSync(room).some((test) => readFileSync(join(room, test), "utf8").includes(loads))
      );
    });
    assert.deepEqual(untested, []);
  });

  it("is made by a committed stack, or is listed here", () => {
    const made = new Set(resources.map(({ type }) => type));
    const tokens = readdirSync(COMPONENTS, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) =>
        [...readFileSync(join(COMPONENTS, file), "utf8").matchAll(TOKEN)].map(([, token]) => token ?? ""),
      );
    assert.ok(tokens.length > 50, `${tokens.length}`);
    assert.deepEqual(
      tokens.filter((token) => !made.has(token) && !NOT_COMMITTED.has(token)),
      [],
    );
  });
});

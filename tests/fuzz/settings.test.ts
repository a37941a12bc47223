import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { SECRET_SETTINGS } from "../../stacks/secretSettings";
import { readAccountSettings, readSettings } from "../../stacks/settings";
import { committedSettings } from "../../lab/docs/pages";
import { budget, patience } from "./budget";
import { type Json, mutated, places, STRANGE_TEXTS, withValue } from "./mutations";

const STACKS = ["dev", "staging", "prod", "account"] as const;
const NAMESPACE = "telehealth:";
/** Characters of a line at most: a value that fills the screen is not shown in full. The keys of a section are the longest. */
const LINE = 1_000;

/** As in the committed files: the deploy role manages roles of this beginning only. */
const AUTONAMING = JSON.stringify({ pattern: "${project}-${stack}-${name}-${hex(7)}" });

/** How the engine hands a stack's file to the program: structured values as JSON, everything else as text. */
function asConfig(settings: Readonly<Record<string, Json>>): Record<string, string> {
  const asText = (value: Json) =>
    value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  const ours = Object.entries(settings).map(([key, value]) => [`${NAMESPACE}${key}`, asText(value)] as const);
  return Object.fromEntries([["pulumi:autonaming", AUTONAMING], ...ours]);
}

/** Where the engine tells a program which keys are secrets. */
const SECRET_KEYS = "PULUMI_CONFIG_SECRET_KEYS";

/** Reads a configuration as the program does at its start. */
function read(stack: string, config: Record<string, string>, secrets: string[] = []): unknown {
  const before = pulumi.runtime.allConfig();
  pulumi.runtime.setAllConfig(config, secrets);
  process.env[SECRET_KEYS] = JSON.stringify(secrets);
  try {
    return stack === "account" ? readAccountSettings() : readSettings();
  } finally {
    pulumi.runtime.setAllConfig(before, []);
    Reflect.deleteProperty(process.env, SECRET_KEYS);
  }
}

/** The profile, or the message that lists every problem; anything else than that is a crash. */
function profileOrMessage(stack: string, config: Record<string, string>, secrets: string[] = []): object | string {
  try {
    const profile = read(stack, config, secrets);
    assert.ok(typeof profile === "object" && profile !== null);
    return profile;
  } catch (error) {
    assert.ok(error instanceof pulumi.RunError, `crashed with ${error instanceof Error ? error.stack : String(error)}`);
    return error.message;
  }
}

function isSound(result: object | string): void {
  if (typeof result !== "string") {
    assert.ok(Object.isFrozen(result), "a profile that can be changed");
    return;
  }
  const [first = "", ...lines] = result.split("\n");
  assert.match(first, /^\d+ settings? (have|has) to be corrected in Pulumi\.test\.yaml:$/);
  assert.equal(String(lines.length), /^\d+/.exec(first)?.[0]);
  for (const line of lines) {
    assert.match(line, /^ {2}telehealth:.*: .+\.$/su);
    assert.ok(line.length <= LINE, `a line of ${line.length} characters: ${line.slice(0, 200)}...`);
  }
  assert.doesNotMatch(result, /\n\s+at .+[:(]/, "a stack trace");
  assert.doesNotMatch(result, /undefined|\[object Object\]|Cannot read|is not a function/);
}

/** A committed file's, as those of the stack that tests run in. */
function settingsOf(stack: string): Record<string, Json> {
  const settings = structuredClone(committedSettings(stack)) as Record<string, Json>;
  return "roleBoundary" in settings ? { ...settings, roleBoundary: "boundary-telehealth-test" } : settings;
}
const stackName = fc.constantFrom(...STACKS);

describe("settings of any kind", function () {
  this.timeout(patience(60_000));

  for (const stack of STACKS)
    it(`give a frozen profile of the committed ${stack}`, () => {
      const profile = read(stack, asConfig(settingsOf(stack)));
      assert.ok(Object.isFrozen(profile));
      assert.deepEqual(JSON.parse(JSON.stringify(profile)), settingsOf(stack));
    });

  for (const stack of ["prod", "account"])
    it(`of ${stack} are refused one by one, whatever text or type stands in a value's place`, () => {
      const settings = settingsOf(stack);
      for (const path of places(settings))
        for (const strange of [...STRANGE_TEXTS, null, true, 1e21, -1, 0.1, [], {}, [[]], { a: null }])
          isSound(profileOrMessage(stack, asConfig(withValue(settings, path, strange))));
    });

  it("are read, or refused with a list of what to correct, however a committed file is changed", () => {
    fc.assert(
      fc.property(
        stackName.chain((stack) => mutated(settingsOf(stack)).map((settings) => ({ stack, settings }))),
        ({ stack, settings }) => {
          isSound(profileOrMessage(stack, asConfig(settings)));
        },
      ),
      budget(600),
    );
  });

  it("mean the same after a round trip through YAML", () => {
    fc.assert(
      fc.property(
        stackName.chain((stack) => mutated(settingsOf(stack)).map((settings) => ({ stack, settings }))),
        ({ stack, settings }) => {
          const again = parse(stringify({ config: settings })) as { config: Record<string, Json> };
          const [direct, reread] = [settings, again.config].map((each) => profileOrMessage(stack, asConfig(each)));
          assert.deepEqual(reread, direct);
        },
      ),
      budget(80),
    );
  });

  it("are refused, never half read, when a value is no JSON", () => {
    const broken = fc.oneof(
      fc.constantFrom("[", "{", "{}", "[]", "{]", '{"a":', "[1e999]", '{"__proto__":{"a":1}}', "\u0000", "null"),
      fc.constantFrom("[", '{"a":').chain((open) => fc.integer({ min: 1, max: 20_000 }).map((n) => open.repeat(n))),
      fc.integer({ min: 1, max: 20_000 }).map((depth) => "[".repeat(depth) + "]".repeat(depth)),
      fc.string().map((text) => `[${text}`),
      fc.string().map((text) => `{${text}`),
      fc.json(),
    );
    fc.assert(
      fc.property(
        stackName.chain((stack) => fc.constantFrom(...Object.keys(settingsOf(stack))).map((key) => ({ stack, key }))),
        broken,
        ({ stack, key }, value) => {
          const result = profileOrMessage(stack, { ...asConfig(settingsOf(stack)), [`${NAMESPACE}${key}`]: value });
          isSound(result);
        },
      ),
      budget(300),
    );
  });

  it("of another namespace, or of none, do not matter", () => {
    fc.assert(
      fc.property(stackName, fc.dictionary(fc.string(), fc.string()), (stack, strange) => {
        const others = Object.fromEntries(Object.entries(strange).filter(([key]) => !key.startsWith(NAMESPACE)));
        const profile = profileOrMessage(stack, { ...others, ...asConfig(settingsOf(stack)) });
        assert.deepEqual(profile, profileOrMessage(stack, asConfig(settingsOf(stack))));
      }),
      budget(40),
    );
  });

  for (const key of SECRET_SETTINGS)
    it(`are refused with ${key} in plain text, which no message shows`, () => {
      const name = `${NAMESPACE}${key}`;
      const config = { ...asConfig(settingsOf("prod")), [name]: "hunter2-marker" };
      const open = profileOrMessage("prod", config);
      assert.ok(typeof open === "string");
      isSound(open);
      assert.match(open, new RegExp(`${name}: is a secret in plain text, .*config set --secret ${name} --stack`));
      assert.doesNotMatch(open, /hunter2/);
      assert.equal(typeof profileOrMessage("prod", config, [name]), "object");
    });

  it("that are marked secret are in no message", () => {
    // Long enough that it does not stand in a message by chance.
    const marker = fc.stringMatching(/^MARKER-[0-9a-f]{16}$/);
    fc.assert(
      fc.property(
        stackName.chain((stack) => fc.constantFrom(...Object.keys(settingsOf(stack))).map((key) => ({ stack, key }))),
        marker.chain((text) =>
          fc
            .constantFrom<string>(text, JSON.stringify([text]), JSON.stringify({ [text]: text }), `[${text}`)
            .map((value) => ({ text, value })),
        ),
        ({ stack, key }, { text, value }) => {
          const name = `${NAMESPACE}${key}`;
          const result = profileOrMessage(stack, { ...asConfig(settingsOf(stack)), [name]: value }, [name]);
          assert.ok(typeof result === "string", "a profile of an encrypted setting, which would be shown everywhere");
          assert.ok(!result.includes(text), `the message shows it: ${result}`);
        },
      ),
      budget(200),
    );
  });
});

import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkSettings } from "../../../stacks/settings";
import { parseStackFile, readStackFile } from "../../../tools/shared/stackFile";
import { UsageError } from "../../../tools/shared/usageError";

const ROOT = join(__dirname, "..", "..", "..");
const PROD = readFileSync(join(ROOT, "Pulumi.prod.yaml"), "utf8");
const NAMED = { stack: "prod", project: "telehealth" };

/** The committed file with one piece of it replaced. */
function changed(from: string | RegExp, to: string): string {
  const text = PROD.replace(from, () => to);
  assert.notEqual(text, PROD, `Pulumi.prod.yaml has no ${from}`);
  return text;
}
const setting = (key: string, value: string) =>
  changed(new RegExp(`^( *)${key}: .*$`, "m"), `${indentOf(key)}${key}: ${value}`);
const indentOf = (key: string) => new RegExp(`^( *)${key}: `, "m").exec(PROD)?.[1] ?? "";
const added = (line: string) => PROD.replace("config:\n", () => `config:\n${line}\n`);

/** Everything that is said of a file, as `npm start` says it: by its reader, or by the program. */
function problemsOf(text: string | Buffer): readonly string[] {
  let content: any;
  try {
    content = parseStackFile(Buffer.from(text), "Pulumi.prod.yaml", NAMED);
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return [error.message];
  }
  const settings = Object.entries(content.config ?? {}).flatMap(([key, value]) =>
    key.startsWith("telehealth:") && !/:(oidcClientSecret|web(AccessToken|Password))$/.test(key)
      ? [[key.slice("telehealth:".length), typeof value === "number" ? String(value) : value] as const]
      : [],
  );
  const engine = { ...NAMED, autonaming: content.config?.["pulumi:autonaming"] };
  const result = checkSettings(Object.fromEntries(settings), engine);
  return "problems" in result ? result.problems.map(({ key, wrong, write }) => `${key}: ${wrong}. ${write ?? ""}`) : [];
}

/** A list of lists of lists: nine names, and a billion values. */
const BOMB = [
  "a0: &a0 [x, x, x, x, x, x, x, x, x]",
  ...Array.from(
    { length: 9 },
    (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(", ")}]`,
  ),
].join("\n");

/** What stands in the file, and the one thing that is to be said of it. */
const FILES: readonly (readonly [what: string, text: string | Buffer, says: RegExp])[] = [
  // The form of the file
  ["nothing", "", /^Pulumi\.prod\.yaml: is empty/],
  ["blanks", "   \n\n  \n", /is empty/],
  ["a comment", "# later\n", /is empty/],
  ["a word", "prod\n", /holds no keys and values/],
  ["a list", "- config\n", /holds no keys and values/],
  ["a number", "42\n", /holds no keys and values/],
  ["JSON that is not closed", '{"config": ', /^Pulumi\.prod\.yaml:\d+:\d+: .*Correct the line/],
  ["tabs", changed("  telehealth:region:", "\ttelehealth:region:"), /^Pulumi\.prod\.yaml:12:1: .*[Tt]ab/],
  ["tabs further in", changed("    cidr:", "\t\tcidr:"), /:\d+:\d+: .*[Tt]ab/],
  ["a key twice", added("  telehealth:region: us-east-1"), /:\d+:\d+: Map keys must be unique/],
  ["config twice", `${PROD}config: {}\n`, /:\d+:\d+: Map keys must be unique/],
  [
    "a key twice inside a section",
    changed("    cidr:", "    cidr: 10.1.0.0/16\n    cidr:"),
    /:\d+:\d+: Map keys must be unique/,
  ],
  ["an alias without an anchor", setting("telehealth:region", "*nowhere"), /:12:22: \*nowhere has no anchor/],
  ["an alias inside of itself", added("  telehealth:x: &x [*x]"), /:\d+:\d+: \*x stands inside of itself/],
  ["a key inside of itself", added("  telehealth:x: &x { y: *x }"), /:\d+:\d+: \*x stands inside of itself/],
  ["a billion values", BOMB, /:\d+:\d+: has more than 50 aliases|nothing that Pulumi knows/],
  ["a billion values below config", `config:\n${BOMB.replaceAll(/^/gm, "  x:")}\n`, /has more than 50 aliases/],
  [
    "fifty-one aliases",
    added(`  telehealth:x: [&x 1, ${Array(51).fill("*x").join(", ")}]`),
    /has more than 50 aliases/,
  ],
  [
    "a list a thousand deep",
    added(`  telehealth:x: ${"[".repeat(1000)}${"]".repeat(1000)}`),
    /is nested (more than 20|too) deep/,
  ],
  ["a list a hundred thousand deep", `config: ${"[".repeat(100_000)}`, /is nested|:\d+:\d+: /],
  ["maps thirty deep", added(`  telehealth:x: ${"{a: ".repeat(30)}1${"}".repeat(30)}`), /is nested more than 20 deep/],
  [
    "two documents",
    `${PROD}---\nconfig: {}\n`,
    /^Pulumi\.prod\.yaml:\d+:1: holds a second document. Remove the line ---/,
  ],
  ["three documents", `${PROD}---\na: 1\n---\nb: 2\n`, /holds a second document/],
  ["a document that ends twice", `---\n${PROD}...\n---\nconfig: {}\n`, /holds a second document/],
  ["a wrong indent", changed("  telehealth:region:", " telehealth:region:"), /:\d+:\d+: /],
  ["a deeper indent", changed("  telehealth:region:", "      telehealth:region:"), /:\d+:\d+: /],
  ["quotes that do not end", setting("telehealth:owner", '"platform@example.com'), /:\d+:\d+: /],
  ["a brace that does not end", setting("telehealth:owner", "{ a: 1"), /:\d+:\d+: /],
  ["a bracket too much", setting("telehealth:owner", "[a]]"), /:\d+:\d+: /],
  ["a key without a colon", added("  telehealth"), /:\d+:\d+: /],
  ["UTF-16", Buffer.from(PROD, "utf16le"), /is no text in UTF-8/],
  ["bytes of a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 255, 254]), /is no text in UTF-8/],
  ["half a character", Buffer.concat([Buffer.from(PROD), Buffer.from([0xc3])]), /is no text in UTF-8/],
  ["a zero", `${PROD}\0`, /is no text in UTF-8/],
  ["a megabyte of comments", `# ${"x".repeat(1_000_000)}\n${PROD}`, /has \d+ bytes, and 262144 are enough/],
  [
    "an address of a hundred thousand characters",
    setting("telehealth:owner", `${"x".repeat(100_000)}@example.com`),
    /:\d+:\d+: has a value of 100012 characters/,
  ],
  ["a merge conflict", changed("config:\n", "config:\n<<<<<<< HEAD\n"), /:\d+:\d+: /],
  [
    "a value of a language's own",
    setting("telehealth:owner", "!!python/object/apply:os.system [id]"),
    /owner|:\d+:\d+/,
  ],
  // The top of it
  ["config that is a list", "config: [a]\n", /:1:1: config is no map. Write the settings below it/],
  ["config that is a text", "config: prod\n", /:1:1: config is no map/],
  ["config that is a number", "config: 1\n", /:1:1: config is no map/],
  ["config with nothing in it", "config:\n", /has no pulumi:disable-default-providers/],
  ["no config", "encryptionsalt: v1:x\n", /has no pulumi:disable-default-providers/],
  ["a key beside config", `${PROD}settings: {}\n`, /:\d+:1: "settings" is nothing that Pulumi knows here/],
  [
    "a very long key beside config",
    `${"k".repeat(500)}: 1\n${PROD}`,
    /:1:1: "k{60}\.\.\." is nothing that Pulumi knows/,
  ],
  [
    "a setting beside config",
    `telehealth:region: us-east-1\n${PROD}`,
    /:1:1: "telehealth:region" is nothing that Pulumi knows here/,
  ],
  ["a salt that is a list", `encryptionsalt: [a]\n${PROD}`, /:1:1: encryptionsalt is no text/],
  ["a key that is a number", `encryptedkey: 1\n${PROD}`, /:1:1: encryptedkey is no text/],
  ["a provider of secrets that is a map", `secretsprovider: {}\n${PROD}`, /:1:1: secretsprovider is no text/],
  ["an environment that is a text", `environment: prod\n${PROD}`, /:1:1: environment is no map or list/],
  // Keys
  [
    "a key without a namespace",
    added("  region: us-east-1"),
    /:\d+:3: "region" is no key. Write the namespace before it, such as telehealth:region/,
  ],
  ["a key with three colons", added("  a:b:c:d: 1"), /is no key/],
  ["a key of blanks", added('  " ": 1'), /is no key/],
  ["an empty key", added('  "": 1'), /is no key/],
  ["a number as key", added("  1: 1"), /is no key/],
  ["a key with a slash", added("  telehealth/region: us-east-1"), /is no key/],
  [
    "the region of the default provider",
    added("  aws:region: eu-west-1"),
    /:\d+:3: aws:region has no effect.*Remove it/,
  ],
  ["a profile of AWS", added("  aws:profile: admin"), /aws:profile has no effect/],
  ["keys of AWS", added("  aws:accessKey: AKIAIOSFODNN7EXAMPLE"), /aws:accessKey has no effect/],
  ["skipped checks of AWS", added("  aws:skipCredentialsValidation: true"), /has no effect/],
  // The engine's settings
  [
    "no lock of providers",
    changed(/^ {2}pulumi:disable-default-providers.*\n/m, ""),
    /has no pulumi:disable-default-providers. Write it below config:, with \[aws\]/,
  ],
  [
    "an empty lock",
    setting("pulumi:disable-default-providers", "[]"),
    /:4:3: pulumi:disable-default-providers is no list with aws in it/,
  ],
  ["a lock of something else", setting("pulumi:disable-default-providers", "[kubernetes]"), /is no list with aws/],
  ["a lock that is a text", setting("pulumi:disable-default-providers", "aws"), /is no list with aws/],
  ["a lock that is a switch", setting("pulumi:disable-default-providers", "true"), /is no list with aws/],
  ["a lock with a number in it", setting("pulumi:disable-default-providers", "[aws, 1]"), /is no list with aws/],
  ["a lock that is a map", setting("pulumi:disable-default-providers", "{ aws: true }"), /is no list with aws/],
  [
    "names that are a text",
    changed(
      / {2}pulumi:autonaming: [^]*? {2}telehealth:accountId/,
      "  pulumi:autonaming: random\n  telehealth:accountId",
    ),
    /pulumi:autonaming is no map/,
  ],
  [
    "names that are a list",
    changed(/ {2}pulumi:autonaming: [^]*? {2}telehealth:accountId/, "  pulumi:autonaming: [a]\n  telehealth:accountId"),
    /pulumi:autonaming is no map/,
  ],
  [
    "no names",
    changed(/ {2}pulumi:autonaming: [^]*? {2}telehealth:accountId/, "  telehealth:accountId"),
    /roleBoundary: .*pulumi:autonaming does not give/,
  ],
  // Secrets
  [
    "a password in plain text",
    added("  telehealth:webPassword: hunter2"),
    /:\d+:3: telehealth:webPassword is a secret in plain text.*config set --secret telehealth:webPassword --stack prod$/,
  ],
  ["a token in plain text", added("  telehealth:webAccessToken: ghp_x"), /webAccessToken is a secret in plain text/],
  [
    "a client's secret in plain text",
    added('  telehealth:oidcClientSecret: "1"'),
    /oidcClientSecret is a secret in plain text/,
  ],
  ["a secret that is a number", added("  telehealth:webPassword: 12345678"), /is a secret in plain text/],
  [
    "a secret that only looks encrypted",
    added("  telehealth:webPassword: { secure: x, plain: hunter2 }"),
    /is a secret in plain text/,
  ],
  ["a secret in a list", added("  telehealth:webPassword: [hunter2]"), /is a secret in plain text/],
  // Values
  ["an endless number", setting("maxCapacity", ".inf"), /:\d+:\d+: \.inf is no number/],
  ["no number", setting("maxCapacity", ".nan"), /:\d+:\d+: \.nan is no number/],
  ["a number of thirty digits", setting("maxCapacity", "9".repeat(30)), /is no number that a setting can have/],
  [
    "a schedule that never runs",
    setting("expression", "cron(99 99 * * ? *)"),
    /reminders\.expression: .*has the minute "99"/,
  ],
  ["a schedule of the 31st of February", setting("expression", "cron(0 8 31 2 ? *)"), /never runs/],
  ["a schedule of the past", setting("expression", "cron(0 8 * * ? 2020)"), /ended with the year 2020/],
  ["a schedule that is none", setting("expression", "daily"), /reminders\.expression: .*not a recurring schedule/],
  [
    "a test of restores that never runs",
    setting("restoreTests", '{ schedule: "cron(0 25 ? * TUE#1 *)" }'),
    /backup\.restoreTests\.schedule: .*has the hour "25"/,
  ],
  [
    "addresses of somebody else",
    setting("cidr", "8.8.0.0/16"),
    /network\.cidr: "8\.8\.0\.0\/16" is not inside of 10\.0\.0\.0\/8/,
  ],
  ["addresses of loopback", setting("cidr", "127.0.0.0/16"), /is not inside of/],
  ["addresses of multicast", setting("cidr", "224.0.0.0/16"), /is not inside of/],
  ["addresses half private", setting("cidr", "172.32.0.0/16"), /is not inside of/],
  ["all addresses", setting("cidr", "0.0.0.0/0"), /is not inside of/],
  ["addresses of version 6", setting("cidr", '"fd00::/16"'), /is not an IPv4 network/],
  ["an account without quotes, with a zero before it", setting("telehealth:accountId", "011112222333"), /accountId: /],
  ["an account that is a list", setting("telehealth:accountId", "[111122223333]"), /accountId: /],
  ["an account that is missing", changed(/^ {2}telehealth:accountId.*\n/m, ""), /accountId: is missing/],
  ["an account with letters", setting("telehealth:accountId", "my-account"), /accountId: "my-account" is not valid/],
  ["a region that is none", setting("telehealth:region", "virginia"), /region: "virginia" is not valid/],
  ["a region in capitals", setting("telehealth:region", "US-EAST-1"), /region: /],
  ["a region of blanks", setting("telehealth:region", '" "'), /region: /],
  ["a region with a line break", setting("telehealth:region", '"us-east-1\\n"'), /region: /],
  [
    "a copy in the same region",
    setting("telehealth:recoveryRegion", "us-east-1"),
    /recoveryRegion: is the same as region/,
  ],
  ["a class of data that is none", setting("telehealth:dataClass", "PHI"), /dataClass: "PHI" is not valid/],
  ["yes in a word", setting("telehealth:baaSigned", '"yes"'), /baaSigned: "yes" is not valid/],
  ["yes as YAML once knew it", setting("telehealth:baaSigned", "yes"), /baaSigned: "yes" is not valid/],
  ["no addendum", setting("telehealth:baaSigned", "false"), /baaSigned: /],
  ["an owner without an at", setting("telehealth:owner", "platform"), /owner: "platform" is not an e-mail address/],
  ["an owner that is nobody", setting("telehealth:owner", "null"), /owner: /],
  ["patients' data without protection", setting("telehealth:deletionProtection", "false"), /deletionProtection: /],
  ["a setting that is misspelt", added("  telehealth:regoin: us-east-1"), /regoin: is not a setting/],
  [
    "a section that is a text",
    changed(/ {2}telehealth:network:\n(?: {4}.*\n)+/, "  telehealth:network: default\n"),
    /network: .*Write its keys below it/,
  ],
  [
    "a section that is a list",
    changed(/ {2}telehealth:network:\n(?: {4}.*\n)+/, "  telehealth:network: []\n"),
    /network: /,
  ],
  [
    "a section without its keys",
    changed(/ {2}telehealth:network:\n(?: {4}.*\n)+/, "  telehealth:network:\n"),
    /network: /,
  ],
  ["one zone only", setting("availabilityZones", "[us-east-1a]"), /availabilityZones: .*fewer than two/],
  ["a zone twice", setting("availabilityZones", "[us-east-1a, us-east-1a]"), /listed twice/],
  ["a zone of another region", setting("availabilityZones", "[us-east-1a, us-west-2b]"), /not in us-east-1/],
  ["a version without quotes", setting("engineVersion", "15.15"), /engineVersion: 15\.15 is not valid/],
  ["a version that AWS has retired", setting("engineVersion", '"11.1"'), /engineVersion: /],
  ["a capacity below nothing", setting("minCapacity", "-1"), /minCapacity: /],
  ["a capacity between the steps", setting("minCapacity", "0.3"), /minCapacity: /],
  ["capacities the wrong way round", setting("maxCapacity", "0.5"), /Capacity: /],
  ["a port that needs root", setting("port", "80"), /port: /],
  ["a port that is none", setting("port", "70000"), /port: /],
  ["units that Fargate does not have", setting("cpu", "1000"), /cpu: /],
  ["fewer tasks at most than at least", setting("maxTasks", "1"), /maxTasks: /],
  ["days that CloudWatch does not have", setting("auditRetentionDays", "2000"), /auditRetentionDays: /],
  ["a budget of nothing", setting("monthlyUsd", "0"), /monthlyUsd: /],
  ["a zone of DNS that is none", setting("hostedZoneId", "example"), /hostedZoneId: /],
  [
    "an origin without TLS",
    setting("browserOrigins", '["http://app.telehealth.example.com"]'),
    /browserOrigins\[0\]: /,
  ],
  ["any origin", setting("browserOrigins", '["*"]'), /browserOrigins\[0\]: /],
  ["a country that is none", setting("countries", "[USA]"), /countries\[0\]: /],
  ["a key for video that is none", changed(/MIIBIjANBg/, "-----END PUBLIC KEY-----"), /signingKeys/],
  ["a boundary of another stack", setting("telehealth:roleBoundary", "boundary-telehealth-dev"), /roleBoundary: /],
  ["everybody who may open doors", setting("people", '["*"]'), /breakGlass\.people\[0\]: /],
  ["a time zone that is none", setting("timezone", "Eastern"), /timezone: /],
];

describe("a stack's file", () => {
  it("is accepted as it is committed", () => {
    assert.deepEqual(problemsOf(PROD), []);
    for (const stack of ["account", "dev", "staging", "prod"]) readStackFile(ROOT, stack, "telehealth");
  });

  it("may be encrypted, have anchors and hold settings of the engine", () => {
    const anchored = PROD.replace("emails: [oncall@example.com]", "emails: [&oncall oncall@example.com]").replace(
      "    emails: []\n",
      "    emails: [*oncall]\n",
    );
    assert.deepEqual(problemsOf(anchored), []);
    assert.deepEqual(
      problemsOf(
        `secretsprovider: awskms://alias/x\nencryptedkey: abc\nenvironment: [a]\n${added("  telehealth:webPassword: { secure: v1:abc }")}`,
      ),
      [],
    );
    assert.deepEqual(problemsOf(added("  pulumi:tags: { team: clinic }")), []);
    assert.deepEqual(problemsOf(setting("pulumi:disable-default-providers", `'["aws"]'`)), []);
  });

  for (const [what, text, says] of FILES)
    it(`is refused with ${what}, in one message`, () => {
      const problems = problemsOf(text);
      const [first = "", ...others] = problems;
      assert.match(first, says);
      assert.deepEqual(others, []);
      assert.doesNotMatch(first, /\n|\bat .*\.(ts|js):\d+/);
      assert.ok(first.length < 500, `${first.length} characters`);
    }).timeout(60_000);

  it("was tried in more ways than the review did, with forty of our own", () => {
    assert.ok(FILES.length >= 125, String(FILES.length));
    assert.equal(new Set(FILES.map(([what]) => what)).size, FILES.length);
  });

  it("that is missing, or is a folder, is named with the stacks that there are", () => {
    assert.throws(
      () => readStackFile(ROOT, "prdo", "telehealth"),
      /^Error: Pulumi\.prdo\.yaml does not exist\. Write --stack with one of account, dev, prod, staging/,
    );
    const folder = mkdtempSync(join(tmpdir(), "telehealth-stack-"));
    try {
      mkdirSync(join(folder, "Pulumi.dev.yaml"));
      assert.throws(() => readStackFile(folder, "dev", "telehealth"), /Pulumi\.dev\.yaml is no file/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

import { strict as assert } from "node:assert";
import fc from "fast-check";
import { checkSettings } from "../../stacks/settings";
import { committedSettings } from "../../lab/docs/pages";

/** A committed stack's settings with some of them changed: `{"network.cidr": "x"}`; undefined removes one. */
function settings(stack: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const copy: any = structuredClone(committedSettings(stack));
  for (const [key, value] of Object.entries(changes)) {
    const parts = key.split(".");
    const last = parts.pop() ?? "";
    const holder = parts.reduce((at, part) => at[part], copy);
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else holder[last] = value;
  }
  return copy;
}

const problemsOf = (raw: Record<string, unknown>) => {
  const result = checkSettings(raw);
  return "problems" in result ? result.problems : [];
};

describe("settings", () => {
  it("are refused with delivery where roles are not named by the stack", () => {
    const result = checkSettings(settings("prod"), { autonaming: undefined, project: "telehealth", stack: "prod" });
    assert.ok("problems" in result);
    assert.deepEqual(
      result.problems.map(({ key }) => key),
      ["roleBoundary"],
    );
  });

  for (const stack of ["dev", "staging", "prod"])
    it(`accepts the committed ${stack}`, () => {
      assert.deepEqual(problemsOf(settings(stack)), []);
    });

  for (const [what, changes, key, said] of [
    ["a missing account id", { accountId: undefined }, "accountId", /is missing.*twelve digits/],
    ["an account id of eleven digits", { accountId: "11112222333" }, "accountId", /"11112222333" is not valid/],
    ["an unknown key", { regoin: "us-east-1" }, "regoin", /is not a setting.*region/],
    ["an unknown key inside a section", { "network.cidrs": "x" }, "network.cidrs", /is not a setting.*cidr, avail/],
    ["a CIDR that is none", { "network.cidr": "10.0.0.0/33" }, "network.cidr", /"10.0.0.0\/33" is not an IPv4 network/],
    ["a CIDR with host bits", { "network.cidr": "10.0.0.5/16" }, "network.cidr", /is not an IPv4 network/],
    ["a VPC too small to grow", { "network.cidr": "10.0.0.0/24" }, "network.cidr", /not between a \/16 and a \/20/],
    ["a retired engine version", { "database.engineVersion": "15.3" }, "database.engineVersion", /15\.3.*15\.15/],
    [
      "an unquoted engine version",
      { "database.engineVersion": 15.1 },
      "database.engineVersion",
      /15.1 is not valid.*quotes/,
    ],
    ["a section that is text", { service: "small" }, "service", /Write its keys below it: entry, webhookPaths/],
    ["no signing key", { "cdn.signingKeys": [] }, "cdn.signingKeys[0]", /is missing/],
    [
      "a key that is not PEM",
      { "cdn.signingKeys": [{ name: "a", publicKey: "x" }] },
      "cdn.signingKeys[0].publicKey",
      /PEM/,
    ],
    ["PHI without the addendum", { baaSigned: false }, "baaSigned", /164\.308\(b\)\(1\).*AWS Artifact/],
    [
      "PHI without deletion protection",
      { deletionProtection: false },
      "deletionProtection",
      /may not be deleted by mistake/,
    ],
    ["a recovery region that is the region", { recoveryRegion: "us-east-1" }, "recoveryRegion", /same as region/],
    [
      "a zone of another region",
      { "network.availabilityZones": ["us-east-1a", "us-west-2b"] },
      "network.availabilityZones[1]",
      /not in us-east-1/,
    ],
    [
      "a zone named twice",
      { "network.availabilityZones": ["us-east-1a", "us-east-1a"] },
      "network.availabilityZones[1]",
      /listed twice/,
    ],
    ["one zone only", { "network.availabilityZones": ["us-east-1a"] }, "network.availabilityZones", /fewer than two/],
    [
      "capacities the wrong way round",
      { "database.maxCapacity": 1, "database.minCapacity": 4 },
      "database.maxCapacity",
      /below minCapacity/,
    ],
    [
      "a pause that can never happen",
      { "database.pauseAfterSeconds": 600 },
      "database.pauseAfterSeconds",
      /does nothing/,
    ],
    [
      "no way to pull an image",
      { "network.natGateways": "none", "network.interfaceEndpoints": "none" },
      "network.natGateways",
      /could pull/,
    ],
    [
      "deletion before the archive",
      { "videos.retentionDays": 180, "videos.archiveAfterDays": 200 },
      "videos.retentionDays",
      /180 is too soon/,
    ],
    [
      "copies of recordings without versions",
      { "videos.keepVersions": false },
      "videos.keepVersions",
      /only buckets with versions/,
    ],
    [
      "a task size that Fargate does not have",
      { "service.cpu": 256, "service.memory": 8192 },
      "service.memory",
      /8192 MiB is not a size/,
    ],
    [
      "a site of copied data that anybody may open",
      { dataClass: "anonymised" },
      "web.basicAuthUser",
      /only the site of real patients/,
    ],
    ["fewer tasks at most than at least", { "service.maxTasks": 1 }, "service.maxTasks", /below minTasks/],
    ["a log retention under a year", { "logs.retentionDays": 90 }, "logs.retentionDays", /90 is not a retention/],
    [
      "an origin without TLS",
      { "domain.browserOrigins": ["http://app.example.com"] },
      "domain.browserOrigins[0]",
      /https origin/,
    ],
    ["an owner who cannot be written to", { owner: "the team" }, "owner", /is not an e-mail address/],
  ] as [string, Record<string, unknown>, string, RegExp][])
    it(`refuses ${what}`, () => {
      const problems = problemsOf(settings("prod", changes));
      assert.deepEqual(
        problems.map((each) => each.key),
        [key],
      );
      const [problem] = problems;
      assert.match(`${problem?.wrong}. ${problem?.write ?? ""}`, said);
    });

  it("refuses a database that may pause behind a proxy", () => {
    const problems = problemsOf(settings("dev", { "database.proxy": true }));
    assert.deepEqual(
      problems.map((each) => each.key),
      ["database.proxy"],
    );
  });

  it("reports every problem at once", () => {
    const raw = settings("prod", {
      accountId: undefined,
      surprise: 1,
      "network.cidr": "10.0.0.0/33",
      "database.engineVersion": "15.3",
      baaSigned: false,
    });
    const keys = problemsOf(raw).map((each) => each.key);
    assert.deepEqual(keys.sort(), ["accountId", "baaSigned", "database.engineVersion", "network.cidr", "surprise"]);
  });

  it("never crashes and never accepts what it did not understand", () => {
    const sections = Object.keys(settings("prod"));
    fc.assert(
      fc.property(fc.constantFrom(...sections), fc.jsonValue({ maxDepth: 3 }), (section, value) => {
        const result = checkSettings({ ...settings("prod"), [section]: value });
        if ("problems" in result) for (const each of result.problems) assert.match(each.key, /^\w/);
        else assert.deepEqual(result.profile[section as keyof typeof result.profile], value);
      }),
      { numRuns: 500 },
    );
  });
});

import { strict as assert } from "node:assert";
import type { Block, Section } from "../../../../tools/reports/deployment/block";
import { settingsOf } from "../../../../tools/reports/deployment/settings";
import type { Snapshot } from "../../../../tools/shared/snapshot/snapshot";
import { changed, deployedStack, htmlOf, markdownOf, planned, sectionsOf } from "./stacks";

const prod = deployedStack("prod");
const dev = deployedStack("dev");
const section = (snapshot: Snapshot, id: string, real = false): Section => {
  const found = sectionsOf(snapshot, real).find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};
const words = (blocks: readonly Block[]): string => JSON.stringify(blocks);
const rows = ({ blocks }: Section) => blocks.flatMap((each) => (each.kind === "table" ? each.rows : []));
const step = (snapshot: Snapshot, what: string, real = false) => {
  const found = rows(section(snapshot, "next-steps", real)).find(([, name]) => name?.[0] === what);
  return JSON.stringify(found?.[0]);
};

describe("the deployment report", function () {
  this.timeout(60_000);

  it("has every part that a team asks for, in both formats", () => {
    const ids = sectionsOf(prod).map(({ id }) => id);
    for (const id of [
      "summary",
      "architecture",
      "next-steps",
      "try",
      "components",
      "environment",
      "compliance-summary",
    ])
      assert.ok(ids.includes(id), id);
    for (const id of ["application", "cost", "deploy-time", "commands", "troubleshooting"])
      assert.ok(ids.includes(id), id);
    const [html, markdown] = [htmlOf(prod), markdownOf(prod)];
    for (const { id } of sectionsOf(prod)) assert.match(html, new RegExp(`id="${id}"`));
    for (const title of ["Summary", "Next steps", "Try it", "Components", "Environment files", "Troubleshooting"])
      assert.match(markdown, new RegExp(`^## ${title}$`, "m"));
  });

  it("is the same to the byte for the same stack on the same day", () => {
    assert.equal(htmlOf(prod), htmlOf(deployedStack("prod")));
    assert.equal(markdownOf(dev), markdownOf(deployedStack("dev")));
  });

  it("needs nothing from anywhere, and runs nothing", () => {
    for (const html of [htmlOf(prod), htmlOf(planned(dev))]) {
      assert.doesNotMatch(html, /<script|<link|<img|<iframe|@import|url\(/i);
      assert.doesNotMatch(html, /(src|href)="(?!#)/);
    }
  });

  it("says whether it is planned, rehearsed or deployed", () => {
    const status = (snapshot: Snapshot, real = false) => words(section(snapshot, "summary", real).blocks);
    assert.match(status(prod), /on the offline AWS, which is a rehearsal/);
    assert.match(status(prod, true), /"deployed"/);
    assert.match(status(planned(prod)), /planned: this is what an update would make/);
  });

  it("computes what is open from the state", () => {
    const kept = changed(prod, "database-cluster", { deletionProtection: true });
    assert.match(step(kept, "protect the database from deletion"), /done/);
    const bare = changed(prod, "database-cluster", { deletionProtection: false });
    assert.match(step(bare, "protect the database from deletion"), /open/);
    assert.match(step(prod, "ask everybody for a second factor"), /done/);
    assert.match(
      step(changed(prod, "users-pool", { mfaConfiguration: "OFF" }), "ask everybody for a second factor"),
      /open/,
    );
    assert.match(step(prod, "alarms reach somebody", true), /open/);
    const heard = changed(prod, "alerts-oncall@example.com", { pendingConfirmation: false });
    assert.match(step(heard, "alarms reach somebody", true), /done/);
    assert.match(step(prod, "run the migrations"), /to look at/);
  });

  it("gives commands with the values of this stack, and --real for the one on AWS", () => {
    const { blocks } = section(prod, "try");
    assert.match(words(blocks), /curl -si https:\/\/api\.telehealth\.example\.com\/health/);
    assert.doesNotMatch(words(blocks), /--real/);
    assert.match(words(section(prod, "try", true).blocks), /ops -- tunnel --stack prod --real/);
  });

  it("shows the environment files, the backend's values apart from the browser's", () => {
    const files = section(prod, "environment").blocks.filter((each) => each.kind === "file");
    assert.deepEqual(
      files.map(({ name }) => name),
      [".env.prod, for the browser", "backend.prod.env, for the API"],
    );
    assert.match(files[0]?.text ?? "", /^VITE_AWS_REGION=/);
    assert.doesNotMatch(files[0]?.text ?? "", /DATABASE/);
    assert.match(files[1]?.text ?? "", /DATABASE_NAME=/);
    assert.ok(section(planned(prod), "environment").blocks.every(({ kind }) => kind === "text"));
  });

  it("walks through every symptom, and counts the links that are missing", () => {
    const folds = section(prod, "troubleshooting").blocks.filter((each) => each.kind === "fold");
    assert.equal(folds.length, 7);
    for (const { title } of folds) assert.match(title, /all \d+ links are there/);
    const broken: Snapshot = {
      ...prod,
      resources: prod.resources.filter(({ type }) => type !== "aws:rds/proxyTarget:ProxyTarget"),
    };
    assert.match(words(section(broken, "troubleshooting").blocks), /1 of \d+ links missing/);
  });

  it("shows no secret, wherever it stands", () => {
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hunter2" };
    assert.doesNotMatch(htmlOf(changed(prod, "database", { password: secret })), /hunter2/);
  });
});

describe("the settings of a component", () => {
  it("are flat, sorted, and without what AWS named", () => {
    const settings = settingsOf({
      capacity: { min: 0.5, max: 8 },
      zones: ["a", "b"],
      rules: [{}, {}],
      location: { region: "us-east-1" },
      kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/1",
      groupId: "sg-0123456789",
      cluster: { urn: "urn:pulumi:x" },
      text: "x".repeat(200),
    });
    assert.deepEqual(
      settings.map(({ key, value }) => `${key}=${value}`),
      ["capacity.max=8", "capacity.min=0.5", "rules=2 entries", "zones=a, b"],
    );
  });
});

import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { entries } from "../../../tools/catalogue";
import { collected } from "../../../tools/catalogue/collected";
import type { Drawn } from "../../../tools/catalogue/reasons";
import { buildModel, nodesOf } from "../../../tools/reports/diagram/model/buildModel";
import { readSnapshot } from "../../../tools/shared/snapshot/readSnapshot";
import { madeTypes } from "../../census/madeTypes";

const ROOT = join(__dirname, "../../..");
const FOLDER = join(ROOT, "tools/catalogue");
/** Files of the folder that are no room. */
const NO_ROOMS = ["collected.ts", "entry.ts", "index.ts", "reasons.ts", "seconds.ts"];

/** What a type is drawn and watched with, which is itself for most. */
function whole(type: string): { readonly type: string; readonly drawn: Drawn } {
  const entry = entries().get(type);
  assert.ok(entry, `${type} is in no room`);
  return entry.partOf === undefined ? { type, drawn: entry.drawn } : whole(entry.partOf);
}

describe("the catalogue", () => {
  it("collects every room of its folder", () => {
    const index = readFileSync(join(FOLDER, "index.ts"), "utf8");
    const rooms = readdirSync(FOLDER).filter((file) => !NO_ROOMS.includes(file));
    const missing = rooms.filter((file) => !index.includes(`from "./${file.replace(".ts", "")}"`));
    assert.deepEqual(missing, [], "Add them to ROOMS in tools/catalogue/index.ts");
  });

  it("refuses a type that stands in two rooms", () => {
    const room = { "sqs/queue:Queue": 1 };
    assert.throws(() => collected([room, room]), /sqs\/queue:Queue twice/);
  });

  it("has under MADE what the program makes, and nothing else", () => {
    const made = madeTypes().map(({ type }) => type);
    assert.deepEqual(
      [...entries().keys()].filter((type) => !made.includes(type)),
      [],
      "Nothing makes them any more: move them under OTHERS, or delete them",
    );
  });

  it("names for every part something that is drawn, or said not to be, by itself", () => {
    for (const type of entries().keys()) assert.ok(whole(type).drawn);
  });

  it("leads from every alarm to a page of the runbooks", () => {
    for (const [type, { alarms }] of entries())
      if (typeof alarms === "string") assert.ok(existsSync(join(ROOT, "docs/runbooks", `${alarms}.md`)), type);
  });

  it("calls boxes what the diagram draws as boxes", () => {
    const boxes = new Set<string>();
    for (const stack of ["account", "dev", "prod"]) {
      const snapshot = readSnapshot(readFileSync(join(ROOT, "tests/fixtures/diagram", `${stack}.json`), "utf8"));
      const types = new Map(snapshot.resources.map(({ urn, type }) => [urn, type]));
      for (const urn of nodesOf(buildModel(snapshot)).flatMap(({ members }) => members)) {
        const type = types.get(urn);
        if (type?.startsWith("aws:") === true) boxes.add(whole(type.slice("aws:".length)).type);
      }
    }
    const said = [...entries()].filter(([, { drawn }]) => drawn === "box").map(([type]) => type);
    assert.deepEqual([...boxes].toSorted(), said.toSorted());
  });
});

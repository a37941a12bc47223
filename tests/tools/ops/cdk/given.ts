import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readChoices } from "../../../../tools/ops/cdk/choices";
import { type Migration, migrationOf } from "../../../../tools/ops/cdk/migration";
import { readResources, readTemplate, resourcesOf } from "../../../../tools/ops/cdk/readStack";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";

export const ROOT = join(__dirname, "../../../..");
export const fixture = (name: string) => join(ROOT, "tests/fixtures/cdk", name);
export const text = (name: string) => readFileSync(fixture(name), "utf8");
/** The preview of prod, reduced to what a CDK stack may have too. */
export const snapshot = readSnapshot(text("preview.json"));
export const list = readResources(text("resources.json"), "resources.json");

/** What a test changes of the fixture. */
interface Changes {
  readonly map?: string;
  readonly change?: (resources: any) => unknown;
  readonly hasTemplate?: boolean;
}

/** How the fixture's stack is taken over. */
export function migration({ map = "", change, hasTemplate = true }: Changes = {}) {
  const template = JSON.parse(text("template.json"));
  change?.(template.Resources);
  const known = hasTemplate ? readTemplate(JSON.stringify(template), "template.json") : undefined;
  const live = resourcesOf("", list, known);
  const stack = new Map(live.map((each) => [each.logicalId, each]));
  return migrationOf([stack], snapshot, readChoices(map, live, snapshot));
}

export const importedAs = ({ imported }: Migration, logicalId: string) =>
  imported.filter(({ cdk }) => cdk.logicalId === logicalId).map(({ resource, id }) => `${resource.name} ${id}`);

/** Runs with what is printed going into a list. */
export async function quietly<T>(run: () => T | Promise<T>, said: string[] = []): Promise<T> {
  const { log } = console;
  console.log = (line: string) => said.push(line);
  try {
    return await run();
  } finally {
    console.log = log;
  }
}

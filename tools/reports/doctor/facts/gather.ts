import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { projectOf } from "../../quotas/settings";
import { stateOf } from "../../../shared/stackSnapshot";
import { UsageError } from "../../../shared/usageError";
import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { readBackend } from "./backend";
import { readDeployed } from "./deployed";
import type { Exemption, Facts } from "./facts";
import { askIdentity } from "./identity";
import { askQuotas } from "./quotas";
import { setUpState } from "./setUpState";
import { readStackFiles } from "../../../shared/stackFiles";
import { askZones } from "./zones";

const manifest = z.object({
  engines: z.object({ node: z.string() }),
  dependencies: z.object({ "@pulumi/aws": z.string() }),
});
const exemption = z.object({ rule: z.string(), until: z.string() });
const policies = z.object({ "pack-settings": z.object({ exemptions: z.array(exemption).default([]) }) });

type About = Pick<Facts, "stack" | "real" | "today">;

/** All facts. AWS is asked only for the real one, and only to read. */
export async function gatherFacts(
  root: string,
  { file, ...about }: About & { readonly file: string | undefined },
): Promise<Facts> {
  const { stack, real } = about;
  if (file !== undefined) return factsAbout(root, about, readDeployed(file));
  const local = factsAbout(root, about, undefined);
  if (!local.stackFiles.some((each) => each.stack === stack))
    throw new UsageError(
      `There is no Pulumi.${stack}.yaml. Write --stack with one of ${local.stackFiles.map((each) => each.stack).join(", ")}.`,
    );
  const setting = local.stackFiles.find((each) => each.stack === stack)?.settings["region"];
  const region = typeof setting === "string" ? setting : "us-east-1";
  const deployed = local.setUp.cli === undefined ? undefined : await stateOf(stack, real);
  if (!real) return { ...local, deployed };
  const identity = await askIdentity(region);
  // Whom AWS does not know, it tells nothing else either.
  if ("problem" in identity) return { ...local, deployed, identity };
  const zones = await askZones(region);
  const quotas = local.setUp.cli === undefined ? undefined : await askQuotas(root, projectOf(root), region);
  return { ...local, deployed, identity, zones, quotas };
}

/** What this working copy says, with what is known to be deployed. Asks nobody. */
export function factsAbout(root: string, { stack, real, today }: About, deployed: Snapshot | undefined): Facts {
  const { engines, dependencies } = manifest.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const projectFile: unknown = parse(readFileSync(join(root, "Pulumi.yaml"), "utf8"));
  return {
    // A file says itself which stack it is of.
    stack: deployed?.stack ?? stack,
    real,
    today,
    node: { version: process.versions.node, wanted: engines.node },
    setUp: setUpState(root),
    stackFiles: readStackFiles(root, projectOf(root)),
    backend: readBackend(process.env, projectFile),
    identity: undefined,
    quotas: undefined,
    zones: undefined,
    deployed,
    exemptions: readExemptions(join(root, "stacks", "policies.json")),
    providerVersion: dependencies["@pulumi/aws"],
  };
}

/** Only what the doctor looks at; the pack checks the rest. */
function readExemptions(file: string): readonly Exemption[] {
  if (!existsSync(file)) return [];
  return policies.safeParse(JSON.parse(readFileSync(file, "utf8"))).data?.["pack-settings"].exemptions ?? [];
}

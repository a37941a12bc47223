import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { UsageError } from "../../shared/usageError";
import { readBackend } from "./backend";
import { exportDeployed, readDeployed } from "./deployed";
import type { Exemption, Facts } from "./facts";
import { askIdentity } from "./identity";
import { setUpState } from "./setUpState";
import { readStackFiles } from "./stackFiles";

const manifest = z.object({
  engines: z.object({ node: z.string() }),
  dependencies: z.object({ "@pulumi/aws": z.string() }),
});
const exemption = z.object({ rule: z.string(), until: z.string() });
const policies = z.object({ "pack-settings": z.object({ exemptions: z.array(exemption).default([]) }) });

/** All facts, with one call to AWS at most, and only of the real one. */
export async function gatherFacts(
  root: string,
  { stack, real, file, today }: Pick<Facts, "stack" | "real" | "today"> & { readonly file: string | undefined },
): Promise<Facts> {
  const { engines, dependencies } = manifest.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const projectFile: unknown = parse(readFileSync(join(root, "Pulumi.yaml"), "utf8"));
  const { name } = z.object({ name: z.string() }).parse(projectFile);
  const setUp = setUpState(root);
  const stackFiles = readStackFiles(root, name);
  if (file === undefined && !stackFiles.some((each) => each.stack === stack))
    throw new UsageError(
      `There is no Pulumi.${stack}.yaml. Write --stack with one of ${stackFiles.map((each) => each.stack).join(", ")}.`,
    );
  const region = stackFiles.find((each) => each.stack === stack)?.settings["region"];
  const deployed =
    file !== undefined
      ? readDeployed(file)
      : setUp.cli === undefined
        ? undefined
        : await exportDeployed(root, stack, real);
  return {
    // A file says itself which stack it is of.
    stack: deployed?.snapshot.stack ?? stack,
    real,
    today,
    node: { version: process.versions.node, wanted: engines.node },
    setUp,
    stackFiles,
    backend: readBackend(process.env, projectFile),
    identity: real ? await askIdentity(typeof region === "string" ? region : "us-east-1") : undefined,
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

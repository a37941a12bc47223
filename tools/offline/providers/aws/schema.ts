import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { type Property, sdkFacts } from "./sdkFacts";

const ANY = { $ref: "pulumi.json#/Any" };

/**
 * The package's schema for programs in YAML, which look their types up in it: every resource type of the SDK with the
 * names of its properties. Their types are left open, since they stand in the declarations in TypeScript's terms only.
 */
export function schemaOf(version: string): object {
  const directory = path.dirname(createRequire(__filename).resolve("@pulumi/aws/package.json"));
  const resources = folders(directory).flatMap((module) =>
    readdirSync(path.join(directory, module))
      .filter((file) => file.endsWith(".d.ts"))
      .flatMap((file) => {
        const source = readFileSync(path.join(directory, module, file), "utf8");
        const [, className] = /export declare class (\w+) extends pulumi\.CustomResource/.exec(source) ?? [];
        return className === undefined ? [] : [`${module}/${path.basename(file, ".d.ts")}:${className}`];
      }),
  );
  return {
    name: "aws",
    version,
    description: "Offline stand-in: the names of all types and properties, without the types of properties.",
    meta: { moduleFormat: "(.*)(?:/[^/]*)" },
    provider: resourceSchema("provider:Provider"),
    resources: Object.fromEntries(resources.toSorted().map((type) => [`aws:${type}`, resourceSchema(type)])),
  };
}

function resourceSchema(type: string) {
  const { inputs, outputs } = sdkFacts(type);
  return { inputProperties: propertySchemas(inputs), properties: propertySchemas(outputs) };
}

function propertySchemas(properties: ReadonlyMap<string, Property>) {
  return Object.fromEntries([...properties.keys()].map((name) => [name, ANY]));
}

function folders(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []));
}

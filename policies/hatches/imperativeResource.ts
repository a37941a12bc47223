import { rule } from "../rule";

/** Begin of a type, and what its properties call the text that runs. */
const RUNS: readonly (readonly [RegExp, string, string])[] = [
  [/^command:/, "create", "runs a shell command"],
  [/^(pulumi-nodejs|pulumi-python):dynamic/, "__provider", "runs code of the program as a provider"],
  [/^terraform-provider:|^terraform:/, "", "belongs to a Terraform provider"],
  [/^null:/, "triggers", "represents a script"],
  [/^external:/, "program", "runs a program"],
];

export const imperativeResource = rule({
  id: "imperative-resource",
  title: "No resource is a script, whose effects no rule sees",
  family: "escape-hatches",
  severity: "high",
  controls: ["164.308(a)(8)", "164.312(a)(1)"],
  remediation: "Use the type of @pulumi/aws for the resource that it creates; run one-off work outside the program",
  types: [
    "command:*",
    "pulumi-nodejs:dynamic*",
    "pulumi-python:dynamic*",
    "null:*",
    "external:*",
    "terraform:*",
    "terraform-provider:*",
  ],
  check: (resource) => {
    const [, property = "", what = "is a script"] = RUNS.find(([type]) => type.test(resource.type)) ?? [];
    return resource.at(...(property === "" ? [] : [property])).refuse(`${resource.type} ${what}`);
  },
});

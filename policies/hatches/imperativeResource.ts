import { rule } from "../rule";

/** Begin of a type, and what its properties call the text that runs. */
const RUNS: readonly (readonly [RegExp, string, string])[] = [
  [/^command:/, "create", "runs a shell command"],
  [/^(pulumi-nodejs|pulumi-python):dynamic/, "__provider", "runs code of the program as a provider"],
  [/^terraform-provider:|^terraform:/, "", "belongs to a Terraform provider"],
  [/^null:/, "triggers", "stands for a script"],
  [/^external:/, "program", "runs a program"],
];

export const imperativeResource = rule({
  id: "imperative-resource",
  title: "No resource is a script, which does what no rule sees",
  family: "escape-hatches",
  severity: "high",
  controls: ["164.308(a)(8)", "164.312(a)(1)"],
  remediation: "Write the resource it makes with its own type of @pulumi/aws; run one-off work outside the program",
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

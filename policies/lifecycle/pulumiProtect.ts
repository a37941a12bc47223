import { rule } from "../rule";
import { HOLDS_DATA } from "../facts";

export const pulumiProtect = rule({
  id: "pulumi-protect",
  title: "Pulumi itself refuses to delete or replace what holds data",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"],
  remediation:
    "Set the resource option protect: true; to remove the resource on purpose, first deploy with protect off",
  types: HOLDS_DATA,
  lenientWhenEphemeral: true,
  check: (resource) =>
    resource.protect
      ? undefined
      : { property: "options.protect", problem: "a mistake in the program deletes or replaces it" },
});

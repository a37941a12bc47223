import { rule } from "../rule";
import { HOLDS_DATA } from "../facts";

export const deleteBeforeReplace = rule({
  id: "delete-before-replace",
  title: "Nothing that holds data is deleted before its replacement exists",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(B)", "164.312(c)(1)"],
  remediation: "Leave deleteBeforeReplace out, or set protect: true, which refuses the replacement altogether",
  types: HOLDS_DATA,
  lenientWhenEphemeral: true,
  check: (resource) =>
    resource.deleteBeforeReplace && !resource.protect
      ? {
          property: "options.deleteBeforeReplace",
          problem: "a change that AWS cannot make in place deletes the data first",
        }
      : undefined,
});

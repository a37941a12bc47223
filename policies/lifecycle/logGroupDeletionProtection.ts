import { rule } from "../rule";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";

/** Where a stack protects some of its log groups, one without stands out: it was left out, or taken out. */
export const logGroupDeletionProtection = rule({
  id: "log-group-deletion-protection",
  title: "A stack that protects log groups from deletion protects all of them",
  family: "deletion-protection",
  severity: "medium",
  controls: ["164.312(b)", "164.312(c)(1)"],
  remediation: "Set deletionProtectionEnabled to true",
  types: [GROUP],
  // Which of its logs a stack cannot do without, only its owner knows.
  level: "advisory",
  checkInStack: (group, stack) => {
    const flag = group.at("deletionProtectionEnabled");
    if (flag.unknown) return flag.later();
    const others = stack.all(GROUP).some((each) => each.at("deletionProtectionEnabled").flag === true);
    return flag.flag !== true && others
      ? flag.refuse("a single API call deletes this log, unlike the others")
      : undefined;
  },
});

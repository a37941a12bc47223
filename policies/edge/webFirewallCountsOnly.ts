import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const ACL = "aws:wafv2/webAcl:WebAcl";

/** A group of AWS or of a vendor is only watched, a rule of our own may count to set a label for those after it. */
export const webFirewallCountsOnly = rule({
  id: "web-firewall-counts-only",
  title: "A web firewall blocks requests instead of only counting them",
  family: "effective-settings",
  severity: "high",
  controls: ["164.312(e)(1)", "164.308(a)(1)(ii)(B)"],
  remediation: "Set overrideAction to none on rule groups, and action to block on your own rules",
  types: [ACL, "aws:wafv2/ruleGroup:RuleGroup"],
  check: (firewall) => {
    const rules = firewall.at("rules");
    const byDefault = firewall.at("defaultAction");
    if (byDefault.unknown) return byDefault.later();
    // One that refuses what no rule lets in protects whatever its rules do.
    if (byDefault.keys.includes("block")) return undefined;
    if (rules.unknown) return rules.later();
    const groups = rules.items.map((each) => watched(each));
    if (firewall.type !== ACL) return groups;
    if (rules.absent)
      return firewall.at("ruleJson").absent ? rules.refuse("there is no rule, so every request is allowed") : undefined;
    const idle = rules.items.every((each) => !each.unknown && !each.at("action").unknown && isIdle(each));
    return [groups, idle ? rules.refuse("no rule blocks anything, so every request is allowed") : undefined];
  },
});

function watched(each: Field): Outcomes {
  const override = each.at("overrideAction");
  if (override.unknown) return override.later();
  return override.keys.includes("count")
    ? override.refuse("requests that match the group are counted and allowed")
    : undefined;
}

function isIdle(each: Field): boolean {
  const action = each.at("action").keys;
  return each.at("overrideAction").keys.includes("count") || action.includes("count") || action.includes("allow");
}

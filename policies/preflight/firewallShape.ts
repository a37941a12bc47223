import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

export const firewallShape = rule({
  id: "firewall-shape",
  title: "Every web firewall rule has a unique priority and a metric",
  family: "preflight",
  severity: "medium",
  controls: ["164.312(b)", "164.308(a)(8)"],
  remediation: "Give each rule a unique priority, and a visibilityConfig with metrics enabled and a metric name",
  types: ["aws:wafv2/webAcl:WebAcl", "aws:wafv2/ruleGroup:RuleGroup"],
  check: (acl): Outcomes => {
    const rules = acl.at("rules").items;
    const seen = new Set<number>();
    return [acl.at(), ...rules].map((each): Outcomes => {
      if (each.unknown) return each.later();
      const [visibility, priority] = [each.at("visibilityConfig"), each.at("priority")];
      const again = priority.number !== undefined && seen.has(priority.number);
      if (priority.number !== undefined) seen.add(priority.number);
      const metric = visibility.at("metricName");
      const measured = visibility.at("cloudwatchMetricsEnabled");
      return [
        again ? priority.refuse(`another rule also has priority ${String(priority.number)}`) : undefined,
        priority.unknown ? priority.later() : undefined,
        visibility.unknown ? visibility.later() : undefined,
        metric.absent ? metric.refuse("AWS refuses a rule without a metric name") : undefined,
        measured.flag === false ? measured.refuse("blocked requests are not counted") : undefined,
      ];
    });
  },
});

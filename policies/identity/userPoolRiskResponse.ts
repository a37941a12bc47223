import { rule } from "../rule";

export const userPoolRiskResponse = rule({
  id: "user-pool-risk-response",
  title: "High-risk sign-ins are blocked or require the second factor",
  family: "effective-settings",
  severity: "medium",
  controls: ["164.312(d)", "164.308(a)(1)(ii)(B)"],
  remediation: "Set eventAction to BLOCK or MFA_REQUIRED for high risk, and BLOCK for compromised passwords",
  types: ["aws:cognito/riskConfiguration:RiskConfiguration"],
  check: (risk) => {
    const high = risk.at("accountTakeoverRiskConfiguration", "actions", "highAction", "eventAction");
    const leaked = risk.at("compromisedCredentialsRiskConfiguration", "actions", "eventAction");
    return [high, leaked].map((each) => {
      if (each.unknown) return each.later();
      return each.text === "NO_ACTION" ? each.refuse("the risk is detected, and nothing is done") : undefined;
    });
  },
});

import { rule } from "../rule";
import { USER_POOL } from "../shared/userPools";

const RISK = "aws:cognito/riskConfiguration:RiskConfiguration";

export const userPoolThreatProtection = rule({
  id: "user-pool-threat-protection",
  title: "Threat protection that is paid for or configured is also enforced",
  family: "effective-settings",
  severity: "medium",
  controls: ["164.308(a)(1)(ii)(B)", "164.312(d)", "164.308(a)(5)(ii)(C)"],
  remediation: "Set userPoolAddOns.advancedSecurityMode to ENFORCED with userPoolTier PLUS",
  types: [USER_POOL],
  check: (pool) => {
    const mode = pool.at("userPoolAddOns", "advancedSecurityMode");
    const tier = pool.at("userPoolTier");
    if (mode.unknown) return mode.later();
    if (mode.text?.toUpperCase() === "OFF")
      return mode.refuse("compromised passwords and unusual sign-ins are accepted");
    return mode.absent && tier.text === "PLUS"
      ? mode.refuse("the tier with threat protection is paid for, but protection is off")
      : undefined;
  },
  checkInStack: (pool, stack) => {
    const mode = pool.at("userPoolAddOns", "advancedSecurityMode");
    if (stack.referring(pool, [RISK], "userPoolId").length === 0 || mode.text?.toUpperCase() === "ENFORCED")
      return undefined;
    return mode.unknown ? mode.later() : mode.refuse("the stack's RiskConfiguration has no effect");
  },
});

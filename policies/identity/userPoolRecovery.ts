import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { USER_POOL } from "../shared/userPools";

export const userPoolRecovery = rule({
  id: "user-pool-recovery",
  title: "A phone alone can neither reset a password nor replace the second factor",
  family: "identity",
  severity: "medium",
  level: "advisory",
  controls: ["164.312(d)"],
  remediation: "Recover by verified_email or admin_only, and leave deviceConfiguration out",
  types: [USER_POOL],
  check: (pool): Outcomes => {
    const setting = pool.at("accountRecoverySetting");
    const device = pool.at("deviceConfiguration", "challengeRequiredOnNewDevice");
    return [
      setting.unknown ? setting.later() : undefined,
      setting.at("recoveryMechanisms").items.map((each) => {
        const name = each.at("name");
        if (name.unknown) return name.later();
        return name.text === "verified_phone_number"
          ? name.refuse("anyone who has the phone has both the password and the second factor")
          : undefined;
      }),
      device.unknown
        ? device.later()
        : device.flag === true
          ? device.refuse("a remembered device is never asked for a second factor again")
          : undefined,
    ];
  },
});

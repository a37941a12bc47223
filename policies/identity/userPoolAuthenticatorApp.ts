import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { USER_POOL } from "../shared/userPools";

export const userPoolAuthenticatorApp = rule({
  id: "user-pool-authenticator-app",
  title: "The second factor can be an authenticator app, not only a text message",
  family: "identity",
  severity: "medium",
  controls: ["164.312(d)"],
  remediation: "Set softwareTokenMfaConfiguration.enabled to true",
  types: [USER_POOL],
  check: (pool) => {
    const mode = pool.at("mfaConfiguration");
    if (mode.unknown) return mode.later();
    // Without any second factor that is what is wrong, and another rule's.
    if (mode.text === undefined || mode.text === "OFF") return undefined;
    return isTrue(
      pool.at("softwareTokenMfaConfiguration", "enabled"),
      "codes are sent by text message or e-mail only, which others can read or redirect",
    );
  },
});

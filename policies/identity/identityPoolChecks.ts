import { isNotTrue, isTrue } from "../engine/expect";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

export const identityPoolChecks = rule({
  id: "identity-pool-checks",
  title: "Identity pools choose the role themselves, and check that the user is still signed in",
  family: "identity",
  severity: "high",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation: "Set allowClassicFlow to false and serverSideTokenCheck to true on every cognitoIdentityProviders entry",
  types: ["aws:cognito/identityPool:IdentityPool"],
  check: (pool): Outcomes => {
    const logins = pool.at("supportedLoginProviders");
    return [
      isNotTrue(pool.at("allowClassicFlow"), "the client chooses the role, and session tags are not set"),
      pool
        .at("cognitoIdentityProviders")
        .items.map((each) =>
          isTrue(each.at("serverSideTokenCheck"), "a user who was signed out or disabled still gets credentials"),
        ),
      logins.unknown
        ? logins.later()
        : logins.absent
          ? undefined
          : logins.refuse(
              "anyone with an account at that social network gets credentials",
              "Let users sign in through the user pool",
            ),
    ];
  },
});

import { isNotTrue, isTrue } from "../engine/expect";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

export const identityPoolChecks = rule({
  id: "identity-pool-checks",
  title: "Identity pools decide themselves which role to give, and ask whether the user is still signed in",
  family: "identity",
  severity: "high",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation: "Set allowClassicFlow to false and serverSideTokenCheck to true on every cognitoIdentityProviders entry",
  types: ["aws:cognito/identityPool:IdentityPool"],
  check: (pool): Outcomes => {
    const logins = pool.at("supportedLoginProviders");
    return [
      isNotTrue(pool.at("allowClassicFlow"), "the client picks the role, and session tags are left out"),
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
              "everybody with an account of a social network gets credentials",
              "Let the user pool sign them in",
            ),
    ];
  },
});

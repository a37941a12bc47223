import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { readDocument } from "../shared/document";
import { ownAccounts } from "../shared/ownAccounts";
import { principalAccounts } from "../shared/principalAccounts";
import { isBoundBy } from "../shared/specific";

/** An account of somebody else may take the role if it knows this, or if it is of our organisation. */
const KEYS = /^(sts:externalid|aws:principalorgid|aws:principalorgpaths)$/;

export const roleTrustForeignAccount = rule({
  id: "role-trust-foreign-account",
  title: "Another company's account assumes a role only with an external ID",
  family: "access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation:
    "Add a StringEquals condition on sts:ExternalId, which keeps a vendor from being tricked, or on aws:PrincipalOrgID",
  types: ["aws:iam/role:Role"],
  checkInStack: (role, stack): Outcomes => {
    const trust = role.at("assumeRolePolicy");
    const document = readDocument(trust.value);
    if (document.state === "notKnown") return trust.later();
    if (document.state === "unreadable") return undefined;
    return document.statements.map((statement): Outcomes => {
      const accounts = principalAccounts(statement);
      if (accounts.length === 0 || isBoundBy(statement["Condition"], KEYS)) return undefined;
      const own = ownAccounts(stack);
      if (own.size === 0) return trust.later();
      const foreign = accounts.find((each) => !own.has(each));
      return foreign === undefined
        ? undefined
        : trust.refuse(
            `lets account ${foreign} assume it, whoever that account acts for (ours: ${[...own].join(", ")})`,
          );
    });
  },
});

import { rule } from "../rule";
import { judgesPermissions, PERMISSION_TYPES } from "../shared/permissions";

export const iamAllowAllBut = rule({
  id: "iam-allow-all-but",
  title: "Policies say what they allow, never what they do not",
  family: "access",
  severity: "high",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: "Write Action and Resource; NotAction and NotResource belong in Deny statements",
  types: PERMISSION_TYPES,
  ...judgesPermissions(({ excepts }) =>
    excepts === undefined
      ? undefined
      : `allows everything except what ${excepts} lists, including whatever AWS adds in the future`,
  ),
});

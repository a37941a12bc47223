import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

export const ramExternalShare = rule({
  id: "ram-external-share",
  title: "Resources are shared within the organization only",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Set allowExternalPrincipals to false",
  types: ["aws:ram/resourceShare:ResourceShare"],
  check: (share) =>
    isNotTrue(share.at("allowExternalPrincipals"), "resources can be shared with accounts outside the organization"),
});

import { rule } from "../rule";
import { AWS_PROVIDER } from "../shared/providers";

export const providerStaticCredentials = rule({
  id: "provider-static-credentials",
  title: "Providers use temporary credentials, and keep none in the state",
  family: "placement",
  severity: "critical",
  controls: ["164.312(d)", "164.308(a)(5)(ii)(D)"],
  remediation: "Leave them out: take credentials from the environment, or set assumeRoles",
  types: [AWS_PROVIDER],
  check: (provider) =>
    ["accessKey", "secretKey", "token"]
      .map((property) => provider.at(property))
      .filter((each) => !each.absent)
      .map((each) => each.refuse("a person's or role's key is stored in the program and in the state")),
});

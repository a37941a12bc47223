import { isTrue } from "../engine/expect";
import { rule } from "../rule";

export const emrPublicAccessBlock = rule({
  id: "emr-public-access-block",
  title: "EMR refuses clusters whose security groups are open to the internet",
  family: "public-access",
  severity: "medium",
  controls: ["164.312(a)(1)"],
  remediation: "Set blockPublicSecurityGroupRules to true",
  types: ["aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration"],
  check: (configuration) =>
    isTrue(configuration.at("blockPublicSecurityGroupRules"), "clusters may be open to the internet"),
});

import { made } from "./entry";
import { FREE } from "./reasons";
import { CALL } from "./seconds";

/** One way in or out. */
const RULE = {
  price: FREE.network,
  seconds: CALL,
  outputs: {
    id: "sgr-{hex17}",
    arn: "{arn:ec2}security-group-rule/{id}",
    securityGroupRuleId: "{id}",
  },
  replacedBy: "securityGroupId",
  partOf: "ec2/securityGroup:SecurityGroup",
};

export const MADE = made({
  "vpc/securityGroupIngressRule:SecurityGroupIngressRule": RULE,
  "vpc/securityGroupEgressRule:SecurityGroupEgressRule": RULE,
});

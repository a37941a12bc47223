import { made } from "./entry";
import { FREE } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
    price: FREE.network,
    seconds: CALL,
    outputs: {
      id: "sgr-{hex17}",
      arn: "{arn:ec2}security-group-rule/{id}",
      securityGroupRuleId: "{id}",
    },
    replacedBy: "securityGroupId",
    partOf: "ec2/securityGroup:SecurityGroup",
  },
  "vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
    price: FREE.network,
    seconds: CALL,
    outputs: {
      id: "sgr-{hex17}",
      arn: "{arn:ec2}security-group-rule/{id}",
      securityGroupRuleId: "{id}",
    },
    replacedBy: "securityGroupId",
    partOf: "ec2/securityGroup:SecurityGroup",
  },
});

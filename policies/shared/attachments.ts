import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { INGRESS_RULES, SECURITY_GROUPS } from "./ingress";

const LOAD_BALANCERS = ["aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"];

/** Where the types of AWS name the security groups they are put behind. */
const PLACES: readonly (readonly string[])[] = [
  ["securityGroups"],
  ["securityGroupIds"],
  ["vpcSecurityGroupIds"],
  ["networkConfiguration", "securityGroups"],
  ["networkInterfaces", "securityGroups"],
  ["vpcConfig", "securityGroupIds"],
  ["vpcOptions", "securityGroupIds"],
  ["brokerNodeGroupInfo", "securityGroups"],
  ["ecsTarget", "networkConfiguration", "securityGroups"],
  ["target", "ecsParameters", "networkConfiguration", "securityGroups"],
];
const ATTACHMENT = "aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment";
const NOT_USERS = new Set([...SECURITY_GROUPS, ...INGRESS_RULES, ...LOAD_BALANCERS]);

/** Resources other than load balancers that sit behind a security group. */
export function attachedOutsideLoadBalancers(group: Resource, stack: Stack): readonly Resource[] {
  return stack.everything.filter((each) => {
    if (NOT_USERS.has(each.type)) return false;
    if (each.type === ATTACHMENT) return stack.refers(each, each.at("securityGroupId"), group) === "yes";
    return PLACES.some((path) => stack.refers(each, each.at(...path), group) === "yes");
  });
}

import { rule } from "../rule";

const EIP = "aws:ec2/eip:Eip";

/** A NAT gateway or a network load balancer takes an address by its allocation, and stays allowed. */
export const elasticIpOnInstance = rule({
  id: "elastic-ip-on-instance",
  title: "No elastic IP belongs to an instance",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Put the instance behind a load balancer, or behind a NAT gateway for the way out",
  types: [EIP, "aws:ec2/eipAssociation:EipAssociation"],
  check: (address) => {
    const instance = address.at(address.type === EIP ? "instance" : "instanceId");
    if (instance.absent) return undefined;
    return instance.refuse("the instance gets a fixed address on the internet");
  },
});

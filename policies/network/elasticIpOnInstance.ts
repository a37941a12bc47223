import { rule } from "../rule";

const EIP = "aws:ec2/eip:Eip";

/** A NAT gateway or a network load balancer takes an address by its allocation, and stays allowed. */
export const elasticIpOnInstance = rule({
  id: "elastic-ip-on-instance",
  title: "No Elastic IP is attached to an instance or a network interface",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Put the instance behind a load balancer, or behind a NAT gateway for outbound traffic",
  types: [EIP, "aws:ec2/eipAssociation:EipAssociation"],
  check: (address) =>
    (address.type === EIP ? ["instance", "networkInterface"] : ["instanceId", "networkInterfaceId"])
      .map((property) => address.at(property))
      .filter((each) => !each.absent)
      .map((each) => each.refuse("the instance gets a fixed public address")),
});

import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

const DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";

export const subnetPublicAddressOnLaunch = rule({
  id: "subnet-public-address-on-launch",
  title: "No subnet assigns public addresses automatically",
  family: "public-access",
  severity: "medium",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation:
    "Set mapPublicIpOnLaunch and assignIpv6AddressOnCreation to false; load balancers and NAT gateways do not need it",
  types: ["aws:ec2/subnet:Subnet", DEFAULT_SUBNET],
  check: (subnet) => {
    const flag = subnet.at("mapPublicIpOnLaunch");
    const problem = "everything launched in the subnet gets a public address";
    if (subnet.type === DEFAULT_SUBNET && flag.absent)
      return flag.refuse(`in a default subnet, ${problem} unless this is false`);
    return [
      isNotTrue(flag, problem),
      isNotTrue(subnet.at("assignIpv6AddressOnCreation"), `${problem}: every IPv6 address is one`),
    ];
  },
});

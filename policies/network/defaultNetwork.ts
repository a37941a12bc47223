import { rule } from "../rule";

export const defaultNetwork = rule({
  id: "default-network",
  title: "Nothing runs in the default VPC, whose subnets are all public",
  family: "network-exposure",
  severity: "medium",
  level: "advisory",
  controls: ["164.312(e)(1)"],
  remediation: "Create an ec2.Vpc with private subnets",
  types: ["aws:ec2/defaultVpc:DefaultVpc", "aws:ec2/defaultSubnet:DefaultSubnet"],
  check: (network) =>
    network.at("forceDestroy").flag === true
      ? undefined
      : network.at().refuse("adopts AWS's default network, in which every subnet has a route to the internet"),
});

import { rule } from "../rule";
import { internetRouted } from "../shared/routes";

const SUBNET = ["aws:ec2/subnet:Subnet"];

export const databaseSubnetInternetRoute = rule({
  id: "database-subnet-internet-route",
  title: "Databases run in subnets without a route from the internet",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Put isolated or private subnets into the group: none whose route table leads to an internet gateway",
  types: [
    "aws:rds/subnetGroup:SubnetGroup",
    "aws:docdb/subnetGroup:SubnetGroup",
    "aws:neptune/subnetGroup:SubnetGroup",
    "aws:redshift/subnetGroup:SubnetGroup",
    "aws:elasticache/subnetGroup:SubnetGroup",
    "aws:memorydb/subnetGroup:SubnetGroup",
    "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup",
  ],
  checkInStack: (group, stack) => {
    const ids = group.at("subnetIds");
    const subnets = stack.referred(group, ids, SUBNET);
    const open = subnets.filter((each) => internetRouted(each, stack));
    const [first] = open;
    if (!first) return undefined;
    // Before ids are known, a property may name more subnets than it will hold: all that a component made.
    if (ids.items.some((each) => each.unknown) && open.length < subnets.length) return ids.later();
    return ids.refuse(`subnet ${first.name} has a route to an internet gateway`);
  },
});

import { rule } from "../rule";
import { factsOf, typesThat } from "../facts";
import { notInPublicSubnets } from "../shared/publicSubnets";

export const workloadSubnetInternetRoute = rule({
  id: "workload-subnet-internet-route",
  title: "Tasks, functions and instances run in subnets without a route from the internet",
  family: "network-exposure",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation:
    "Name private subnets, whose outbound traffic goes through a NAT gateway or an endpoint; only load balancers are public",
  types: typesThat(({ workloadSubnets }) => workloadSubnets !== undefined),
  checkInStack: (workload, stack) =>
    // Whoever forwards packets, such as a NAT instance or a firewall, belongs in a public subnet.
    workload.at("sourceDestCheck").flag === false
      ? undefined
      : notInPublicSubnets(workload, workload.at(...(factsOf(workload.type)?.workloadSubnets ?? [])), stack),
});

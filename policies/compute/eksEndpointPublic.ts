import { rule } from "../rule";
import { isWorld, parseCidr } from "../shared/cidr";

export const eksEndpointPublic = rule({
  id: "eks-endpoint-public",
  title: "The Kubernetes API is not open to the internet",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation:
    "Set endpointPublicAccess to false and endpointPrivateAccess to true, or list the offices' addresses in publicAccessCidrs",
  types: ["aws:eks/cluster:Cluster"],
  check: (cluster) => {
    const config = cluster.at("vpcConfig");
    const access = config.at("endpointPublicAccess");
    const cidrs = config.at("publicAccessCidrs");
    if (access.flag === false) return undefined;
    if (access.unknown) return access.later();
    if (cidrs.items.some((each) => each.unknown)) return cidrs.later();
    // AWS takes 0.0.0.0/0 when nothing is written, for both.
    const ranges = cidrs.items.flatMap((each) => parseCidr(each.text ?? "") ?? []);
    return ranges.length === 0 || isWorld(ranges)
      ? access.refuse("anyone on the internet can reach the API server")
      : undefined;
  },
});

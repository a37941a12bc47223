import type { Field } from "../engine/field";
import { rule } from "../rule";
import { isWorld, parseCidr } from "../shared/cidr";

const EMR = "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration";
const WEB = [80, 443];

export const managedFirewallWorldOpen = rule({
  id: "managed-firewall-world-open",
  title: "Lightsail and EMR firewalls open only web ports to the internet",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Name the address ranges in cidrs; leave permittedPublicSecurityGroupRuleRanges out",
  types: ["aws:lightsail/instancePublicPorts:InstancePublicPorts", EMR],
  check: (resource) =>
    resource.type === EMR
      ? resource
          .at("permittedPublicSecurityGroupRuleRanges")
          .items.map((each) =>
            each.unknown
              ? each.later()
              : each.at("minRange").number === each.at("maxRange").number
                ? undefined
                : each.refuse("a range of ports may be open to the internet"),
          )
      : resource.at("portInfos").items.map((each) => ports(each)),
});

function ports(info: Field) {
  const [from, to, cidrs] = [info.at("fromPort"), info.at("toPort"), info.at("cidrs")];
  const unknown = [info, from, to, cidrs, ...cidrs.items].find((each) => each.unknown);
  if (unknown) return unknown.later();
  if (from.number === to.number && WEB.includes(from.number ?? -1)) return undefined;
  const ranges = cidrs.items.flatMap((each) => parseCidr(each.text ?? "") ?? []);
  // Lightsail lets everyone in where no range is named.
  return ranges.length === 0 || isWorld(ranges) ? info.refuse("it is open to the internet") : undefined;
}

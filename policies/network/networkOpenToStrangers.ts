import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";

const SERVICE = "aws:ec2/vpcEndpointService:VpcEndpointService";
const PRINCIPAL = "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple";
const GATEWAY = "aws:ec2transitgateway/transitGateway:TransitGateway";
const AUTHORIZATION = "aws:ec2clientvpn/authorizationRule:AuthorizationRule";

export const networkOpenToStrangers = rule({
  id: "network-open-to-strangers",
  title: "No other network connects to ours without explicit approval",
  family: "network-exposure",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Accept each connection by hand and name who may request it",
  types: [SERVICE, PRINCIPAL, GATEWAY, AUTHORIZATION],
  check: (network): Outcomes => judge(network),
});

function judge(network: Resource): Outcomes {
  if (network.type === GATEWAY) {
    const accept = network.at("autoAcceptSharedAttachments");
    if (accept.unknown) return accept.later();
    return accept.text?.toLowerCase() === "enable"
      ? accept.refuse("anyone the gateway is shared with is connected at once", 'Set it to "disable"')
      : undefined;
  }
  if (network.type === AUTHORIZATION) {
    const all = network.at("authorizeAllGroups");
    if (all.unknown) return all.later();
    return all.flag === true
      ? all.refuse("everyone who can log in to the VPN gets access", "Set accessGroupId to the group that needs it")
      : undefined;
  }
  const [names, accepted] =
    network.type === PRINCIPAL
      ? [network.at("principalArn"), undefined]
      : [network.at("allowedPrincipals"), network.at("acceptanceRequired")];
  return [
    names.items.map((each) =>
      each.unknown
        ? each.later()
        : /^\*$/.test(each.text?.trim() ?? "")
          ? each.refuse("every AWS account may request a connection")
          : undefined,
    ),
    accepted?.unknown
      ? accepted.later()
      : accepted?.flag === false
        ? accepted.refuse("every requested connection is accepted at once", "Set acceptanceRequired to true")
        : undefined,
  ];
}

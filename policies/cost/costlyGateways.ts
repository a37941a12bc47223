import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const NAT = "aws:ec2/natGateway:NatGateway";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const MOST: Readonly<Record<string, number>> = { [NAT]: 3, [ENDPOINT]: 20 };

export const costlyGateways = rule({
  id: "costly-gateways",
  title: "A network has no more NAT gateways and interface endpoints than three zones need",
  family: "cost",
  severity: "low",
  level: "advisory",
  controls: ["164.308(a)(1)(ii)(B)"],
  remediation: "Use one NAT gateway per zone at most, and leave out endpoints with little traffic",
  types: [NAT, ENDPOINT],
  checkInStack: (gateway, stack): Outcomes => {
    const all = stack
      .all(gateway.type)
      .filter((each) => gateway.type === NAT || each.at("vpcEndpointType").text === "Interface");
    const most = MOST[gateway.type] ?? 0;
    // Told once, at the first of those that are too many.
    return all[most]?.urn === gateway.urn
      ? gateway.at().refuse(`is number ${String(most + 1)} of ${String(all.length)}, and each is billed by the hour`)
      : undefined;
  },
});

import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { dataPort, sensitivePort } from "../shared/dataPorts";

const BALANCER = ["aws:lb/loadBalancer:LoadBalancer"];
const GROUPS = ["aws:lb/targetGroup:TargetGroup"];
const PASSED_ON = /^(tcp|tls|udp|tcp_udp)$/i;

export const publicListenerToDatabase = rule({
  id: "public-listener-to-database",
  title: "No load balancer forwards connections from the internet to a database or to SSH",
  family: "network-exposure",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Set internal to true on the load balancer, or remove the listener",
  types: ["aws:lb/listener:Listener"],
  checkInStack: (listener, stack): Outcomes => {
    const protocol = listener.at("protocol");
    if (protocol.unknown) return protocol.later();
    if (!PASSED_ON.test(protocol.text ?? "")) return undefined;
    const from = listener.at("loadBalancerArn");
    const balancers = stack.referred(listener, from, BALANCER);
    if (balancers.length === 0)
      return from.unknown && stack.madeFrom(listener, from).length === 0 ? from.later() : undefined;
    const outside = balancers.filter((each) => each.at("internal").flag !== true);
    if (outside.length === 0) return undefined;
    const port = listener.at("port");
    const groups = listener
      .at("defaultActions")
      .items.flatMap((each) => stack.referred(listener, each.unknown ? each : each.at("targetGroupArn"), GROUPS));
    const target = groups.map((each) => portOf(each.at("port").number, dataPort)).find((each) => each !== undefined);
    return [
      port.unknown ? port.later() : undefined,
      portOf(port.number, sensitivePort) === undefined
        ? target === undefined
          ? undefined
          : listener
              .at("defaultActions")
              .refuse(`${target} can be reached from the internet through ${outside[0]?.name ?? ""}`)
        : port.refuse(
            `${portOf(port.number, sensitivePort) ?? ""} on ${outside[0]?.name ?? ""} can be reached from the internet`,
          ),
    ];
  },
});

function portOf(port: number | undefined, name: typeof dataPort): string | undefined {
  return port === undefined ? undefined : name({ from: port, to: port });
}

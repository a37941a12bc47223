import { isOneOf } from "../engine/expect";
import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";
/** Security policies that refuse TLS 1.0 and 1.1: ELB User Guide, "Security policies for your load balancer". */
const MODERN = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)(-|$)/;

export const listenerTls = rule({
  id: "listener-tls",
  title: "Load balancers require TLS 1.2 or newer, and use plain HTTP only to redirect to it",
  family: "encryption-in-transit",
  severity: "critical",
  controls: ["164.312(e)(1)", "164.312(a)(2)(iv)", "164.312(e)(2)(i)"],
  remediation:
    "Set protocol HTTPS with sslPolicy ELBSecurityPolicy-TLS13-1-2-2021-06, or let the listener only redirect to HTTPS",
  types: [LISTENER, RULE],
  check: (resource): Outcomes => {
    if (resource.type === RULE) return undefined;
    const protocol = resource.at("protocol");
    if (protocol.unknown) return protocol.later();
    const name = (protocol.text ?? "").toUpperCase();
    if (name === "HTTP") return onlyRedirects(resource.at("defaultActions"));
    if (name === "HTTPS" || name === "TLS") return modern(resource.at("sslPolicy"));
    const port = resource.at("port").number;
    // TCP passes on what it gets, TLS included; on the port of plain HTTP it is plain HTTP.
    const plain = (name === "" && port !== undefined && port !== 443) || (name.startsWith("TCP") && port === 80);
    return plain ? protocol.refuse(`${name || "no protocol"} on port ${String(port)} is not encrypted`) : undefined;
  },
  checkInStack: (resource, stack): Outcomes => {
    if (resource.type !== RULE) return undefined;
    const [listener] = stack.referred(resource, resource.at("listenerArn"), [LISTENER]);
    const protocol = listener?.at("protocol");
    return protocol?.text?.toUpperCase() === "HTTP" ? onlyRedirects(resource.at("actions")) : undefined;
  },
});

function modern(policy: Field): Outcomes {
  if (policy.unknown) return policy.later();
  if (MODERN.test(policy.text ?? "")) return undefined;
  return policy.refuse(`${policy.text ?? "the default policy"} accepts insecure versions of TLS`);
}

/** A redirect to HTTPS, or a fixed answer, which holds no data. */
function onlyRedirects(actions: Field): Outcomes {
  if (actions.unknown) return actions.later();
  if (actions.absent) return actions.refuse("plain HTTP without a redirect to HTTPS");
  return actions.items.map((each) => {
    const type = each.at("type");
    if (type.unknown) return type.later();
    if (type.text === "fixed-response") return undefined;
    if (type.text !== "redirect") return type.refuse(`${type.text ?? "nothing"} over plain HTTP`);
    return isOneOf(each.at("redirect", "protocol"), ["HTTPS"], "the redirect stays on plain HTTP");
  });
}

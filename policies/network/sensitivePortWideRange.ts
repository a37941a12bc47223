import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { publicSize } from "../shared/cidr";
import { sensitivePort } from "../shared/dataPorts";
import { INGRESS_RULES, ingressOf, openingsOf, SECURITY_GROUPS } from "../shared/ingress";

/** More internet addresses than an office, a clinic or a VPN has: wider than a /20, or than a /32 of IPv6. */
const WIDE = { 4: 1n << 12n, 6: 1n << 96n } as const;

export const sensitivePortWideRange = rule({
  id: "sensitive-port-wide-range",
  title: "No wide address range can reach administrative or database ports",
  family: "network-exposure",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation:
    "Name a security group, or use Session Manager, which needs no open port; allow a few fixed addresses at most",
  types: [...SECURITY_GROUPS, ...INGRESS_RULES],
  check: (resource): Outcomes =>
    ingressOf(resource).map((permission) => {
      const port = sensitivePort(permission);
      if (port === undefined || permission.protocol.startsWith("icmp")) return undefined;
      // What lets in the whole world is reported by security-group-world-open.
      if (openingsOf([permission]).length > 0) return undefined;
      const wide = permission.sources.find(({ range }) => publicSize([range]) > WIDE[range.version]);
      return [
        wide?.field.refuse(
          `opens ${port} to ${String(publicSize([wide.range]))} public addresses (${wide.field.text ?? ""})`,
        ),
        permission.unknowns.map((each) => each.later()),
      ];
    }),
});

import { rule } from "../rule";

export const eventBusPermissionPublic = rule({
  id: "event-bus-permission-public",
  title: "Event buses accept events from named principals only",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(c)(1)"],
  remediation: "Name an account in principal, or add a condition on aws:PrincipalOrgID",
  types: ["aws:cloudwatch/eventPermission:EventPermission"],
  check: (permission) => {
    const principal = permission.at("principal");
    const organisation = permission.at("condition", "value");
    if (principal.unknown) return principal.later();
    if (principal.text !== "*" || /^o-[a-z0-9]+$/.test(organisation.text ?? "")) return undefined;
    return organisation.unknown
      ? organisation.later()
      : principal.refuse("every AWS account can send events, and so trigger whatever listens to them");
  },
});

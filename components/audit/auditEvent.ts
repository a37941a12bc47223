/** One event that people must hear of when it happens, as CloudTrail records it. */
export interface AuditEvent {
  /** Of the metric and the alarm, in kebab-case. */
  readonly name: string;
  /** CloudWatch's pattern language: "Filter pattern syntax for metric filters". */
  readonly pattern: string;
  readonly why: string;
  /** Events in five minutes from which the alarm rings. @default 1 */
  readonly threshold?: number;
  /** Deployments do this too. Where their roles are known they do not count, and the first of anybody else rings. */
  readonly byDeployments?: true;
  /** Recommendation of the CIS AWS Foundations Benchmark v3.0, or the safeguard that asks for it. */
  readonly source: string;
  /** Page of docs/runbooks. */
  readonly runbook: string;
}

const isAny = (field: string, ...values: string[]) => values.map((value) => `($.${field} = ${value})`).join(" || ");
/** Calls of these names, whatever service has them. */
export const named = (...events: string[]) => `{ (${isAny("eventName", ...events)}) }`;
/** Calls of these names to one service. */
export const from = (source: string, ...events: string[]) =>
  `{ ($.eventSource = ${source}.amazonaws.com) && (${isAny("eventName", ...events)}) }`;

/**
 * The same event, done by anybody but these roles. "Absent or different", since a field that is absent differs from
 * nothing: https://github.com/DataBiosphere/azul/issues/5884.
 */
export function exceptBy(roleNames: readonly string[], event: AuditEvent): AuditEvent {
  if (event.byDeployments === undefined || roleNames.length === 0) return event;
  const others = roleNames.map((roleName) => `($.userIdentity.arn != "*:assumed-role/${roleName}/*")`).join(" && ");
  return {
    ...event,
    threshold: 1,
    pattern: event.pattern.replace(/ }$/, ` && (($.userIdentity.arn NOT EXISTS) || (${others})) }`),
  };
}

import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { numberAt, textAt } from "../fields";
import type { Graph } from "../graph";
import type { Item } from "../line";
import { gigabytes, share, type Context, type Rules } from "../rule";
import { DAYS } from "../usage/usage";
import { requestsBefore } from "./firewall";

const GROUP = "cloudwatch/logGroup:LogGroup";
const service = "CloudWatch";

export const LOG_RULES = { [GROUP]: logGroup } satisfies Rules;

interface Source {
  readonly what: string;
  /** In a month. */
  readonly gb: number;
  /** What the log is kept for. */
  readonly purpose?: string;
}

function logGroup(resource: SnapshotResource, context: Context): readonly Item[] | undefined {
  const { usage, graph } = context;
  const { what, gb, purpose } = sourceOf(resource, context);
  const group = textAt(resource, "logGroupClass") || "STANDARD";
  // Never expires if no retention is set.
  const days = numberAt(resource, "retentionInDays", 0) || Infinity;
  const stored = gb * usage.logCompression * Math.min(usage.ageMonths, days / DAYS);
  const masked = graph.users("cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy", "logGroupName", resource);
  const why = purpose === undefined ? {} : { purpose };
  if (group !== "STANDARD" && group !== "INFREQUENT_ACCESS") return undefined;
  return [
    {
      service,
      what: `log: ${what}`,
      quantity: gb,
      price: group === "STANDARD" ? "logs.standard" : "logs.infrequent",
      ...why,
    },
    { service, what: "logs kept", quantity: stored, price: "logs.stored", ...why },
    ...(masked.length > 0
      ? [
          {
            service,
            what: `masking: ${what}`,
            quantity: gb,
            price: "logs.masked",
            purpose: "identifiers in the audit log are masked",
          } as const,
        ]
      : []),
  ];
}

/** What writes into a group: told by the name where AWS prescribes it, else by what refers to it. */
function sourceOf(group: SnapshotResource, context: Context): Source {
  const { graph, usage } = context;
  const name = textAt(group, "name");
  const used = (type: string, property: string) => graph.users(type, property, group);
  const api = share(usage.apiRequestsMillions, graph.all("apigateway/stage:Stage").length);
  const [firewallLog] = used("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "logDestinationConfigs");
  if (firewallLog !== undefined) {
    const firewalls = graph.of(firewallLog, "resourceArn", "wafv2/webAcl:WebAcl");
    const requests = firewalls.reduce((sum, each) => sum + requestsBefore(each, context), 0);
    return { what: "firewalls", gb: gigabytes(requests, usage.firewallLogKb), purpose: "WAF: what was judged" };
  }
  if (name.startsWith("/aws/rds/cluster/"))
    return { what: "database", gb: share(usage.databaseLogGb, clusters(graph)) };
  if (name.startsWith("API-Gateway-Execution-Logs") || usesApi(group, graph))
    return { what: "API, execution", gb: gigabytes(api, usage.executionLogKb) };
  if (used("apigateway/stage:Stage", "accessLogSettings").length > 0)
    return { what: "API, access", gb: gigabytes(api, usage.accessLogKb) };
  if (used("ec2/flowLog:FlowLog", "logDestination").length > 0)
    return { what: "network flows", gb: usage.flowLogGb, purpose: "network flows are recorded" };
  if (used("cloudwatch/logDeliveryDestination:LogDeliveryDestination", "deliveryDestinationConfiguration").length > 0)
    return {
      what: "recordings watched",
      gb: gigabytes(usage.videoRequestsMillions, usage.accessLogKb),
      purpose: "access to recordings is recorded",
    };
  if (used("cognito/logDeliveryConfiguration:LogDeliveryConfiguration", "logConfigurations").length > 0)
    return {
      what: "sign-ins",
      gb: gigabytes(usage.signInsThousands / 1000, usage.serviceLogKb),
      purpose: "sign-ins are recorded",
    };
  if (used("cloudtrail/trail:Trail", "cloudWatchLogsGroupArn").length > 0)
    return {
      what: "trail",
      gb: gigabytes(usage.managementEventsMillions, usage.firewallLogKb),
      purpose: "calls to AWS are recorded",
    };
  return containerLog(group, context);
}

/** Audit records and the API's own log; everything else is seldom written. */
function containerLog(group: SnapshotResource, { graph, usage }: Context): Source {
  const quiet = {
    what: "other, seldom written",
    gb: usage.quietLogGb,
    purpose: "builds, shells and jobs are recorded",
  };
  const tasks = graph
    .all("ecs/service:Service")
    .flatMap((each) => graph.of(each, "taskDefinition", "ecs/taskDefinition:TaskDefinition"))
    .filter((each) => each.propertyDependencies["containerDefinitions"]?.includes(group.urn) === true);
  if (tasks.length === 0) return quiet;
  return group.parent?.includes("PhiAuditLog") === true
    ? {
        what: "audit",
        gb: gigabytes(usage.apiRequestsMillions, usage.auditLogKb),
        purpose: "access to PHI is recorded",
      }
    : {
        what: "service",
        gb: gigabytes(usage.apiRequestsMillions, usage.serviceLogKb),
        purpose: "containers are recorded",
      };
}

const clusters = (graph: Graph) => graph.all("rds/cluster:Cluster").length;
/** Its name has the id of the API, which a preview does not know: then it refers to it. */
const usesApi = (group: SnapshotResource, graph: Graph) =>
  graph.of(group, "name", "apigateway/restApi:RestApi").length > 0;

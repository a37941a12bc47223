import { DescribeFlowLogsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { DescribeServicesCommand, ECSClient } from "@aws-sdk/client-ecs";
import { UsageError } from "../../shared/usageError";
import { EDGE_REGION } from "../../../components/shared/edgeRegion";
import type { Scene } from "../shared/operation";
import { readPreparedTask } from "../tasks/preparedTask";

export interface LogGroup {
  readonly name: string;
  readonly region: string;
}

export interface LogSource {
  readonly about: string;
  /** Why what is shown may be about patients. */
  readonly phi: string | undefined;
  readonly groups: (scene: Scene) => LogGroup[] | Promise<LogGroup[]>;
}

/** What may be read, by the name that is typed. Groups are named in `stacks/` and `components/`, or found in what AWS runs. */
export const SOURCES = {
  api: {
    about: "the API's tasks",
    phi: undefined,
    groups: async (scene) => ofTask(scene, await serviceTask(scene)),
  },
  migrate: {
    about: "migrations",
    phi: undefined,
    groups: (scene) => ofTask(scene, scene.outputs.text("migrationTaskArn")),
  },
  import: {
    about: "imports of a dump",
    phi: "Messages of PostgreSQL may quote the rows they are about.",
    groups: (scene) => ofTask(scene, scene.outputs.text("importTaskArn")),
  },
  audit: {
    about: "the application's record of who saw what",
    phi: "This says who saw which patient's data.",
    groups: (scene) => here(scene, scene.outputs.text("auditLogGroup")),
  },
  "audit-findings": {
    about: "what was masked in that record",
    phi: undefined,
    groups: (scene) => here(scene, `/aws/vendedlogs/${prefixOf(scene)}/audit-findings`),
  },
  database: {
    about: "PostgreSQL and the proxy before it",
    phi: "Messages of PostgreSQL may quote the rows they are about.",
    groups: (scene) =>
      here(scene, `/aws/rds/cluster/${prefixOf(scene)}/postgresql`, `/aws/rds/proxy/${prefixOf(scene)}`),
  },
  "sign-in": {
    about: "sign-ins and messages of Cognito",
    phi: "This names patients who signed in.",
    groups: (scene) => here(scene, `/aws/vendedlogs/cognito/${scene.outputs.text("userPoolId")}`),
  },
  firewall: {
    about: "requests that the firewalls have judged",
    phi: "Addresses on the internet and paths may tell who a patient is.",
    groups: (scene) => [
      ...here(scene, ...["api", "sign-in"].map((purpose) => firewallGroup(scene, purpose))),
      ...["recordings", "web"].map((purpose) => ({ name: firewallGroup(scene, purpose), region: EDGE_REGION })),
    ],
  },
  network: { about: "connections in the VPC, accepted and refused", phi: undefined, groups: flowLogs },
} as const satisfies Readonly<Record<string, LogSource>>;

const here = ({ client }: Scene, ...names: readonly string[]): LogGroup[] =>
  names.map((name) => ({ name, region: client.region }));

/** `telehealth-prod`: what names that AWS or an auditor needs begin with. */
const prefixOf = ({ outputs }: Scene) => outputs.text("auditLogGroup").replace(/^\/(.+)\/audit$/, "$1");

/** AWS WAF writes to no group of another name. */
const firewallGroup = (scene: Scene, purpose: string) => `aws-waf-logs-${prefixOf(scene)}-${purpose}`;

async function ofTask(scene: Scene, arn: string): Promise<LogGroup[]> {
  const { containers } = await readPreparedTask(scene, new ECSClient(scene.client), arn, ["container"]);
  return here(scene, ...new Set(containers.flatMap(({ log }) => log?.group ?? [])));
}

/** The task definition that the API runs: a pipeline may have deployed it after the stack. */
async function serviceTask({ outputs, calls, client }: Scene): Promise<string> {
  const ecs = new ECSClient(client);
  const [cluster, service] = [outputs.text("clusterName"), outputs.text("serviceName")];
  const command = new DescribeServicesCommand({ cluster, services: [service] });
  const pretended = { $metadata: {}, services: [{ taskDefinition: "<task definition of the API>" }] };
  const { services } = await calls.send("ecs", command, () => ecs.send(command), pretended);
  const running = services?.[0]?.taskDefinition;
  if (running === undefined) throw new UsageError(`There is no service ${service} in the cluster ${cluster}.`);
  return running;
}

async function flowLogs({ outputs, calls, client }: Scene): Promise<LogGroup[]> {
  const ec2 = new EC2Client(client);
  const command = new DescribeFlowLogsCommand({ Filter: [{ Name: "resource-id", Values: [outputs.text("vpcId")] }] });
  const pretended = { $metadata: {}, FlowLogs: [{ LogGroupName: "<log group of the VPC>" }] };
  const { FlowLogs = [] } = await calls.send("ec2", command, () => ec2.send(command), pretended);
  return FlowLogs.flatMap(({ LogGroupName: name }) => (name === undefined ? [] : { name, region: client.region }));
}

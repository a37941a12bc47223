import { CloudFormationClient, GetTemplateCommand, ListStackResourcesCommand } from "@aws-sdk/client-cloudformation";
import type { StackResourceSummary } from "@aws-sdk/client-cloudformation";
import { DescribeAddressesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { UsageError } from "../../shared/usageError";
import type { Calls } from "../shared/calls";
import type { CdkResource } from "./cdkResource";
import { readResources, readTemplate, resourcesOf, type Template } from "./readStack";

interface Client {
  readonly region: string;
}

/** Everything in these CloudFormation stacks. Reads only. */
export async function listStacks(names: readonly string[], calls: Calls, client: Client): Promise<CdkResource[]> {
  const cloudFormation = new CloudFormationClient(client);
  const found: CdkResource[] = [];
  for (const name of names) found.push(...(await listStack(name, calls, cloudFormation)));
  return withAllocations(found, calls, client);
}

async function listStack(name: string, calls: Calls, client: CloudFormationClient): Promise<CdkResource[]> {
  const list: StackResourceSummary[] = [];
  let next: string | undefined;
  do {
    const command = new ListStackResourcesCommand({ StackName: name, ...(next !== undefined && { NextToken: next }) });
    const page = await calls.send(
      "CloudFormation",
      command,
      () => client.send(command).catch((error: unknown) => notThere(name, error)),
      { StackResourceSummaries: [], $metadata: {} },
    );
    list.push(...(page.StackResourceSummaries ?? []));
    next = page.NextToken;
  } while (next !== undefined);
  // The dates in it are of no interest, and a list from a file is read in the same way.
  const resources = readResources(JSON.stringify({ StackResourceSummaries: list }), name);
  return resourcesOf(name, resources, await templateOf(name, calls, client));
}

async function templateOf(name: string, calls: Calls, client: CloudFormationClient): Promise<Template | undefined> {
  const command = new GetTemplateCommand({ StackName: name, TemplateStage: "Processed" });
  const { TemplateBody } = await calls.send("CloudFormation", command, () => client.send(command), { $metadata: {} });
  return TemplateBody === undefined ? undefined : readTemplate(TemplateBody, `the template of ${name}`);
}

/** CloudFormation knows an elastic address by its number only. */
async function withAllocations(resources: CdkResource[], calls: Calls, client: Client): Promise<CdkResource[]> {
  const isAddress = ({ type }: CdkResource) => type === "AWS::EC2::EIP";
  const numbers = resources.filter(isAddress).map(({ physicalId }) => physicalId);
  if (numbers.length === 0) return resources;
  const command = new DescribeAddressesCommand({ Filters: [{ Name: "public-ip", Values: numbers }] });
  const { Addresses = [] } = await calls.send("EC2", command, () => new EC2Client(client).send(command), {
    $metadata: {},
  });
  const allocations = new Map(Addresses.map(({ PublicIp, AllocationId }) => [PublicIp, AllocationId]));
  return resources.map((each) =>
    isAddress(each) ? { ...each, physicalId: allocations.get(each.physicalId) ?? each.physicalId } : each,
  );
}

function notThere(name: string, error: unknown): never {
  if (error instanceof Error && error.name === "ValidationError")
    throw new UsageError(
      `--cfn-stack: ${error.message}. \`aws cloudformation list-stacks\` shows the names; ${name} is not among them.`,
    );
  throw error;
}

import * as pulumi from "@pulumi/pulumi";

/** What a component asked the engine for: the inputs, resolved, and the options that mocks alone never show. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, any>;
  readonly opts: pulumi.CustomResourceOptions;
  /** Logical names of the resources in `dependsOn`. */
  readonly dependsOn: string[];
  /** Logical names of all resources that are made first, because of an input or of `dependsOn`, in alphabetical order. */
  readonly waitsFor: string[];
  /** Logical name of the parent, if it has one. */
  readonly parent: string | undefined;
}

/** Everything one `deploy` registered. */
export class Deployed<T> {
  constructor(
    readonly result: T,
    readonly resources: readonly Recorded[],
  ) {}

  /** All resources of a type, written short: `s3/bucket:Bucket` for `aws:s3/bucket:Bucket`. */
  all(type: string): Recorded[] {
    return this.resources.filter((each) => each.type === type || each.type === `aws:${type}`);
  }

  /** The one resource of a type (and name). Throws, listing what there is, when it is none or several. */
  one(type: string, name?: string): Recorded {
    const found = this.all(type).filter((each) => name === undefined || each.name === name);
    const [only] = found;
    if (only && found.length === 1) return only;
    const known = this.resources.map((each) => `${each.type} ${each.name}`).join("\n  ");
    throw new Error(`${found.length} resources match ${type} ${name ?? ""}. There are:\n  ${known}`);
  }
}

/** Turns of the event loop without a new resource after which no more is expected. */
const QUIET_TURNS = 20;
const MOCK_ACCOUNT = "111122223333";
let registered = new Map<string, { type: string; name: string; inputs: Record<string, unknown> }>();
let recordedOptions = new Map<string, pulumi.CustomResourceOptions>();
/** What was looked up; the error alone would only make the resource vanish that waits for the answer. */
let invoked: string[] = [];
let recordedProps = new Map<string, unknown>();
const keyOf = (type: string, name: string) => `${type}::${name}`;

/** Mocks that answer every resource with its inputs plus the outputs our components read, shaped like AWS's. */
export function installMocks(): void {
  void pulumi.runtime.setMocks(
    {
      newResource({ type, name, inputs }) {
        registered.set(keyOf(type, name), { type, name, inputs });
        const outputs = mockOutputs(type, name, inputs);
        // awsx answers with other things under the names of its inputs: gateways, and not how many there are to be.
        const state = type === "awsx:ec2:Vpc" ? { ...inputs, ...outputs } : { ...outputs, ...inputs };
        return { id: `${name}-id`, state };
      },
      call({ token }) {
        invoked.push(token);
        throw new Error(`${token} was invoked: take it from configuration, a preview must not ask AWS.`);
      },
    },
    "telehealth",
    "test",
    false,
  );
}

const NATS: Readonly<Record<string, (zones: string[]) => { id: string }[]>> = {
  Single: () => [{ id: "nat-1" }],
  OnePerAz: (zones) => zones.map((_, index) => ({ id: `nat-${index + 1}` })),
};

function mockOutputs(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
  if (type === "awsx:ec2:Vpc") {
    const zones = (inputs["availabilityZoneNames"] as string[] | undefined) ?? ["us-east-1a", "us-east-1b"];
    const subnets = (kind: string) => zones.map((_, index) => `subnet-${kind}-${index + 1}`);
    return {
      vpcId: "vpc-1",
      vpc: {
        id: "vpc-1",
        arn: `arn:aws:ec2:us-east-1:${MOCK_ACCOUNT}:vpc/vpc-1`,
        defaultSecurityGroupId: "sg-default",
      },
      publicSubnetIds: subnets("public"),
      privateSubnetIds: subnets("private"),
      isolatedSubnetIds: subnets("isolated"),
      eips: [{ publicIp: "203.0.113.10" }],
      natGateways: NATS[(inputs["natGateways"] as { strategy?: string } | undefined)?.strategy ?? ""]?.(zones) ?? [],
      routeTables: zones.map((_, index) => ({ id: `rtb-${index + 1}` })),
      subnets: [],
      internetGateway: { id: "igw-1" },
    };
  }
  const service = /^aws:([a-zA-Z0-9]+)\//.exec(type)?.[1] ?? "mock";
  const text = (key: string) => (typeof inputs[key] === "string" ? inputs[key] : undefined);
  const physical = text("name") ?? text("bucket") ?? text("clusterIdentifier") ?? name;
  const arn = `arn:aws:${service}:us-east-1:${MOCK_ACCOUNT}:${physical}`;
  return {
    arn: service === "s3" ? `arn:aws:s3:::${physical}` : arn,
    arnSuffix: `app/${physical}/0123456789abcdef`,
    name: physical,
    endpoint: `${physical}.example.internal`,
    readerEndpoint: `${physical}-ro.example.internal`,
    clusterResourceId: "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    masterUserSecrets: [{ secretArn: `arn:aws:secretsmanager:us-east-1:${MOCK_ACCOUNT}:secret:rds!cluster-1` }],
    bucketRegionalDomainName: `${physical}.s3.us-east-1.amazonaws.com`,
    domainName: text("domainName") ?? "d111111abcdef8.cloudfront.net",
    dnsName: `${physical}.elb.amazonaws.com`,
    hostedZoneId: "Z2FDTNDATAQYW2",
    zoneId: "Z35SXDOTRQ7X7K",
    repositoryUrl: `${MOCK_ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/${physical}`,
    keyId: `${name}-id`,
    certificateArn: arn,
    fqdn: physical,
    domainValidationOptions: [
      inputs["domainName"],
      ...((inputs["subjectAlternativeNames"] as unknown[] | undefined) ?? []),
    ].map((domainName) => ({
      domainName,
      resourceRecordName: "_x.example.com.",
      resourceRecordType: "CNAME",
      resourceRecordValue: "_y.example.com.",
    })),
  };
}

/**
 * Builds something with mocked resources and returns all that it registered, options included.
 * Pass `opts` on to the component under test: it carries the recorder, which children inherit.
 */
export async function deploy<T>(build: (opts: pulumi.ComponentResourceOptions) => T): Promise<Deployed<T>> {
  registered = new Map();
  invoked = [];
  recordedOptions = new Map();
  recordedProps = new Map();
  const record: pulumi.ResourceTransformation = ({ type, name, props, opts }) => {
    recordedOptions.set(keyOf(type, name), opts);
    recordedProps.set(keyOf(type, name), props);
    // Mocks cannot run transforms and wait for ever: they are recorded, so they can go.
    const { transforms, ...others } = opts as pulumi.CustomResourceOptions;
    return transforms === undefined ? undefined : { props, opts: others };
  };
  const result = build({ transformations: [record] });
  await drain();
  const lost = [...recordedOptions.keys()].filter((key) => !registered.has(key));
  if (lost.length > 0) throw new Error(`${lost.join(", ")} waits for something that no mock answers.`);
  if (invoked.length > 0) throw new Error(`${invoked.join(", ")} was invoked: a preview must not ask AWS.`);
  const resources: Recorded[] = [];
  for (const [key, each] of registered) {
    const opts = recordedOptions.get(key) ?? {};
    const dependsOn = await namesOf(opts.dependsOn);
    const first = new Set([...dependsOn, ...(await waitsFor(recordedProps.get(key)))]);
    resources.push({ ...each, opts, dependsOn, waitsFor: [...first].sort(), parent: await nameOf(opts.parent) });
  }
  return new Deployed(result, resources);
}

/**
 * Awaiting one output does not mean its siblings are registered. Disconnecting waits for what is under way, and the mocks
 * stay usable; what was begun by that is seen one turn of the event loop later.
 */
async function drain(): Promise<void> {
  for (let quietTurns = 0, seen = -1; quietTurns < QUIET_TURNS;) {
    await pulumi.runtime.disconnect();
    await new Promise((resolve) => setImmediate(resolve));
    quietTurns = registered.size === seen ? quietTurns + 1 : 0;
    seen = registered.size;
  }
}

async function namesOf(dependsOn: pulumi.CustomResourceOptions["dependsOn"]): Promise<string[]> {
  const resolved = await promiseOf(pulumi.output(dependsOn as pulumi.Input<unknown>));
  const list = Array.isArray(resolved) ? resolved : resolved === undefined ? [] : [resolved];
  return (await Promise.all(list.map((each) => nameOf(each as pulumi.Resource)))).filter((each) => each !== undefined);
}

/** Logical names of the resources that whoever uses this output, or what holds outputs, waits for. */
export async function waitsFor(made: unknown): Promise<string[]> {
  // The SDK declares it for itself only.
  const output = pulumi.output(made) as unknown as { allResources(): Promise<Set<pulumi.Resource>> };
  const names = await Promise.all([...(await output.allResources())].map((each) => nameOf(each)));
  return names.filter((each) => each !== undefined).sort();
}

async function nameOf(resource: pulumi.Resource | undefined): Promise<string | undefined> {
  return resource && (await promiseOf(resource.urn)).split("::").at(-1);
}

/** The value of an output, for assertions. */
export function promiseOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}

import { strict as assert } from "node:assert";
import type * as pulumi from "@pulumi/pulumi";
import { Network, type NetworkArgs, noPublicIpOnLaunch } from "../../../components/network/network";
import { deploy, promiseOf } from "../../harness";

const ARGS: NetworkArgs = {
  cidrBlock: "10.0.0.0/16",
  availabilityZones: ["us-east-1a", "us-east-1b"],
  natGateways: "single",
  interfaceEndpoints: "none",
  location: { accountId: "111122223333", region: "us-east-1" },
  logKmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/logs",
  logRetentionDays: 365,
  bucketPrefix: "telehealth-dev-",
};

const network = (changes: Partial<NetworkArgs> = {}) =>
  deploy((opts) => new Network("net", { ...ARGS, ...changes }, opts));

describe("the network", () => {
  it("gives awsx everything it would otherwise choose itself", async () => {
    const { inputs, parent } = (await network()).one("awsx:ec2:Vpc", "net-vpc");
    assert.deepEqual(inputs, {
      cidrBlock: "10.0.0.0/16",
      availabilityZoneNames: ["us-east-1a", "us-east-1b"],
      availabilityZoneCidrMask: 18,
      subnetStrategy: "Auto",
      subnetSpecs: [
        { type: "Public", name: "public", cidrMask: 24 },
        { type: "Private", name: "private", cidrMask: 20 },
        { type: "Isolated", name: "isolated", cidrMask: 24 },
      ],
      natGateways: { strategy: "Single" },
      enableDnsHostnames: true,
      enableDnsSupport: true,
    });
    assert.equal(parent, "net", "without a parent its children would use the default provider");
  });

  for (const [choice, strategy] of [
    ["none", "None"],
    ["single", "Single"],
    ["one-per-az", "OnePerAz"],
  ] as const)
    it(`with natGateways "${choice}" asks awsx for ${strategy}`, async () => {
      const deployed = await network({ natGateways: choice, interfaceEndpoints: "minimal" });
      assert.equal(deployed.one("awsx:ec2:Vpc").inputs["natGateways"].strategy, strategy);
      const egress = await promiseOf(deployed.result.egressIps);
      assert.deepEqual(egress, choice === "none" ? [] : ["203.0.113.10"]);
    });

  it("reserves the address space of four zones, however many there are", async () => {
    const zones = ["us-east-1a", "us-east-1b", "us-east-1c"];
    const { inputs } = (await network({ availabilityZones: zones })).one("awsx:ec2:Vpc");
    assert.equal(inputs["availabilityZoneCidrMask"], 18);
  });

  it("hands awsx the transform that takes public addresses away", async () => {
    const { opts } = (await network()).one("awsx:ec2:Vpc");
    assert.deepEqual((opts as pulumi.ComponentResourceOptions).transforms, [noPublicIpOnLaunch]);
  });

  it("takes public addresses from subnets and leaves everything else alone", async () => {
    const made = { custom: true, name: "net-public-1", opts: { protect: true } };
    const props = { cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true };
    assert.deepEqual(await noPublicIpOnLaunch({ ...made, type: "aws:ec2/subnet:Subnet", props }), {
      props: { cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: false },
      opts: { protect: true },
    });
    assert.equal(await noPublicIpOnLaunch({ ...made, type: "aws:ec2/vpc:Vpc", props }), undefined);
  });

  it("closes the default security group", async () => {
    const { inputs } = (await network()).one("ec2/defaultSecurityGroup:DefaultSecurityGroup");
    assert.deepEqual(inputs, { vpcId: "vpc-1", ingress: [], egress: [] });
  });

  it("returns the subnets of each kind", async () => {
    const { result } = await network();
    assert.equal(await promiseOf(result.vpcId), "vpc-1");
    assert.deepEqual(await promiseOf(result.publicSubnetIds), ["subnet-public-1", "subnet-public-2"]);
    assert.deepEqual(await promiseOf(result.privateSubnetIds), ["subnet-private-1", "subnet-private-2"]);
    assert.deepEqual(await promiseOf(result.isolatedSubnetIds), ["subnet-isolated-1", "subnet-isolated-2"]);
  });

  describe("records its traffic", () => {
    it("all of it, every minute, in our log group", async () => {
      const deployed = await network();
      const group = deployed.one("cloudwatch/logGroup:LogGroup");
      assert.deepEqual(group.inputs, { retentionInDays: 365, kmsKeyId: ARGS.logKmsKeyArn });
      const { inputs, dependsOn } = deployed.one("ec2/flowLog:FlowLog");
      assert.deepEqual(inputs, {
        vpcId: "vpc-1",
        trafficType: "ALL",
        maxAggregationInterval: 60,
        logDestination: "arn:aws:cloudwatch:us-east-1:111122223333:net-flows",
        iamRoleArn: "arn:aws:iam:us-east-1:111122223333:net-flows",
      });
      assert.deepEqual(dependsOn, ["net-flows"], "the role may write before the first record comes");
    });

    it("with a role that only VPC flow logs of our account can use, to write to that group", async () => {
      const deployed = await network();
      const trust = JSON.parse(deployed.one("iam/role:Role").inputs["assumeRolePolicy"]);
      assert.deepEqual(trust.Statement, [
        {
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        },
      ]);
      const [write] = JSON.parse(deployed.one("iam/rolePolicy:RolePolicy").inputs["policy"]).Statement;
      const group = "arn:aws:cloudwatch:us-east-1:111122223333:net-flows";
      assert.deepEqual(write.Resource, [group, `${group}:*`]);
      assert.ok(write.Action.includes("logs:PutLogEvents") && write.Action.includes("logs:CreateLogStream"));
    });
  });

  describe("reaches S3 through its own gateway", () => {
    it("from every route table", async () => {
      const { inputs } = (await network()).one("ec2/vpcEndpoint:VpcEndpoint", "net-s3");
      assert.equal(inputs["vpcEndpointType"], "Gateway");
      assert.equal(inputs["serviceName"], "com.amazonaws.us-east-1.s3");
      assert.deepEqual(inputs["routeTableIds"], ["rtb-1", "rtb-2"]);
    });

    it("and only our buckets in our account, and the images of ECR", async () => {
      const { inputs } = (await network()).one("ec2/vpcEndpoint:VpcEndpoint", "net-s3");
      const [own, images, ...more] = JSON.parse(inputs["policy"]).Statement;
      assert.deepEqual(more, []);
      assert.equal(own.Resource, "arn:aws:s3:::telehealth-dev-*");
      assert.deepEqual(own.Condition, { StringEquals: { "aws:ResourceAccount": "111122223333" } });
      assert.equal(images.Resource, "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*");
      assert.equal(images.Action, "s3:GetObject");
    });
  });

  it("has interface endpoints in its private subnets when asked", async () => {
    const none = await network();
    assert.equal(none.all("ec2/vpcEndpoint:VpcEndpoint").length, 1);
    const minimal = await network({ interfaceEndpoints: "minimal" });
    const { inputs } = minimal.one("ec2/vpcEndpoint:VpcEndpoint", "net-endpoints-ecr.api");
    assert.deepEqual(inputs["subnetIds"], ["subnet-private-1", "subnet-private-2"]);
  });

  for (const [what, changes, said] of [
    ["an address that is not a range", { cidrBlock: "10.0.0.5/16" }, /cidrBlock: .*is not an IPv4 range.*10\.0\.0\.0/],
    ["a VPC over /16", { cidrBlock: "10.0.0.0/15" }, /cidrBlock: \/15 is out of range. Use \/16 to \/20/],
    ["a VPC under /20", { cidrBlock: "10.0.0.0/21" }, /cidrBlock: \/21 is out of range/],
    ["no zone", { availabilityZones: [] }, /availabilityZones: 0 given/],
    ["a single zone", { availabilityZones: ["us-east-1a"] }, /availabilityZones: 1 given/],
    [
      "five zones",
      { availabilityZones: ["a", "b", "c", "d", "f"].map((zone) => `us-east-1${zone}`) },
      /availabilityZones: 5 given/,
    ],
    ["a zone twice", { availabilityZones: ["us-east-1a", "us-east-1a"] }, /lists a zone twice/],
    ["another region's zone", { availabilityZones: ["us-east-1a", "us-west-2a"] }, /us-west-2a is not in us-east-1/],
    [
      "a retention CloudWatch Logs does not have",
      { logRetentionDays: 360 },
      /logRetentionDays: .*360.*Use one of .*365/,
    ],
    ["no way out at all", { natGateways: "none" }, /natGateways: .*cannot pull images.*interfaceEndpoints/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(() => network(changes), said);
    });
});

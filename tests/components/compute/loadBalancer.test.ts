import { strict as assert } from "node:assert";
import * as aws from "@pulumi/aws";
import { LoadBalancer, type LoadBalancerArgs } from "../../../components/compute/loadBalancer";
import { deploy, promiseOf } from "../../harness";

const ARGS = {
  placement: { vpcId: "vpc-1", subnetIds: ["subnet-public-1", "subnet-public-2"] },
  certificateArn: "arn:validated",
  accessLogBucket: "logs-bucket",
  accessLogPrefix: "alb/api",
  deletionProtection: true,
};
const PUBLIC: LoadBalancerArgs = { ...ARGS, exposure: "public" };
const INTERNAL: LoadBalancerArgs = { ...ARGS, exposure: "internal", allowFrom: { link: "sg-link" } };
const balancer = (args: LoadBalancerArgs = PUBLIC, name = "api") =>
  deploy((opts) => new LoadBalancer(name, args, opts));
const INGRESS = "vpc/securityGroupIngressRule:SecurityGroupIngressRule";

describe("LoadBalancer", () => {
  it("speaks TLS 1.2 and 1.3 with the validated certificate, not the policy of 2016", async () => {
    const { inputs } = (await balancer()).one("lb/listener:Listener", "api-https");
    assert.equal(inputs["sslPolicy"], "ELBSecurityPolicy-TLS13-1-2-2021-06");
    assert.equal(inputs["certificateArn"], "arn:validated");
    assert.deepEqual([inputs["port"], inputs["protocol"]], [443, "HTTPS"]);
  });

  it("answers 404 until a service adds its rule", async () => {
    const [action] = (await balancer()).one("lb/listener:Listener", "api-https").inputs["defaultActions"];
    assert.equal(action.type, "fixed-response");
    assert.equal(action.fixedResponse.statusCode, "404");
  });

  it("sends HTTP to HTTPS, by an action that names no target group", async () => {
    const { inputs } = (await balancer()).one("lb/listener:Listener", "api-http");
    assert.deepEqual(inputs["defaultActions"], [
      { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
    ]);
  });

  it("tells browsers to stay on HTTPS and does not name its software", async () => {
    const { inputs } = (await balancer()).one("lb/listener:Listener", "api-https");
    assert.match(inputs["routingHttpResponseStrictTransportSecurityHeaderValue"], /^max-age=63072000/);
    assert.equal(inputs["routingHttpResponseServerEnabled"], false);
    assert.equal(inputs["routingHttpResponseXContentTypeOptionsHeaderValue"], "nosniff");
  });

  it("stands in the given subnets, in its own security group, on IPv4", async () => {
    const { inputs } = (await balancer()).one("lb/loadBalancer:LoadBalancer");
    assert.deepEqual(inputs["subnets"], ARGS.placement.subnetIds);
    assert.deepEqual(inputs["securityGroups"], ["api-sg-id"]);
    assert.deepEqual([inputs["loadBalancerType"], inputs["ipAddressType"]], ["application", "ipv4"]);
  });

  it("drops malformed headers, refuses smuggling and keeps the caller's address", async () => {
    const { inputs } = (await balancer()).one("lb/loadBalancer:LoadBalancer");
    assert.equal(inputs["dropInvalidHeaderFields"], true);
    assert.equal(inputs["desyncMitigationMode"], "defensive");
    assert.equal(inputs["xffHeaderProcessingMode"], "append");
  });

  it("logs requests and connections, once the bucket's policy exists", async () => {
    const deployed = await deploy((opts) => {
      const policy = new aws.s3.BucketPolicy("may-write", { bucket: "logs-bucket", policy: "{}" }, opts);
      return new LoadBalancer("api", PUBLIC, { ...opts, dependsOn: [policy] });
    });
    const { inputs, dependsOn } = deployed.one("lb/loadBalancer:LoadBalancer");
    const expected = { bucket: "logs-bucket", prefix: "alb/api", enabled: true };
    assert.deepEqual([inputs["accessLogs"], inputs["connectionLogs"]], [expected, expected]);
    assert.deepEqual(dependsOn, ["may-write"]);
  });

  for (const deletionProtection of [true, false])
    it(`passes deletionProtection ${deletionProtection} to AWS and to Pulumi`, async () => {
      const { inputs, opts } = (await balancer({ ...PUBLIC, deletionProtection })).one("lb/loadBalancer:LoadBalancer");
      assert.equal(inputs["enableDeletionProtection"], deletionProtection);
      assert.equal(opts.protect, deletionProtection);
    });

  it("opens 443 and 80 to the world when public, by rules of their own", async () => {
    const deployed = await balancer();
    const open = deployed.all(INGRESS).map(({ inputs }) => [inputs["fromPort"], inputs["toPort"], inputs["cidrIpv4"]]);
    assert.deepEqual(open.sort(), [
      [443, 443, "0.0.0.0/0"],
      [80, 80, "0.0.0.0/0"],
    ]);
    const { inputs } = deployed.one("ec2/securityGroup:SecurityGroup");
    assert.deepEqual([inputs["ingress"], inputs["egress"]], [undefined, undefined]);
    assert.equal(deployed.one("lb/loadBalancer:LoadBalancer").inputs["internal"], false);
  });

  it("opens 443 to the listed groups only when internal, and no port 80", async () => {
    const deployed = await balancer(INTERNAL);
    const { inputs } = deployed.one(INGRESS);
    assert.deepEqual(
      [inputs["fromPort"], inputs["toPort"], inputs["referencedSecurityGroupId"], inputs["cidrIpv4"]],
      [443, 443, "sg-link", undefined],
    );
    assert.equal(deployed.one("lb/loadBalancer:LoadBalancer").inputs["internal"], true);
    assert.deepEqual(
      deployed.all("lb/listener:Listener").map(({ name }) => name),
      ["api-https"],
    );
  });

  it("lets nothing out by itself: a service adds the way to its tasks", async () => {
    assert.equal((await balancer()).all("vpc/securityGroupEgressRule:SecurityGroupEgressRule").length, 0);
  });

  it("waits a minute for silent connections, or as long as it is told", async () => {
    const idle = async (args: LoadBalancerArgs) =>
      (await balancer(args)).one("lb/loadBalancer:LoadBalancer").inputs["idleTimeout"];
    assert.deepEqual([await idle(PUBLIC), await idle({ ...PUBLIC, idleTimeoutSeconds: 300 })], [60, 300]);
  });

  for (const [what, args, said] of [
    ["a prefix with AWSLogs", { accessLogPrefix: "x/AWSLogs" }, /accessLogPrefix.*plain folder/],
    ["a prefix that begins with a slash", { accessLogPrefix: "/alb" }, /accessLogPrefix/],
    ["an empty prefix", { accessLogPrefix: "" }, /accessLogPrefix/],
    ["an idle timeout beyond AWS's", { idleTimeoutSeconds: 4001 }, /idleTimeoutSeconds: 4001.*1 to 4000/],
    ["no idle timeout at all", { idleTimeoutSeconds: 0 }, /idleTimeoutSeconds: 0/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(balancer({ ...PUBLIC, ...args }), said);
    });

  it("keeps its name within 32 characters with Pulumi's suffix", async () => {
    const longest = await balancer(PUBLIC, "a".repeat(21));
    assert.ok(longest.one("lb/loadBalancer:LoadBalancer").name.length + "-1234567".length <= 32);
    await assert.rejects(balancer(PUBLIC, "a".repeat(22)), /name: .*Shorten it by 1 characters/);
  });

  it("offers what a service, a DNS record and an alarm need", async () => {
    const { result } = await balancer();
    assert.match(await promiseOf(result.arnSuffix), /^app\//);
    assert.match(await promiseOf(result.dnsName), /elb\.amazonaws\.com$/);
    assert.equal(await promiseOf(result.securityGroupId), "api-sg-id");
    assert.match(await promiseOf(result.httpsListenerArn), /api-https$/);
  });
});

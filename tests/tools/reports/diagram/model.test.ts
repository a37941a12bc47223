import { strict as assert } from "node:assert";
import { buildModel, nodesOf } from "../../../../tools/reports/diagram/model/buildModel";
import type { Snapshot } from "../../../../tools/shared/snapshot/snapshot";
import { changed, stack, without } from "./stacks";

const prod = stack("prod");
const dev = stack("dev");
const node = (snapshot: Snapshot, title: string) => nodesOf(buildModel(snapshot)).find((each) => each.title === title);
const flows = (snapshot: Snapshot) =>
  buildModel(snapshot).flows.map(({ from, to, label }) => `${from.title} -> ${to.title}: ${label}`);
const has = (snapshot: Snapshot, title: string) => node(snapshot, title) !== undefined;
const isType = (type: string) => (each: { readonly type: string }) => each.type === `aws:${type}`;

describe("the model of a diagram", () => {
  for (const [title, lock] of [
    ["S3: files", "files"],
    ["S3: videos", "videos"],
    ["S3: imports", "files"],
    ["S3: access-logs", undefined],
    ["S3: files-replica", "files-replica"],
    ["Aurora PostgreSQL 15.15", "database"],
    ["Secrets Manager", "secrets"],
    ["SNS: alerts", "alerts"],
    ["CodePipeline", "ci"],
  ] as const)
    it(`names the key of ${title}: ${lock ?? "none of ours"}`, () => {
      assert.equal(node(prod, title)?.lock, lock);
    });

  it("puts no lock on a box of which one part is not encrypted with a key of ours", () => {
    const open = changed(prod, (each) =>
      each.name === "stripe-secret" ? { ...each, propertyDependencies: {} } : each,
    );
    assert.equal(node(open, "Secrets Manager")?.lock, undefined);
  });

  it("tells what all aliases begin with", () => {
    assert.equal(buildModel(prod).keyPrefix, "alias/telehealth-prod-");
  });

  it("tells sizes and numbers as they are set", () => {
    assert.deepEqual(node(prod, "Fargate service: api")?.notes, [
      "2 to 10 tasks",
      "1 vCPU, 2 GB",
      "blue/green deployment",
    ]);
    assert.ok(node(prod, "Aurora PostgreSQL 15.15")?.notes.includes("0.5 to 8 ACU"));
    assert.equal(node(prod, "API Gateway")?.firewall, "WAF, 9 rules");
    assert.ok(node(prod, "Backup vault")?.notes.includes("daily, weekly, monthly"));
  });

  it("sorts subnets by their routes", () => {
    const bands = (snapshot: Snapshot) => buildModel(snapshot).network?.bands.map(({ tone }) => tone);
    assert.deepEqual(bands(prod), ["public", "private", "isolated"]);
    const closed = without(prod, ({ type, propertyDependencies }) => {
      return type === "aws:ec2/route:Route" && propertyDependencies["natGatewayId"] !== undefined;
    });
    assert.deepEqual(bands(closed), ["public", "isolated"]);
  });

  it("has the load balancer in the subnets that it is in", () => {
    const place = (snapshot: Snapshot) =>
      buildModel(snapshot).network?.bands.find(({ nodes }) => nodes.some((each) => each.title === "Load balancer"))
        ?.tone;
    assert.deepEqual([place(dev), place(prod)], ["public", "private"]);
  });

  it("tells the writer by what AWS says, and by its tier before there is one", () => {
    const zoneOfWriter = (snapshot: Snapshot) =>
      buildModel(snapshot).network?.bands.flatMap(({ cells }) =>
        cells.flatMap((cell) => (cell.nodes.some((each) => each.title === "Writer") ? [cell.title] : [])),
      );
    assert.deepEqual(zoneOfWriter(prod), ["us-east-1a"]);
    const failedOver = changed(prod, (each) =>
      each.name.startsWith("database-instance") ? { ...each, outputs: { writer: each.name.endsWith("2") } } : each,
    );
    assert.deepEqual(zoneOfWriter(failedOver), ["us-east-1b"]);
    assert.deepEqual(zoneOfWriter(dev), ["us-east-1a"]);
  });

  for (const [flow, type] of [
    ["Browsers -> CloudFront: signed URLs", "cloudfront/distribution:Distribution"],
    ["CloudFront -> S3: videos: origin access", "cloudfront/distribution:Distribution"],
    ["API Gateway -> Load balancer: VPC link", "apigateway/integration:Integration"],
    ["API Gateway -> Cognito users: checks tokens", "apigateway/authorizer:Authorizer"],
    ["Load balancer -> Fargate service: api: HTTPS 8443", "vpc/securityGroupIngressRule:SecurityGroupIngressRule"],
    ["RDS Proxy -> Aurora PostgreSQL 15.15: TLS 5432", "vpc/securityGroupIngressRule:SecurityGroupIngressRule"],
    ["Fargate service: api -> S3: files: S3 endpoint", "iam/rolePolicy:RolePolicy"],
    ["Cognito identities -> S3: files: grants access", "iam/rolePolicy:RolePolicy"],
    ["NAT gateway -> Services outside: fixed addresses", "ec2/natGateway:NatGateway"],
    ["S3: files -> S3: files-replica: replication", "s3/bucketReplicationConfig:BucketReplicationConfig"],
    ["Backup vault -> Backup vault: daily copies", "backup/plan:Plan"],
    ["CloudWatch -> SNS: alerts: alarms", "cloudwatch/metricAlarm:MetricAlarm"],
  ] as const)
    it(`has "${flow}" because of ${type}`, () => {
      assert.ok(flows(prod).includes(flow));
      assert.ok(!flows(without(prod, isType(type))).includes(flow));
    });

  it("says TCP where the database does not force TLS", () => {
    const loose = changed(prod, (each) => (each.name === "database-params" ? { ...each, inputs: {} } : each));
    assert.ok(flows(loose).includes("RDS Proxy -> Aurora PostgreSQL 15.15: TCP 5432"));
  });

  it("lets browsers reach the load balancer only where a rule admits everyone", () => {
    assert.ok(flows(dev).includes("Browsers -> Load balancer: HTTPS 443, HTTP 80"));
    assert.ok(!flows(prod).some((each) => each.startsWith("Browsers -> Load balancer")));
  });

  it("draws no NAT gateway, and no services outside, if there is none", () => {
    const closed = without(prod, isType("ec2/natGateway:NatGateway"));
    assert.deepEqual(
      ["NAT gateway", "Services outside"].map((title) => has(closed, title)),
      [false, false],
    );
    assert.ok(has(prod, "NAT gateway"));
  });

  it("has a second region only if something is kept there", () => {
    const titles = (snapshot: Snapshot) => buildModel(snapshot).recovery.map(({ title }) => title);
    assert.deepEqual(titles(prod), ["Second region us-west-2"]);
    assert.deepEqual(titles(dev), []);
  });

  it("draws the guards of the account in its stack only", () => {
    const guards = ["CloudTrail", "AWS Config", "GuardDuty", "Security Hub"];
    assert.ok(guards.every((title) => has(stack("account"), title)));
    assert.ok(!guards.some((title) => has(prod, title)));
    assert.equal(buildModel(stack("account")).network, undefined);
  });

  it("is empty for an empty stack", () => {
    const nothing = { ...prod, resources: [] };
    assert.deepEqual(nodesOf(buildModel(nothing)), []);
    assert.deepEqual(buildModel(nothing).flows, []);
  });
});

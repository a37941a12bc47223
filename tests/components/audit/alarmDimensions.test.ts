import { strict as assert } from "node:assert";
import { dimensionProblem, METRIC_DIMENSIONS } from "../../../components/audit/alarmDimensions";

const problem = (namespace: string, metric: string, names: readonly string[], region = "eu-west-1") =>
  dimensionProblem({ namespace, metric, dimensions: Object.fromEntries(names.map((name) => [name, "x"])) }, region);

describe("dimensions of metrics", () => {
  it("takes each set of the table in its region, in whatever order", () => {
    for (const { namespace, metrics, names, onlyIn } of METRIC_DIMENSIONS)
      for (const metric of metrics)
        assert.equal(problem(namespace, metric, names.toReversed(), onlyIn), undefined, metric);
  });

  it("names the page of AWS's documentation, and no metric twice under the same set", () => {
    const seen = new Set<string>();
    for (const { namespace, metrics, names, page } of METRIC_DIMENSIONS) {
      assert.match(page, /^.{3,}, .{10,}$/);
      for (const metric of metrics) {
        const key = [namespace, metric, ...names.toSorted()].join();
        assert.ok(!seen.has(key), key);
        seen.add(key);
      }
    }
  });

  for (const [what, namespace, metric, names, said] of [
    [
      "a set with one missing",
      "AWS/ApplicationELB",
      "UnHealthyHostCount",
      ["LoadBalancer"],
      /Use LoadBalancer, TargetGroup/,
    ],
    [
      "a set with one too many",
      "AWS/SQS",
      "ApproximateAgeOfOldestMessage",
      ["QueueName", "Region"],
      /QueueName, Region/,
    ],
    ["the set of a neighbour", "AWS/RDS", "DatabaseConnectionsBorrowLatency", ["DBClusterIdentifier"], /RDS Proxy/],
    ["another spelling", "AWS/RDS", "CPUUtilization", ["DbClusterIdentifier"], /not watched under DbClusterIdentifier/],
    ["no dimension at all", "AWS/Backup", "NumberOfBackupJobsFailed", [], /no dimension/],
    [
      "the pool's id under its other name",
      "AWS/Cognito",
      "SignInThrottles",
      ["UserPoolId"],
      /UserPool, UserPoolClient/,
    ],
    ["a metric it does not know", "AWS/SQS", "Age", ["QueueName"], /not in METRIC_DIMENSIONS/],
    ["a metric in another namespace", "AWS/ECS", "RunningTaskCount", ["ClusterName", "ServiceName"], /not in METRIC/],
    [
      "CloudFront outside us-east-1",
      "AWS/CloudFront",
      "5xxErrorRate",
      ["DistributionId", "Region"],
      /Put it in us-east-1/,
    ],
    ["a firewall of CloudFront elsewhere", "AWS/WAFV2", "BlockedRequests", ["Rule", "WebACL"], /Put it in us-east-1/],
  ] as const)
    it(`refuses ${what}`, () => {
      assert.match(problem(namespace, metric, names)?.join(". ") ?? "accepted", said);
    });
});

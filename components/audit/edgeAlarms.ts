import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "./alarmRow";

const EDGE_REGION = "us-east-1";

export interface RestApiSubject {
  readonly apiName: pulumi.Input<string>;
  readonly stageName: pulumi.Input<string>;
}

/** API Gateway Developer Guide, "Amazon API Gateway dimensions and metrics". */
export function restApiAlarms({ apiName, stageName }: RestApiSubject): AlarmRow[] {
  const dimensions = { ApiName: apiName, Stage: stageName };
  const common = { namespace: "AWS/ApiGateway", dimensions, runbook: "service" } as const;
  return [
    {
      ...common,
      name: "rest-api-errors",
      metric: "5XXError",
      statistic: "Sum",
      rings: ">=",
      threshold: 10,
      why: "API Gateway cannot reach the service, or the service fails",
    },
    {
      ...common,
      name: "rest-api-refusals",
      metric: "4XXError",
      // As an average it is the share of all requests.
      statistic: "Average",
      rings: ">",
      threshold: 0.4,
      periods: 3,
      volume: { metric: "Count", statistic: "SampleCount", atLeast: 100 },
      why: "Two of five requests are refused: tokens have a wrong audience, or somebody tries paths",
    },
    {
      ...common,
      name: "rest-api-slow",
      metric: "Latency",
      statistic: "p99",
      rings: ">",
      threshold: 5000,
      periods: 3,
      why: "One request in a hundred takes more than five seconds",
    },
  ];
}

/** CloudFront publishes in us-east-1 only, with a Region that says Global: "View CloudFront metrics with the API". */
export function cdnAlarms(distributionId: pulumi.Input<string>): AlarmRow[] {
  const common = {
    namespace: "AWS/CloudFront",
    dimensions: { DistributionId: distributionId, Region: "Global" },
    statistic: "Average",
    rings: ">",
    periods: 3,
    region: EDGE_REGION,
    runbook: "recordings",
    volume: { metric: "Requests", statistic: "Sum", atLeast: 50 },
  } as const;
  return [
    { ...common, name: "recordings-errors", metric: "5xxErrorRate", threshold: 5, why: "Recordings do not play" },
    {
      ...common,
      name: "recordings-refusals",
      metric: "4xxErrorRate",
      threshold: 30,
      why: "Links are refused: the signing key was changed, or somebody tries links without one",
    },
  ];
}

export interface FirewallSubject {
  /** `api`, `sign-in`, `recordings` or `web`. */
  readonly purpose: string;
  readonly metricName: pulumi.Input<string>;
  /** Of a regional firewall; those of CloudFront and Amplify publish in us-east-1 without this dimension. */
  readonly region: string | undefined;
}

/** AWS WAF Developer Guide, "AWS WAF metrics and dimensions". */
export function firewallAlarms({ purpose, metricName, region }: FirewallSubject): AlarmRow[] {
  return [
    {
      name: `firewall-${purpose}-blocks`,
      namespace: "AWS/WAFV2",
      metric: "BlockedRequests",
      statistic: "Sum",
      dimensions: { WebACL: metricName, Rule: "ALL", ...(region === undefined ? {} : { Region: region }) },
      rings: ">=",
      threshold: 1000,
      why: "The firewall turns away far more than the noise of the internet: an attack, or a rule that hits patients",
      runbook: "service",
      ...(region === undefined ? { region: EDGE_REGION } : {}),
    },
  ];
}

export interface SignInSubject {
  readonly userPoolId: pulumi.Input<string>;
  readonly clientId: pulumi.Input<string>;
  /** Whether threat protection is on: without it nothing counts risks. */
  readonly hasThreatProtection: boolean;
}

/** Cognito Developer Guide, "Metrics for Amazon Cognito user pools". */
export function signInAlarms({ userPoolId, clientId, hasThreatProtection }: SignInSubject): AlarmRow[] {
  const dimensions = { UserPool: userPoolId, UserPoolClient: clientId };
  const common = { namespace: "AWS/Cognito", dimensions, statistic: "Sum", rings: ">=", runbook: "sign-in" } as const;
  return [
    { ...common, name: "sign-in-throttled", metric: "SignInThrottles", threshold: 1, why: "Patients cannot sign in" },
    {
      ...common,
      name: "token-refresh-throttled",
      metric: "TokenRefreshThrottles",
      threshold: 1,
      why: "Sessions end in the middle of an appointment",
    },
    {
      ...common,
      name: "sign-in-failures",
      metric: "SignInSuccesses",
      // Each attempt is a 0 or a 1, so that the average is the share that succeeds.
      statistic: "Average",
      rings: "<",
      threshold: 0.5,
      periods: 3,
      volume: { metric: "SignInSuccesses", statistic: "SampleCount", atLeast: 50 },
      why: "More than half of all attempts fail: somebody tries passwords, or patients cannot sign in",
    },
    ...(hasThreatProtection ? riskAlarms(userPoolId) : []),
  ];
}

/** Cognito Developer Guide, "Viewing threat protection metrics": with the pool's id under another name. */
function riskAlarms(userPoolId: pulumi.Input<string>): AlarmRow[] {
  const common = {
    namespace: "AWS/Cognito",
    dimensions: { UserPoolId: userPoolId, Operation: "SignIn", RiskLevel: "high" },
    statistic: "Sum",
    rings: ">=",
    runbook: "sign-in",
  } as const;
  return [
    {
      ...common,
      name: "sign-in-takeover",
      metric: "AccountTakeoverRisk",
      threshold: 5,
      why: "Several accounts are used from where their owners never were",
    },
    {
      ...common,
      name: "sign-in-leaked-passwords",
      metric: "CompromisedCredentialRisk",
      threshold: 5,
      why: "Somebody tries passwords that leaked elsewhere",
    },
  ];
}

/** Amplify Hosting User Guide, "Monitoring an application with CloudWatch". */
export function webAlarms(appId: pulumi.Input<string>): AlarmRow[] {
  return [
    {
      name: "web-errors",
      namespace: "AWS/AmplifyHosting",
      metric: "5xxErrors",
      statistic: "Sum",
      dimensions: { App: appId },
      rings: ">=",
      threshold: 10,
      periods: 2,
      why: "The web application does not load",
      runbook: "service",
    },
  ];
}

/** DaysToExpiry is published twice a day: ACM User Guide, "Supported CloudWatch metrics". */
export function certificateAlarms(
  certificates: Readonly<Record<string, pulumi.Input<string>>>,
  edge: readonly string[],
): AlarmRow[] {
  return Object.entries(certificates).map(([purpose, arn]): AlarmRow => ({
    name: `certificate-${purpose}`,
    namespace: "AWS/CertificateManager",
    metric: "DaysToExpiry",
    statistic: "Minimum",
    dimensions: { CertificateArn: arn },
    rings: "<",
    threshold: 30,
    periodSeconds: 86_400,
    why: "ACM did not renew it: its DNS record is gone. On the last day nobody can connect",
    runbook: "service",
    ...(edge.includes(purpose) ? { region: EDGE_REGION } : {}),
  }));
}

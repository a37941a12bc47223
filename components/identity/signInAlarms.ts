import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

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
    {
      ...common,
      name: "sign-in-throttled",
      metric: "SignInThrottles",
      threshold: 1,
      why: "Cognito is throttling sign-ins: patients cannot sign in",
    },
    {
      ...common,
      name: "token-refresh-throttled",
      metric: "TokenRefreshThrottles",
      threshold: 1,
      why: "Cognito is throttling token refreshes: sessions end in the middle of appointments",
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
      why: "More than half of all sign-in attempts fail: somebody is guessing passwords, or patients cannot sign in",
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
      why: "Several sign-ins look like account takeovers: unfamiliar devices or locations",
    },
    {
      ...common,
      name: "sign-in-leaked-passwords",
      metric: "CompromisedCredentialRisk",
      threshold: 5,
      why: "Somebody is trying passwords leaked from other sites",
    },
  ];
}

import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

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
      why: "The web application does not load: Amplify returns 5xx errors",
      runbook: "service",
    },
  ];
}

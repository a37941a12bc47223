import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

/** Lambda Developer Guide, "Types of metrics for Lambda functions". */
export function functionAlarms(purpose: string, functionName: pulumi.Input<string>): AlarmRow[] {
  const common = {
    namespace: "AWS/Lambda",
    dimensions: { FunctionName: functionName },
    statistic: "Sum",
    rings: ">=",
    runbook: "service",
  } as const;
  return [
    { ...common, name: `${purpose}-errors`, metric: "Errors", threshold: 5, why: "The function is failing on events" },
    {
      ...common,
      name: `${purpose}-throttles`,
      metric: "Throttles",
      threshold: 5,
      why: "Events arrive faster than the function's concurrency limit lets it process them",
    },
  ];
}

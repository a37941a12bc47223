import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";
import { EDGE_REGION } from "../shared/edgeRegion";

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
    why: "ACM has not renewed the certificate, probably because its DNS validation record is missing; when it expires nobody can connect",
    runbook: "service",
    ...(edge.includes(purpose) ? { region: EDGE_REGION } : {}),
  }));
}

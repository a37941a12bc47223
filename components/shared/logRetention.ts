/** The only retentions CloudWatch Logs accepts: "PutRetentionPolicy", CloudWatch Logs API Reference. */
export const LOG_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** What to write instead, when CloudWatch Logs would refuse this retention; undefined when it is fine. */
export function retentionFix(days: number): string | undefined {
  return LOG_RETENTION_DAYS.includes(days) ? undefined : `Use one of ${LOG_RETENTION_DAYS.join(", ")}`;
}

import type { Shape, Shapes } from "../template";

/** What belongs to one vault is known by the vault's name. */
const ofVault: Shape = { id: "{.backupVaultName}", backupVaultArn: "{arn:backup}backup-vault:{.backupVaultName}" };

export const resilienceShapes: Shapes = {
  "backup/vault:Vault": {
    id: "{name}",
    arn: "{arn:backup}backup-vault:{name}",
    kmsKeyArn: "{arn:kms}key/{uuid@backup}",
    recoveryPoints: 0,
  },
  "backup/vaultPolicy:VaultPolicy": ofVault,
  "backup/vaultLockConfiguration:VaultLockConfiguration": ofVault,
  "backup/vaultNotifications:VaultNotifications": ofVault,
  "backup/plan:Plan": { id: "{uuid}", arn: "{arn:backup}backup-plan:{id}", version: "{mixed48}" },
  "backup/selection:Selection": { id: "{uuid}" },
  "backup/framework:Framework": {
    id: "{name}",
    arn: "{arn:backup}framework:{name}-{uuid}",
    creationTime: "2024-01-01T00:00:00Z",
    deploymentStatus: "COMPLETED",
    status: "ACTIVE",
  },
  "backup/reportPlan:ReportPlan": {
    id: "{name}",
    arn: "{arn:backup}report-plan:{name}-{uuid}",
    creationTime: "2024-01-01T00:00:00Z",
    deploymentStatus: "COMPLETED",
  },
  "backup/regionSettings:RegionSettings": { id: "{region}" },
  "backup/globalSettings:GlobalSettings": { id: "{account}" },
  "backup/restoreTestingPlan:RestoreTestingPlan": {
    id: "{name}",
    arn: "{arn:backup}restore-testing-plan:{name}-{uuid}",
    scheduleExpressionTimezone: "Etc/UTC",
  },
  "backup/restoreTestingSelection:RestoreTestingSelection": { id: "{.restoreTestingPlanName}:{name}" },
  "backup/logicallyAirGappedVault:LogicallyAirGappedVault": {
    id: "{name}",
    arn: "{arn:backup}backup-vault:{name}",
  },
  "resiliencehub/resiliencyPolicy:ResiliencyPolicy": {
    id: "{=arn}",
    arn: "{arn:resiliencehub}resiliency-policy/{uuid}",
    estimatedCostTier: "L1",
  },
  "fis/experimentTemplate:ExperimentTemplate": { id: "EXT{mixed15}" },
};

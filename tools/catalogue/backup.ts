import { made, others } from "./entry";
import { ACCOUNT_SETTING, FREE, NO_METRIC, as, free, quiet } from "./reasons";
import { CALL, USES_NEW_ROLE } from "./seconds";

/** What belongs to one vault is known by the vault's name. */
const ofVault = { id: "{.backupVaultName}", backupVaultArn: "{arn:backup}backup-vault:{.backupVaultName}" };

export const MADE = made({
  "backup/vault:Vault": {
    price: FREE.setting,
    seconds: [1, 2, 10],
    outputs: {
      id: "{name}",
      arn: "{arn:backup}backup-vault:{name}",
      kmsKeyArn: "{arn:kms}key/{uuid@backup}",
      recoveryPoints: 0,
    },
    replacedBy: "kmsKeyArn name",
    named: { max: 50 },
    drawn: "box",
    alarms: "restore",
  },
  "backup/vaultPolicy:VaultPolicy": {
    price: FREE.rights,
    seconds: CALL,
    outputs: ofVault,
    replacedBy: "backupVaultName",
    partOf: "backup/vault:Vault",
  },
  "backup/vaultLockConfiguration:VaultLockConfiguration": {
    price: FREE.setting,
    seconds: CALL,
    outputs: ofVault,
    replacedBy: "*",
    partOf: "backup/vault:Vault",
  },
  "backup/vaultNotifications:VaultNotifications": {
    price: FREE.setting,
    seconds: CALL,
    outputs: ofVault,
    replacedBy: "*",
    partOf: "backup/vault:Vault",
  },
  "backup/plan:Plan": {
    price: "priced",
    seconds: CALL,
    outputs: { id: "{uuid}", arn: "{arn:backup}backup-plan:{id}", version: "{mixed48}" },
    drawn: as("the rhythm noted at its vault and the line to the copies"),
    alarms: quiet("its jobs are watched at their vault"),
  },
  "backup/selection:Selection": {
    price: FREE.setting,
    seconds: USES_NEW_ROLE,
    outputs: { id: "{uuid}" },
    replacedBy: "*",
    partOf: "backup/plan:Plan",
  },
  "backup/regionSettings:RegionSettings": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{region}" },
    drawn: ACCOUNT_SETTING,
    alarms: NO_METRIC,
  },
  "backup/restoreTestingPlan:RestoreTestingPlan": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{name}",
      arn: "{arn:backup}restore-testing-plan:{name}-{uuid}",
      scheduleExpressionTimezone: "Etc/UTC",
    },
    replacedBy: "name",
    named: { max: 50, pattern: /^\w+$/ },
    partOf: "backup/vault:Vault",
  },
  "backup/restoreTestingSelection:RestoreTestingSelection": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{.restoreTestingPlanName}:{name}" },
    replacedBy: "name protectedResourceType restoreTestingPlanName",
    named: { max: 50, pattern: /^\w+$/ },
    partOf: "backup/restoreTestingPlan:RestoreTestingPlan",
  },
});

export const OTHERS = others({
  "backup/framework:Framework": {
    price: "priced",
    seconds: [30, 90, 300],
    outputs: {
      id: "{name}",
      arn: "{arn:backup}framework:{name}-{uuid}",
      creationTime: "2024-01-01T00:00:00Z",
      deploymentStatus: "COMPLETED",
      status: "ACTIVE",
    },
    replacedBy: "name",
    named: { pattern: /^\w+$/ },
  },
  "backup/reportPlan:ReportPlan": {
    price: free("reports are free; what they are about is counted"),
    seconds: [2, 10, 60],
    outputs: {
      id: "{name}",
      arn: "{arn:backup}report-plan:{name}-{uuid}",
      creationTime: "2024-01-01T00:00:00Z",
      deploymentStatus: "COMPLETED",
    },
    replacedBy: "name",
    named: { pattern: /^\w+$/ },
  },
  "backup/globalSettings:GlobalSettings": { outputs: { id: "{account}" } },
  "backup/logicallyAirGappedVault:LogicallyAirGappedVault": {
    outputs: {
      id: "{name}",
      arn: "{arn:backup}backup-vault:{name}",
    },
  },
});

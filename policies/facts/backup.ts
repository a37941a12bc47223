import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:backup/vault:Vault": {
      holdsData: true,
      named: ["name", /^[\w-]{2,50}$/, "2 to 50 letters, digits, hyphens and underscores"],
    },
    "aws:backup/restoreTestingPlan:RestoreTestingPlan": {
      holdsData: false,
      named: ["name", /^\w{1,50}$/, "at most 50 letters, digits and underscores, no hyphens"],
    },
    "aws:backup/restoreTestingSelection:RestoreTestingSelection": {
      holdsData: false,
      named: ["name", /^\w{1,50}$/, "at most 50 letters, digits and underscores, no hyphens"],
    },
  },
  [
    "aws:backup/framework:Framework",
    "aws:backup/plan:Plan",
    "aws:backup/regionSettings:RegionSettings",
    "aws:backup/reportPlan:ReportPlan",
    "aws:backup/selection:Selection",
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    "aws:backup/vaultNotifications:VaultNotifications",
    "aws:backup/vaultPolicy:VaultPolicy",
  ],
);

export const METRICS: Dimensions = {
  "AWS/Backup": {
    BackupVaultName: subject(["name"], "aws:backup/vault:Vault"),
    ResourceType: ANY,
  },
};

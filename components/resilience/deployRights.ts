import type { DeployRights } from "../shared/deployRights";

/** What deploying backups and tests of restores takes. */
export const RIGHTS: DeployRights = {
  manage: {
    backup:
      "CreateBackupPlan CreateBackupSelection CreateBackupVault CreateRestoreTesting* Describe* GetBackup* GetRestoreTesting* List* TagResource",
    "backup-storage": "Mount*",
  },
  manageOwn: {
    backup:
      "DeleteBackupPlan DeleteBackupSelection DeleteBackupVault* DeleteRestoreTesting* PutBackupVault* UntagResource UpdateBackupPlan UpdateRestoreTesting*",
  },
  passedTo: ["backup"],
  keysThrough: ["backup"],
};

import { facts } from "./facts";

export const TYPES = facts(
  {
    "aws:ebs/volume:Volume": { backedUp: true },
  },
  ["aws:ebs/encryptionByDefault:EncryptionByDefault", "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess"],
);

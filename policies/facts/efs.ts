import { facts } from "./facts";

export const TYPES = facts({
  "aws:efs/fileSystem:FileSystem": { holdsData: true, backedUp: true },
  "aws:efs/mountTarget:MountTarget": { storeSubnets: ["subnetId"] },
});

import { facts } from "./facts";

export const TYPES = facts({
  "aws:fsx/lustreFileSystem:LustreFileSystem": { holdsData: true, backedUp: true, storeSubnets: ["subnetIds"] },
  "aws:fsx/ontapFileSystem:OntapFileSystem": { holdsData: true, backedUp: true, storeSubnets: ["subnetIds"] },
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": { holdsData: true, backedUp: true, storeSubnets: ["subnetIds"] },
  "aws:fsx/windowsFileSystem:WindowsFileSystem": { holdsData: true, backedUp: true, storeSubnets: ["subnetIds"] },
});

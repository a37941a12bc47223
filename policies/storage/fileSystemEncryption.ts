import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const EFS = "aws:efs/fileSystem:FileSystem";

export const fileSystemEncryption = rule({
  id: "file-system-encryption",
  title: "File systems encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set encrypted to true (EFS) and kmsKeyId to a key of this project",
  types: [
    EFS,
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    "aws:fsx/ontapFileSystem:OntapFileSystem",
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
    "aws:fsx/fileCache:FileCache",
  ],
  check: (system) => [
    system.type === EFS ? isTrue(system.at("encrypted"), "files are stored unencrypted") : undefined,
    ourKey(system.at("kmsKeyId"), "files are encrypted"),
  ],
});

import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:efs/fileSystemPolicy:FileSystemPolicy": "policy",
  "aws:s3/filesFileSystemPolicy:FilesFileSystemPolicy": "policy",
};

export const fileSystemPolicyPublic = rule({
  id: "file-system-policy-public",
  title: "File system policies grant nothing to unnamed principals",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Name the roles that mount it, or add the condition elasticfilesystem:AccessedViaMountTarget",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES),
});

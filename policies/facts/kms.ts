import { facts } from "./facts";

export const TYPES = facts(
  {
    "aws:kms/key:Key": { holdsData: true },
    "aws:kms/alias:Alias": {
      holdsData: false,
      named: ["name", /^alias\/(?!aws\/)[\w/-]{1,250}$/, "alias/ and letters, digits, / - _; alias/aws/ is AWS's own"],
    },
  },
  ["aws:kms/keyPolicy:KeyPolicy", "aws:kms/replicaKey:ReplicaKey"],
);

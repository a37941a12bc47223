import { facts } from "./facts";

export const TYPES = facts(
  {
    "aws:ecr/repository:Repository": {
      holdsData: true,
      named: [
        "name",
        /^(?=.{2,256}$)[a-z\d]+([._/-]+[a-z\d]+)*$/,
        "2 to 256 lowercase letters and digits, with . - _ / between them",
      ],
    },
  },
  ["aws:ecr/lifecyclePolicy:LifecyclePolicy", "aws:ecr/replicationConfiguration:ReplicationConfiguration"],
);

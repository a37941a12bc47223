import { facts } from "./facts";

export const TYPES = facts(
  {
    "aws:secretsmanager/secret:Secret": {
      holdsData: true,
      named: ["name", /^[\w/+=.@-]{1,512}$/, "at most 512 letters, digits and / + = . @ - _"],
    },
  },
  ["aws:secretsmanager/secretVersion:SecretVersion"],
);

import { facts } from "./facts";

export const TYPES = facts({
  "aws:keyspaces/table:Table": { holdsData: true },
});

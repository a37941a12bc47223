import { facts } from "./facts";

export const TYPES = facts({
  "aws:qldb/ledger:Ledger": { holdsData: true },
});

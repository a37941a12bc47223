import { facts } from "./facts";

export const TYPES = facts({
  "aws:timestreamwrite/database:Database": { holdsData: true, backedUp: true },
});

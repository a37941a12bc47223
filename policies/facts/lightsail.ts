import { facts } from "./facts";

export const TYPES = facts({
  "aws:lightsail/database:Database": { holdsData: true },
});

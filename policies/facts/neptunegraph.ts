import { facts } from "./facts";

export const TYPES = facts({
  "aws:neptunegraph/graph:Graph": { holdsData: true },
});

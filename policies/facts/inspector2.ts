import { facts } from "./facts";

export const TYPES = facts({}, ["aws:inspector2/enabler:Enabler"]);

import { facts } from "./facts";

export const TYPES = facts({}, ["aws:cloudtrail/trail:Trail"]);

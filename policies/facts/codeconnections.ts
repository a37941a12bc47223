import { facts } from "./facts";

export const TYPES = facts({}, ["aws:codeconnections/connection:Connection"]);

import { facts } from "./facts";

export const TYPES = facts({}, ["aws:route53/record:Record"]);

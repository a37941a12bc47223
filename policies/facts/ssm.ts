import { facts } from "./facts";

export const TYPES = facts({}, ["aws:ssm/parameter:Parameter"]);

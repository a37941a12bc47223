import { facts } from "./facts";

export const TYPES = facts({}, ["aws:budgets/budget:Budget"]);

import { facts } from "./facts";

export const TYPES = facts({}, ["aws:appautoscaling/policy:Policy", "aws:appautoscaling/target:Target"]);

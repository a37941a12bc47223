import { facts } from "./facts";

export const TYPES = facts({}, ["aws:codepipeline/pipeline:Pipeline"]);

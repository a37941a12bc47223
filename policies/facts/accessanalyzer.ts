import { facts } from "./facts";

export const TYPES = facts({}, ["aws:accessanalyzer/analyzer:Analyzer"]);

import { runTool } from "../../shared/tool";
import { COST } from "./cost";

/** Says what a stack costs. Answers 0 within its budget, 1 over it, 2 if it was not understood. */
export const main = (words: readonly string[]): Promise<number> => runTool(COST, words);

import type { Operation } from "./shared/operation";

/** Every operation, in the order in which `npm run ops` lists them. */
export const operations: readonly Operation[] = [];

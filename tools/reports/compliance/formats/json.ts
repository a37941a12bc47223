import type { Matrix } from "../matrix";

/** Changes when a program that reads the JSON would have to. */
const FORMAT = "telehealth-compliance/1";

/** The matrix as it is; README.md of the tool's folder describes it, `Matrix` gives the types. */
export function jsonMatrix(matrix: Matrix): string {
  return `${JSON.stringify({ format: FORMAT, ...matrix }, undefined, 2)}\n`;
}

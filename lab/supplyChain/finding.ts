/** Something about what we build on that is not as it has to be. */
export interface Finding {
  /** The file, package or action that it is about. */
  readonly where: string;
  /** What is wrong, and what to do. */
  readonly problem: string;
}

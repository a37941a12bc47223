import type { Named } from "./facts";

/** What RDS and the services that are made of it take as an identifier. */
export const databaseName = (property: string): Named => [
  property,
  /^[a-z](?!.*--)([a-z\d-]{0,61}[a-z\d])?$/,
  "at most 63 lowercase letters, digits and single hyphens, starting with a letter",
];

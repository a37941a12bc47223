import { facts } from "./facts";

export const TYPES = facts({
  "aws:s3tables/tableBucket:TableBucket": { holdsData: true },
});

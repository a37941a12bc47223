import { type Given, LATER } from "../runner";

/** The bucket that most cases are about, named so that siblings can name it. */
export const files = (props: Record<string, unknown> = {}, type = "aws:s3/bucket:Bucket"): Given => ({
  type,
  name: "files",
  props: { bucket: "files-111122223333", ...props },
});

/** A sibling as a program makes it: its bucket is an output of the bucket, unknown until that exists. */
export const sibling = (type: string, props: Record<string, unknown>, of = "files"): Given => ({
  type: `aws:s3/${type}`,
  name: `${of}-${type}`,
  props: { bucket: LATER, ...props },
  from: { bucket: [of] },
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const quotaSchema = z.strictObject({
  key: z.string(),
  service: z.string(),
  /** As Service Quotas or the page of the service has it. */
  name: z.string(),
  /** AWS's default, the lower one where pages differ. */
  limit: z.number().positive(),
  /** What it is counted for: `account`, `region`, or the resource that holds what is counted. */
  per: z.string(),
  /** Whether AWS raises it on request. */
  adjustable: z.boolean(),
  /** `<service>/<quota>` in Service Quotas, where it is there. */
  code: z.string().optional(),
  /** What every account has beside what stacks make. */
  beside: z.number().optional(),
  besideWhat: z.string().optional(),
  /** One of its kind by nature: reaching the limit is right, a second one is refused. */
  single: z.boolean().default(false),
  /** The number is no page's own: it is well known, or pages are silent about it now. */
  unsure: z.boolean().default(false),
  note: z.string().optional(),
  source: z.url(),
});

/** A limit of AWS on what an account holds, a region or a resource. */
export type Quota = z.infer<typeof quotaSchema>;

const fileSchema = z.strictObject({
  /** The day on which the sources were read, as YYYY-MM-DD. */
  readOn: z.iso.date(),
  quotas: z.array(quotaSchema),
});

/** Everything that is counted, with its source. */
export const { readOn: READ_ON, quotas: QUOTAS } = fileSchema.parse(
  JSON.parse(readFileSync(join(__dirname, "quotas.json"), "utf8")),
);

import { z } from "zod";
import { parsed } from "../../tools/shared/parsed";
import type { Finding } from "./finding";

/** A known vulnerability that does not concern us, by the id of its advisory. */
export interface Accepted {
  readonly advisory: string;
  readonly reason: string;
}

/** None is needed now. */
const ACCEPTED: readonly Accepted[] = [];

const advisory = z.object({
  url: z.string(),
  title: z.string(),
  severity: z.string(),
  name: z.string(),
  range: z.string(),
});
const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});
const refusalSchema = z.object({ statusCode: z.number().optional(), error: z.unknown() });

export type Audit =
  | { readonly isServed: false; readonly why: string }
  | { readonly isServed: true; readonly findings: readonly Finding[]; readonly accepted: readonly Accepted[] };

/** Reads what `npm audit --json` prints. A registry that serves no advisories says nothing about any package. */
export function readAudit(text: string, known: readonly Accepted[] = ACCEPTED): Audit {
  const written = parsed(text);
  const report = reportSchema.safeParse(written);
  if (!report.success) {
    const code = refusalSchema.safeParse(written).data?.statusCode;
    return { isServed: false, why: code === undefined ? "npm audit returned nothing readable" : `it answered ${code}` };
  }
  // A package that only depends on a vulnerable one names it as a text.
  const advisories = Object.values(report.data.vulnerabilities).flatMap(({ via }) =>
    via.flatMap((each) => (typeof each === "string" ? [] : [each])),
  );
  const byUrl = new Map(advisories.map((each) => [each.url, each]));
  const isAccepted = (url: string) => known.find((each) => url.endsWith(`/${each.advisory}`));
  return {
    isServed: true,
    accepted: [...byUrl.keys()].flatMap((url) => isAccepted(url) ?? []),
    findings: [...byUrl.values()]
      .filter(({ url }) => isAccepted(url) === undefined)
      .map(({ name, range, severity, title, url }) => ({
        where: `${name} ${range}`,
        problem: `${severity}: ${title}. ${url}`,
      }))
      .toSorted((a, b) => (`${a.where} ${a.problem}` < `${b.where} ${b.problem}` ? -1 : 1)),
  };
}

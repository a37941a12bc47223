import type { Use } from "./count";
import { READ_ON } from "./quota";

/** `4 of 5`, and how much that is. */
const shareOf = ({ most, limit }: Use): string =>
  `${numberText(most)} of ${numberText(limit)} (${String(Math.round((100 * most) / limit))} %)`;

const numberText = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 2 });

/** One quota as a sentence. */
export function lineOf(use: Use): string {
  const { quota, where } = use;
  const beside = quota.besideWhat === undefined ? "" : `, with ${quota.besideWhat}`;
  return `${quota.service}, ${quota.name}: ${shareOf(use)}, ${where}${beside}`;
}

/** What to do about a quota that is too small. */
export function stepOf({ quota, most }: Use): string {
  if (!quota.adjustable) return `AWS does not raise it: use another account for one of the stacks (${quota.source})`;
  const [service, code] = quota.code?.split("/") ?? [];
  if (service === undefined || code === undefined) return `Ask AWS Support to raise it (${quota.source})`;
  const wanted = String(Math.ceil(most * 1.5));
  return `aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${code} --desired-value ${wanted}`;
}

/** Those that are too small, those that soon are, and the rest in one line or one by one. */
export function textOf(
  uses: readonly Use[],
  about: { readonly stacks: readonly string[]; readonly all: boolean },
): string {
  const of = (verdict: Use["verdict"]) => uses.filter((each) => each.verdict === verdict);
  const block = (mark: string, title: string, some: readonly Use[]) =>
    some.length === 0
      ? []
      : [[`${mark} ${title}:`, ...some.flatMap((each) => [`    ${lineOf(each)}`, ...notes(each)])].join("\n")];
  const [over, near, fits] = [of("over"), of("near"), of("fits")];
  const used = fits.filter(({ most }) => most > 0).toSorted((a, b) => b.most / b.limit - a.most / a.limit);
  return [
    `Quotas of one account with ${about.stacks.join(", ")}. Limits are AWS's defaults of ${READ_ON}, or what was granted.`,
    ...block("✖", "over the limit", over),
    ...block("!", "at 80 % of the limit or more", near),
    ...(about.all ? [["✔ within the limit:", ...used.map((each) => `    ${lineOf(each)}`)].join("\n")] : []),
    `${String(uses.length)} quotas counted: ${String(over.length)} exceeded, ${String(near.length)} at 80 % or more, ${String(fits.length)} within.`,
  ].join("\n\n");
}

function notes(use: Use): string[] {
  const { note, unsure } = use.quota;
  return [
    ...(note === undefined ? [] : [note]),
    ...(unsure ? ["AWS's pages do not agree on this number, or no longer name one."] : []),
    ...(use.verdict === "over" ? [stepOf(use)] : []),
  ].map((each) => `      > ${each}`);
}

import type { DeployTime } from "../deployTime";
import type { Comparison } from "../eventLog";
import { labelOf, shortType } from "../label";
import { inWords, onTheClock, type Seconds } from "../seconds";

/** A table as text, Markdown and HTML show it. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** From how many seconds on a resource off the path is shown. */
export const SLOW_SECONDS = 60;
const SHOWN_TYPES = 10;

const range = ({ low, high }: Seconds) => `${inWords(low)} to ${inWords(high)}`;

/** Seconds of an estimate of several minutes would be a promise that nobody can keep. */
const roughly = (seconds: number) => inWords(seconds < 300 ? seconds : Math.round(seconds / 60) * 60);

/** The answer in two sentences. */
export function summary({ total, parallel, path, resources, stack }: DeployTime): string {
  const places = parallel === undefined ? "without a limit to what runs at once" : `${parallel} at a time`;
  return (
    `A first \`pulumi up\` of ${stack} takes about ${roughly(total.typical)} (${roughly(total.low)} to ${roughly(total.high)}): ` +
    `${resources.length} resources, ${places}. ${path.length} of them decide the total.`
  );
}

/** What a report shows, in this order; a table without rows is left out. */
export function tablesOf(time: DeployTime, comparisons: readonly Comparison[]): readonly Table[] {
  const onPath = new Set(time.path.map(({ urn }) => urn));
  const others = time.resources.filter(({ urn, seconds }) => seconds.typical > SLOW_SECONDS && !onPath.has(urn));
  return [
    pathTable(time),
    otherTable(others),
    typeTable(time),
    quickerTable(time),
    placesTable(time),
    comparisonTable(comparisons),
  ].filter(({ rows }) => rows.length > 0);
}

function pathTable({ path }: DeployTime): Table {
  const rows = path.map((each) => {
    const queue = each.queued === 0 ? [] : [`${inWords(each.queued)} for a free place`];
    const why =
      each.waitsFor === "" ? [] : [`${each.waitsFor}${each.how.length === 0 ? "" : `: ${each.how.join(" > ")}`}`];
    return [onTheClock(each.start), inWords(each.seconds.typical), labelOf(each), [...why, ...queue].join("; ")];
  });
  return { title: "Critical path", head: ["start", "takes", "resource", "waits for"], rows };
}

function otherTable(others: DeployTime["resources"]): Table {
  const rows = others.map((each) => [
    onTheClock(each.start),
    inWords(each.seconds.typical),
    inWords(each.slack),
    labelOf(each),
  ]);
  return { title: "Slow, but not on the path", head: ["start", "takes", "may take longer by", "resource"], rows };
}

function typeTable({ types }: DeployTime): Table {
  const rows = types
    .slice(0, SHOWN_TYPES)
    .map(({ key, count, seconds, onPath }) => [shortType(key), String(count), inWords(seconds), inWords(onPath)]);
  return { title: "What adds most", head: ["type", "count", "all together", "on the path"], rows };
}

function quickerTable(time: DeployTime): Table {
  const rows = time.quicker.map(({ what, total, saves }) => [what, inWords(total), inWords(saves)]);
  return { title: "What would be quicker", head: ["if", "total", "saves"], rows };
}

function placesTable(time: DeployTime): Table {
  const rows = time.byParallel.map(({ parallel, seconds }) => [String(parallel ?? "no limit"), inWords(seconds)]);
  return { title: "With other values of --parallel", head: ["at a time", "total"], rows };
}

function comparisonTable(comparisons: readonly Comparison[]): Table {
  const rows = comparisons.map(({ key, count, estimated, measured }) => [
    shortType(key),
    String(count),
    `${inWords(estimated.typical)} (${range(estimated)})`,
    `${inWords(measured.typical)} (${range(measured)})`,
  ]);
  return { title: "Measured", head: ["type", "count", "in the table", "measured"], rows };
}

/** Where the figures are from. */
export function sources({ asOf, source, notes, resources }: DeployTime, measured: boolean): readonly string[] {
  const own = resources.filter(({ from }) => from === "measured").length;
  const used = measured ? [`${own} of ${resources.length} resources take what the event log says of their type.`] : [];
  return [...notes, ...used, `Times as of ${asOf}. ${source}`];
}

import { tableOf } from "../../../catalogue";
import { sdkFacts } from "./sdkFacts";

/** What the SDK's documentation does not say, or says of too many types to look for. */
export const REPLACEMENTS = tableOf(({ replacedBy }) => replacedBy);

/** The sentences with which AWS's documentation says, without an "if", that a change makes a new resource. */
const SAYS_SO =
  /(^|[.(] ?)((changing|modifying) this( value| argument| parameter)?( will)? forces? |(required|optional)[ -,]+forces? |forces? )(a |the )?(new|replacement|recreation|re-creation)\b(?! for)/i;

const NEVER_REPLACE: ReadonlySet<string> = new Set(["tags", "tagsAll"]);

/** Whether a change of one property replaces a resource of a type. Moving to another region always does. */
export function replaces(type: string, property: string): boolean {
  if (NEVER_REPLACE.has(property)) return false;
  if (property === "region") return true;
  const listed = REPLACEMENTS[type]?.split(" ") ?? [];
  return listed.includes("*") || listed.includes(property) || documented(type, property);
}

const documented = (type: string, property: string) => SAYS_SO.test(sdkFacts(type).inputs.get(property)?.doc ?? "");

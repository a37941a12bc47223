import { UNKNOWN, type Value } from "../engine/value";
import { type Block, isAnything, isBlock, listOf, textsOf, isEverybody } from "./document";

/**
 * A statement that refuses everybody and everything as soon as TLS is missing.
 *
 * @param actions what one of the denied actions has to look like
 * @param resources what one of its resources has to look like to take in all that the policy is about
 */
export function deniesPlain(statement: Block, actions: RegExp, resources: RegExp): boolean {
  const everybody = isEverybody(statement["Principal"]);
  const everything = textsOf(statement["Action"]).some((each) => isAnything(each) || actions.test(each));
  const all = listOf(statement["Resource"]).some(
    (each) => each === UNKNOWN || (typeof each === "string" && resources.test(each)),
  );
  const condition = statement["Condition"];
  return (
    statement["Effect"] === "Deny" && everybody && everything && all && isBlock(condition) && asksForTls(condition)
  );
}

/** One condition only: with a second one, both would have to hold before plain HTTP is refused. */
function asksForTls(condition: Block): boolean {
  const pairs = Object.entries(condition).flatMap(([operator, keys]: [string, Value]) =>
    isBlock(keys) ? Object.entries(keys).map(([key, value]: [string, Value]) => [operator, key, value] as const) : [],
  );
  const [pair] = pairs;
  if (pair === undefined || pairs.length !== 1) return false;
  const [operator, key, value] = pair;
  return (
    /^(Bool|BoolIfExists|StringEquals)$/i.test(operator) &&
    key.toLowerCase() === "aws:securetransport" &&
    listOf(value).every((each) => each === false || each === "false")
  );
}

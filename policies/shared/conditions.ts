import { UNKNOWN, type Value } from "../engine/value";
import { isWorld, parseCidr } from "./cidr";
import { isSpecific } from "./specific";
import { namesIdentity } from "./tokens";
import { type Block, isBlock, listOf, textsOf } from "./document";
import { withDefaults } from "./everyResource";

/** Is whoever passes this condition one of few that the policy names? */
export type Narrowing = "yes" | "no" | "notKnown";

/** Which values of a condition key name somebody in particular. Keys are compared in lower case, as AWS does. */
const NAMES_SOMEBODY: readonly [RegExp, (value: string) => boolean][] = [
  [/^aws:(sourceaccount|sourceowner|principalaccount)$|^kms:calleraccount$|^s3:dataaccesspointaccount$/, isAccount],
  [/^aws:(sourcearn|principalarn)$|^s3:dataaccesspointarn$/, isOwnedArn],
  [/^aws:(principalorgid|sourceorgid)$/, isOrganisation],
  [/^aws:(principalorgpaths|sourceorgpaths)$/, (value) => /^o-[a-z0-9]{4,32}\//.test(value)],
  [/^aws:(sourcevpc|sourcevpcarn)$/, (value) => isOneOf(value, /^(arn:[^*?]*:vpc\/)?vpc-/)],
  [/^aws:sourcevpce$/, (value) => isOneOf(value, /^vpce-/)],
  [/^aws:userid$/, (value) => /^[A-Z0-9]{12,}/.test(value)],
  [/^s3:x-amz-server-side-encryption-aws-kms-key-id$/, isOwnedArn],
  [/:(aud|sub|appid|app_id|azp|job_workflow_ref)$/, namesIdentity],
];

/** Providers of tokens whose audience is whatever a workflow asks for, so that it says nothing of whose it is. */
const CHOSEN_AUDIENCE = /githubusercontent\.com|gitlab|buildkite\.com|circleci\.com|terraform\.io|bitbucket\.org/;

/** Operators under which a request without the key fails. Negated ones, IfExists and ForAllValues let it through. */
const POSITIVE = /^(foranyvalue:)?(string(equals|equalsignorecase|like)|arn(equals|like))$/i;
const NEGATIVE = /^(forallvalues:)?(string(notequals|notequalsignorecase|notlike)|arn(notequals|notlike))$/i;

/** Conditions of one Allow statement: all keys must hold, so one narrowing key is enough. */
export function narrows(condition: Value | undefined): Narrowing {
  return best(
    pairsOf(condition).map(([operator, key, values]) => pairNarrows(operator, key, values, POSITIVE, /^ipaddress$/i)),
  );
}

/**
 * The condition of a Deny statement, read backwards: "deny unless". Only a single key counts, because several keys must
 * all hold before the Deny applies, which leaves gaps.
 */
export function deniesAllOthers(condition: Value | undefined): Narrowing {
  const pairs = pairsOf(condition);
  if (pairs.length !== 1) return pairs.some(([, , values]) => values === UNKNOWN) ? "notKnown" : "no";
  return best(pairs.map(([operator, key, values]) => pairNarrows(operator, key, values, NEGATIVE, /^notipaddress$/i)));
}

function best(all: readonly Narrowing[]): Narrowing {
  return all.includes("yes") ? "yes" : all.includes("notKnown") ? "notKnown" : "no";
}

function pairsOf(condition: Value | undefined): readonly (readonly [string, string, Value])[] {
  if (condition === UNKNOWN) return [["", "", UNKNOWN]];
  if (!isBlock(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]: [string, Value]) =>
    isBlock(keys)
      ? entriesOf(keys).map(([key, values]) => [operator, key.toLowerCase(), values] as const)
      : keys === UNKNOWN
        ? [[operator, "", UNKNOWN] as const]
        : [],
  );
}

function entriesOf(block: Block): readonly [string, Value][] {
  return Object.entries(block);
}

function pairNarrows(operator: string, key: string, values: Value, texts: RegExp, addresses: RegExp): Narrowing {
  if (values === UNKNOWN) return "notKnown";
  if (Array.isArray(values) && values.includes(UNKNOWN)) return "notKnown";
  const known = textsOf(values);
  if (addresses.test(operator) && key === "aws:sourceip") return isFewAddresses(known) ? "yes" : "no";
  // AWS's own recommendation for file systems: only whoever reaches a mount target in the VPC gets in.
  if (/^bool$/i.test(operator) && key === "elasticfilesystem:accessedviamounttarget")
    return listOf(values).every((each) => each === true || each === "true") ? "yes" : "no";
  if (!texts.test(operator) || known.length === 0) return "no";
  const rule = NAMES_SOMEBODY.find(([pattern]) => pattern.test(key));
  if (key.endsWith(":aud") && CHOSEN_AUDIENCE.test(key)) return "no";
  return rule && known.every((each) => isSpecific(key, each) && rule[1](each.trim())) ? "yes" : "no";
}

function isFewAddresses(texts: readonly string[]): boolean {
  const ranges = texts.map((each) => parseCidr(each));
  const known = ranges.filter((each) => each !== undefined);
  return texts.length > 0 && known.length === ranges.length && !isWorld(known);
}

/** Twelve digits, or the account that owns the resource, which is a fixed one too. */
function isAccount(value: string): boolean {
  return /^\d{12}$/.test(value) || /^\$\{aws:ResourceAccount\}$/i.test(value);
}

function isOrganisation(value: string): boolean {
  return /^o-[a-z0-9]{4,32}$/.test(value) || /^\$\{aws:ResourceOrgID\}$/i.test(value);
}

/** An id in full, or so much of it that it is one's own: ids of today all begin with the same digit. */
function isOneOf(value: string, prefix: RegExp): boolean {
  const id = value.replace(prefix, "");
  return id !== value && /^([0-9a-f]{8}|[^*?]+$)/.test(id);
}

/** An ARN that says whose it is: by its account, or, where ARNs have none (S3), by the start of its name. */
function isOwnedArn(value: string): boolean {
  const [arn, , service = "", , account = "", ...rest] = value.split(":");
  if (arn !== "arn") return /^[0-9a-f-]{36}$/.test(value);
  if (/^\d{12}$/.test(account)) return true;
  // Anybody may call a bucket so that it begins like ours, and a variable is what whoever asks says.
  return account === "" && service === "s3" && /^[^*?/$]{3,}(?:\/|$)/.test(withDefaults(rest.join(":")));
}

import { UNKNOWN, type Value } from "../engine/value";
import { isBlock, listOf } from "./document";
import { fitsSeveral, isEveryResource, NAMES, withDefaults } from "./everyResource";
import { fitsBroadManagedPolicy } from "./managedPolicies";

/** Values of a key that have nothing in common, where names do not look like them. */
const SAMPLES: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^iam:passedtoservice$/,
    ["ecs-tasks", "lambda", "ec2", "states", "glue", "events"].map((each) => `${each}.amazonaws.com`),
  ],
  [/^kms:resourcealiases$/, [...NAMES.map((each) => `alias/${each}`), "alias/aws/s3", "alias/aws/rds"]],
];
const POLICY_KEY = /^iam:(?:policyarn|permissionsboundary)$/;
/** Keys whose value is the ARN of what is asked for: all of one account are all that there are. */
const RESOURCE_KEY = /^(?:iam:(?:policyarn|permissionsboundary|associatedresourcearn)|lambda:functionarn|ecs:cluster)$/;

/**
 * Does a value of a condition name something in particular? Not where it is the request's own value (`${aws:PrincipalArn}` for
 * `aws:PrincipalArn` always holds), nor where it fits values that have nothing in common.
 */
export function isSpecific(key: string, written: string): boolean {
  const wanted = key.toLowerCase();
  if ([...written.matchAll(/\$\{([^},]*)/g)].some(([, variable = ""]) => isOwn(wanted, variable.trim().toLowerCase())))
    return false;
  const value = withDefaults(written).trim();
  if (POLICY_KEY.test(wanted) && fitsBroadManagedPolicy(value)) return false;
  if (!/[*?]/.test(value)) return value !== "";
  // One letter is what every other name has, too.
  if (!/[A-Za-z0-9]{2}|\$\{/.test(value)) return false;
  if (/^arn[:*?]/.test(value) && isEveryResource(value)) return !RESOURCE_KEY.test(wanted) && /:\d{12}:/.test(value);
  return !fitsSeveral(value, SAMPLES.find(([pattern]) => pattern.test(wanted))?.[1] ?? NAMES);
}

/** Whether a variable has the very value that the key is compared with, or another claim of the same token. */
function isOwn(key: string, variable: string): boolean {
  if (variable === key) return true;
  if (RESOURCE_TAG.test(key) && RESOURCE_TAG.test(variable)) return true;
  const issuer = issuerOf(key);
  return issuer.includes(".") && issuer === issuerOf(variable);
}

/** `aws:ResourceTag/a` and `ec2:ResourceTag/a` are one. */
const RESOURCE_TAG = /^[a-z0-9-]+:resourcetag\//;
const issuerOf = (key: string) => key.slice(0, Math.max(key.lastIndexOf(":"), 0));

/** Operators that a request has to meet. */
export const HOLDING = /^(foranyvalue:)?(string|arn)(equals|equalsignorecase|like)$/i;

/** Does a condition on one of these keys have to hold, with values that name something? Keys in lower case. */
export function isBoundBy(condition: Value | undefined, keys: RegExp): boolean {
  if (condition === UNKNOWN) return true;
  if (!isBlock(condition)) return false;
  return Object.entries(condition).some(
    ([operator, block]: [string, Value]) =>
      HOLDING.test(operator) &&
      isBlock(block) &&
      Object.entries(block).some(
        ([key, values]: [string, Value]) =>
          keys.test(key.toLowerCase()) &&
          listOf(values).length > 0 &&
          listOf(values).every((each) => each === UNKNOWN || (typeof each === "string" && isSpecific(key, each))),
      ),
  );
}

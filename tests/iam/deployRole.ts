import { isAllowed, type Statement } from "../fuzz/iam";
import type { Call, Question } from "./deployCalls";
import { ACCOUNT, type Existing } from "./existing";
import { UNBOUND, WITHHELD } from "./unbound";

const caller = { kind: "AWS", name: "a role", account: ACCOUNT } as const;

/** Everything that is attached to the deploy role of an environment, in the documents that the account's stack made. */
export function rightsOf(account: readonly Existing[], stack: string): Statement[] {
  const role = `deploy-telehealth-${stack}`;
  const attached = account
    .filter(
      ({ type, inputs }) => type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment" && inputs["role"] === role,
    )
    .map(({ inputs }) => inputs["policyArn"]);
  const documents = account.filter(
    ({ type, outputs }) => type === "aws:iam/policy:Policy" && attached.includes(outputs["arn"]),
  );
  if (documents.length === 0 || documents.length !== attached.length)
    throw new Error(`${role}: its policies are not there`);
  return documents.flatMap((each) => statementsOf(each));
}

/** The boundary of the environment's roles, as the account's stack made it. */
export function boundaryOf(account: readonly Existing[], stack: string): Statement[] {
  const found = account.find(
    ({ type, inputs }) => type === "aws:iam/policy:Policy" && inputs["name"] === `boundary-telehealth-${stack}`,
  );
  if (found === undefined) throw new Error(`${stack} has no boundary`);
  return statementsOf(found);
}

const statementsOf = ({ inputs }: Existing): Statement[] =>
  // Whoever holds the policy is the principal.
  JSON.parse(String(inputs["policy"])).Statement.map((each: Statement) => ({ ...each, Principal: "*" }));

export const isAllowedTo = (rights: readonly Statement[], { action, arn, context }: Question): boolean =>
  isAllowed(rights, { caller, action, resource: arn, context });

/** Questions that the role's own policies answer with no, one line each. */
export const deniedOf = (rights: readonly Statement[], calls: readonly Call[]): string[] =>
  calls.flatMap(({ questions, about, phase }) =>
    questions
      .filter((each) => !isAllowedTo(rights, each))
      .map(({ action, arn, context }) => `${action} (${phase}) ${about} ${arn} ${JSON.stringify(context)}`),
  );

/** A call is allowed if each of its questions is. */
export const allowedOf = (rights: readonly Statement[], calls: readonly Call[]): string[] =>
  calls
    .filter(({ questions }) => questions.every((each) => isAllowedTo(rights, each)))
    .map(({ action, about, questions }) => `${action} ${about} ${questions[0]?.arn ?? ""}`);

/** How `UNBOUND` names a call. */
export const nameOf = ({ action, questions }: Call): string =>
  questions.some(({ arn }) => arn.includes("::/tags/")) ? `${action} /tags` : action;

export const isUnbound = (call: Call): boolean => UNBOUND[nameOf(call)] !== undefined;
export const isWithheld = ({ action, phase }: Call): boolean => WITHHELD.includes(action) && phase !== "create";

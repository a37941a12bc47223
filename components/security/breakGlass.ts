import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument, type Statement } from "../shared/policyDocument";
import { breakGlassAlert } from "./breakGlassAlert";
import { NEVER } from "./breakGlassDenials";
import { trustPeople } from "./trustPeople";
import { type Access, type Window, windowOf, windowProblem } from "./breakGlassWindow";

/** Seconds; the shortest that IAM lets a role's longest session be. */
const SESSION_SECONDS = 3600;
/** Seconds since MFA: an emergency is no reason to use a session that was left open. */
const MFA_AGE_SECONDS = 900;

export interface BreakGlassRoleArgs {
  /** Name in AWS, with the stack in it. Fixed, so that alarms can watch for it. */
  readonly roleName: string;
  /**
   * ARNs of the IAM users who may open it; who does not exist yet may come later. Users and no roles: a session of a role carries no MFA into another one, and
   * whoever can take the role in front could take this one.
   */
  readonly people: readonly string[];
  /** Closed on every day but the one of the emergency; opening it is a change like any other, reviewed and on record. */
  readonly access: Access;
  /** What the role may do while it is open. Never: audit trails, backups, keys and rights, whatever stands here. */
  readonly statements: readonly pulumi.Input<Statement>[];
  /** Topic that gets an alert for each use and change. Its policy and its key must let EventBridge publish. */
  readonly alertsTopicArn: pulumi.Input<string>;
  /** Of the stack. */
  readonly location: Location;
}

/** Access in an emergency that ends by itself: 45 CFR 164.312(a)(2)(ii). Outside its hours it allows nothing. */
export class BreakGlassRole extends pulumi.ComponentResource {
  public readonly roleArn: pulumi.Output<string>;
  public readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: BreakGlassRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:security:BreakGlassRole", name, args, opts);
    const { roleName, people, access, statements, alertsTopicArn, location } = args;
    refuse(this, args);

    const mine = { parent: this };
    const window = windowOf(access);
    const role = new aws.iam.Role(
      `${name}-role`,
      {
        name: roleName,
        description: access === "closed" ? "Break-glass role, closed" : `Break-glass role, open: ${access.reason}`,
        assumeRolePolicy: policyDocument([trust(location.accountId, people, window)]),
        maxSessionDuration: SESSION_SECONDS,
      },
      mine,
    );
    const policy = policyDocument([...statements, NEVER, ...endWith(window)]);
    new aws.iam.RolePolicy(`${name}-may`, { role: role.id, policy }, mine);
    breakGlassAlert(this, name, roleName, `arn:aws:iam::${location.accountId}:role/${roleName}`, alertsTopicArn);

    this.roleArn = role.arn;
    this.roleName = role.name;
    this.registerOutputs({ roleArn: this.roleArn, roleName: this.roleName });
  }
}

function trust(accountId: string, people: readonly string[], { from, until }: Window): Statement {
  return trustPeople(accountId, people, {
    Bool: { "aws:MultiFactorAuthPresent": "true" },
    NumericLessThan: { "aws:MultiFactorAuthAge": String(MFA_AGE_SECONDS) },
    DateGreaterThanEquals: { "aws:CurrentTime": from },
    DateLessThan: { "aws:CurrentTime": until },
  });
}

/** A session may begin a minute before the end and last an hour: this ends it with the window. */
function endWith({ from, until }: Window): Statement[] {
  const deny = { Effect: "Deny", Action: "*", Resource: "*" } as const;
  return [
    { ...deny, Sid: "NotBefore", Condition: { DateLessThan: { "aws:CurrentTime": from } } },
    { ...deny, Sid: "NotAfter", Condition: { DateGreaterThanEquals: { "aws:CurrentTime": until } } },
  ];
}

function refuse(role: BreakGlassRole, { roleName, people, access, location }: BreakGlassRoleArgs): void {
  if (!/^[\w+=,.@-]{1,64}$/.test(roleName))
    invalid(
      role,
      "roleName",
      `"${roleName}" is not a name that IAM accepts`,
      "Use up to 64 letters, digits and _+=,.@-",
    );
  if (people.length === 0)
    invalid(role, "people", "nobody could take the role", "Name at least two people, by their user ARNs");
  const user = `arn:aws:iam::${location.accountId}:user/`;
  const stranger = people.find((person) => !person.startsWith(user) || /[*?]/.test(person) || person === user);
  if (stranger !== undefined)
    invalid(role, "people", `"${stranger}" is not one user of this account`, `Write it like ${user}alex`);
  const problem = windowProblem(access);
  if (problem) invalid(role, ...problem);
}

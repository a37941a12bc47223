import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  type AdminGetUserCommandOutput,
  AdminListGroupsForUserCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import { z } from "zod";
import { UsageError } from "../shared/usageError";
import { operation, type Scene } from "./shared/operation";

const SERVICE = "cognito-idp";
/** The group that the API reads, and the value of `custom:role` that S3 reads: both have to agree (docs/decisions.md). */
const ADMIN = "admin";

/**
 * No slash: it would nest one tenant's prefix in another's. The rest is what a session tag may carry, without spaces:
 * "Rules for tagging in IAM and AWS STS", IAM User Guide.
 */
const tenant = z
  .string()
  .regex(
    /^[A-Za-z0-9][\w.:=+@-]{0,255}$/,
    "is not an ID. Write letters, digits and . : = + @ - _ only, at most 256, such as org-1",
  );

const OPTIONS = {
  email: z
    .email("is not an e-mail address. Write one such as admin@example.com")
    .describe("who it is, and signs in with"),
  organization: tenant.describe("the organization that the administrator belongs to, by its id in the database"),
  practice: tenant.optional().describe("the practice, if your organizations have several"),
  change: z
    .boolean()
    .default(false)
    .describe("lets it change the role or organization of somebody who already has another one"),
};

export type NewAdmin = z.infer<z.ZodObject<typeof OPTIONS>>;

export const createAdmin = operation({
  name: "create-admin",
  summary: "Invites an administrator by e-mail, or completes one who is there already.",
  options: OPTIONS,
  run: inviteAdmin,
});

/** Safe to run again: what is as it should be is left alone. */
export async function inviteAdmin(wanted: NewAdmin, scene: Scene): Promise<undefined> {
  const person = personIn(scene, wanted.email);
  const user = await person.find();
  return user === undefined ? invite(wanted, person, scene) : complete(user, wanted, person, scene);
}

async function invite(wanted: NewAdmin, person: Person, { calls, say }: Scene): Promise<undefined> {
  await person.create({ email: wanted.email, ...attributesOf(wanted) });
  await person.join();
  if (calls.isDryRun) say("If there is such a user already, only what differs is changed.");
  else
    say(`${wanted.email} is invited: the e-mail has a password for three days, to be replaced at the first sign-in.`);
}

async function complete(
  user: AdminGetUserCommandOutput,
  wanted: NewAdmin,
  person: Person,
  { say }: Scene,
): Promise<undefined> {
  const changes = differences(user, attributesOf(wanted));
  if (!wanted.change) refuseTakeover(wanted.email, changes);
  if (changes.length > 0) await person.update(Object.fromEntries(changes.map(({ name, to }) => [name, to])));
  const isMember = (await person.groups()).includes(ADMIN);
  if (!isMember) await person.join();

  const done = changes.map(({ name, from, to }) => `${name}: ${from === "" ? "(empty)" : from} -> ${to}`);
  if (!isMember) done.push(`joined the group ${ADMIN}`);
  say(`${wanted.email} already exists${done.length === 0 ? ", and nothing had to be changed." : ". Changed:"}`);
  for (const line of done) say(`  ${line}`);
  if (done.length > 0) say("It takes effect at the next sign-in: tokens issued before keep the old values.");
  if (user.Enabled === false)
    say(`But the account is disabled, and stays so. To enable it: ${person.command("admin-enable-user")}`);
  if (user.UserStatus === "FORCE_CHANGE_PASSWORD")
    say(
      "The first sign-in is still to come. If the e-mail is lost or older than three days: " +
        `${person.command("admin-create-user")} --message-action RESEND`,
    );
}

type Person = ReturnType<typeof personIn>;

/** What is asked of Cognito about one user. */
function personIn({ outputs, calls, client }: Scene, email: string) {
  const who = { UserPoolId: outputs.text("userPoolId"), Username: email };
  const cognito = new CognitoIdentityProviderClient(client);
  const done = { $metadata: {} };
  return {
    find: () => {
      const command = new AdminGetUserCommand(who);
      return calls.send(SERVICE, command, () => orNobody(cognito.send(command)), undefined);
    },
    // AWS makes the password up and mails it; it is never in our hands.
    create: (attributes: Attributes) => {
      const UserAttributes = listed(attributes);
      const command = new AdminCreateUserCommand({ ...who, DesiredDeliveryMediums: ["EMAIL"], UserAttributes });
      return calls.send(SERVICE, command, () => cognito.send(command), done);
    },
    update: (attributes: Attributes) => {
      const command = new AdminUpdateUserAttributesCommand({ ...who, UserAttributes: listed(attributes) });
      return calls.send(SERVICE, command, () => cognito.send(command), done);
    },
    groups: async () => {
      // All of them: 60 is the most of a page, and the pool has three groups.
      const command = new AdminListGroupsForUserCommand({ ...who, Limit: 60 });
      const { Groups = [] } = await calls.send(SERVICE, command, () => cognito.send(command), done);
      return Groups.flatMap(({ GroupName }) => GroupName ?? []);
    },
    join: () => {
      const command = new AdminAddUserToGroupCommand({ ...who, GroupName: ADMIN });
      return calls.send(SERVICE, command, () => cognito.send(command), done);
    },
    /** What the user may type instead. */
    command: (name: string) => `aws cognito-idp ${name} --user-pool-id ${who.UserPoolId} --username ${email}`,
  };
}

type Attributes = Readonly<Record<string, string>>;

interface Change {
  readonly name: string;
  /** Empty if the attribute is not set. */
  readonly from: string;
  readonly to: string;
}

function attributesOf({ organization, practice }: NewAdmin): Attributes {
  return {
    email_verified: "true",
    "custom:role": ADMIN,
    "custom:organizationId": organization,
    ...(practice === undefined ? {} : { "custom:practiceId": practice }),
  };
}

function differences({ UserAttributes = [] }: AdminGetUserCommandOutput, wanted: Attributes): Change[] {
  const present = new Map(UserAttributes.map(({ Name, Value }) => [Name, Value]));
  return Object.entries(wanted)
    .map(([name, to]) => ({ name, from: present.get(name) ?? "", to }))
    .filter(({ from, to }) => from !== to);
}

/** A patient does not become an administrator, nor an administrator somebody else's, because of a mistyped address. */
function refuseTakeover(email: string, changes: readonly Change[]): void {
  const taken = changes.filter(({ name, from }) => name.startsWith("custom:") && from !== "");
  if (taken.length === 0) return;
  const list = taken.map(({ name, from, to }) => `${name} is ${from} and would become ${to}`).join("; ");
  throw new UsageError(`${email} is a different user: ${list}. If you mean this, add --change.`);
}

const listed = (values: Attributes) => Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

async function orNobody(answer: Promise<AdminGetUserCommandOutput>): Promise<AdminGetUserCommandOutput | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof UserNotFoundException) return undefined;
    throw error;
  }
}

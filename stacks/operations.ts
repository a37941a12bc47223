import { z } from "zod";
import { HANDLER_RUNTIMES } from "../components/compute/lambdaHandler";
import { atLeastOne, choice, count, email, schedule, text, yesNo } from "./fields";

/** AWS Backup keeps a continuous backup for 35 days at most: "Continuous backups and point-in-time recovery". */
const MAX_CONTINUOUS_DAYS = 35;

export const budget = z.strictObject({
  monthlyUsd: count(1, 1_000_000, "What this stack may cost a month in USD, such as 600"),
  emails: z
    .array(email("Who is told of the budget, such as finance@example.com"))
    .max(10, "names more than ten addresses")
    .meta({ write: "Who gets budget alerts beside the alert topic; [] for nobody else" }),
});

const kept = z.strictObject({
  snapshotDays: count(1, 3650, "Days that each snapshot is kept, such as 35"),
  weeklyDays: count(7, 3650, "Days that the snapshot of each week is kept, such as 90").optional(),
  monthlyDays: count(31, 3650, "Days that the snapshot of each month is kept, such as 365").optional(),
});
export const backup = z.strictObject({
  objectives: z.strictObject({
    rpoMinutes: count(5, 10_080, "Minutes of work that damage in this region may cost, such as 15"),
    regionRpoMinutes: count(
      60,
      10_080,
      "Minutes of work that the loss of this region may cost, such as 2040; needs copy",
    ).optional(),
    rtoMinutes: count(15, 10_080, "Minutes until everything works again, such as 240"),
  }),
  retention: kept,
  copy: kept.optional().meta({ write: "How long copies in recoveryRegion are kept, written like retention" }),
  continuousBucketDays: count(
    1,
    MAX_CONTINUOUS_DAYS,
    "Days to any second of which buckets can go back, 1 to 35",
  ).optional(),
  lock: z
    .union([
      z.literal("none"),
      z.strictObject({
        mode: z.literal("governance"),
        minDays: count(1, 3650, "No backup goes before so many days"),
        maxDays: count(1, 36_500, "No backup stays longer than so many days"),
      }),
      z.strictObject({
        mode: z.literal("compliance"),
        minDays: count(1, 3650, "No backup goes before so many days"),
        maxDays: count(1, 36_500, "No backup stays longer than so many days"),
        changeableForDays: count(3, 365, "Days until nobody, AWS included, can remove the lock"),
      }),
    ])
    .meta({ write: "none, or mode (governance or compliance) with minDays and maxDays" }),
  restoreTests: z
    .strictObject({
      schedule: schedule("When a restore is tried, such as cron(0 9 ? * TUE#1 *)"),
    })
    .optional(),
});

const instant = (write: string) => text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, write);
export const breakGlass = z.strictObject({
  people: atLeastOne(text(/^arn:aws:iam::\d{12}:user\/\S+$/, "The ARN of an IAM user with MFA")).meta({
    write: "The IAM users who may open the door for emergencies",
  }),
  access: z
    .union([
      z.literal("closed"),
      z.strictObject({
        from: instant("The first moment in UTC, such as 2026-11-24T09:00:00Z"),
        until: instant("The last moment in UTC, up to 12 hours later"),
        reason: text(/\S{3}/, "The incident, without a patient's data"),
      }),
    ])
    .meta({ write: "closed, or from, until and reason while there is an emergency" }),
});

const source = z.discriminatedUnion("provider", [
  z.strictObject({
    provider: z.literal("github"),
    repository: text(/^[\w.-]+\/[\w.-]+$/, "owner/name"),
    branch: text(/^\S+$/, "The branch, such as main"),
  }),
  z.strictObject({
    provider: z.literal("codecommit"),
    repositoryName: text(/^[\w.-]{1,100}$/, "The name of a CodeCommit repository of this account and region"),
    branch: text(/^\S+$/, "The branch, such as main"),
  }),
]);
export const delivery = z.strictObject({
  application: source.meta({
    write: "provider github with repository and branch, or codecommit with repositoryName and branch",
  }),
  infrastructure: source.meta({ write: "The repository of this program, written like application" }),
  backendUrl: text(/^s3:\/\/\S+$/, "Where this stack's state is: what `pulumi login` was given, such as s3://..."),
  approval: yesNo("true asks a person before a release; a stack with PHI needs it"),
});

export const reminders = z.strictObject({
  expression: schedule("When reminders are prepared, such as cron(0 8 * * ? *)"),
  timezone: text(/^[A-Za-z]+(\/[A-Za-z_]+)+$/, "The time zone of the clinic, such as America/New_York"),
  enabled: yesNo("true sends; false where the data is a copy with people's real numbers"),
});

export const events = z.strictObject({
  codePath: text(
    /^[\w./-]+$/,
    "The folder or zip file with the function's code, seen from this repository, such as events",
  ),
  handler: text(/^\S+\.\w+$/, "The function in that code, as its file and name: index.handler"),
  runtime: choice(HANDLER_RUNTIMES, `The language it runs in: ${HANDLER_RUNTIMES.join(", ")}`),
  reservedConcurrency: count(2, 500, "How many events are processed at a time, 2 or more"),
});

export const web = z.strictObject({
  branch: text(/^[a-z0-9-]{1,60}$/, "The branch that is shown, in lowercase letters, such as main"),
  stage: choice(["PRODUCTION", "BETA", "DEVELOPMENT"], "PRODUCTION, BETA or DEVELOPMENT"),
  repositoryUrl: text(
    /^https:\/\/[a-z0-9.-]+(\/[\w.-]+){2,}$/,
    "The git repository that Amplify builds, with its token in the secret telehealth:webAccessToken; builds come by hand without it",
  ).optional(),
  basicAuthUser: text(
    /^[\w.-]{1,60}$/,
    "Who may look at a site that is not public, with the password in the secret telehealth:webPassword; anybody without it",
  ).optional(),
});

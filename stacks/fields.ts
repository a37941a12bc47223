import { z } from "zod";
import { expressionProblem } from "../components/compute/scheduleExpression";
import { LOG_RETENTION_DAYS } from "../components/shared/logRetention";

/** Logs are kept for a year at least; six years is 2192. */
const LOG_CHOICES = LOG_RETENTION_DAYS.filter((days) => days >= 365);

/** Lower case, no trailing dot; ACM takes 64 characters for a certificate's name, and "video." is put before ours. */
export const HOST = /^(?=.{4,58}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** `write` is what an error tells the user to type, and the explanation in docs/configuration.md. */
export const text = (pattern: RegExp, write: string) => z.string().regex(pattern).meta({ write });
export const choice = <const T extends readonly [string, ...string[]]>(values: T, write: string) =>
  z.enum(values).meta({ write });
export const count = (min: number, max: number, write: string) => z.number().int().min(min).max(max).meta({ write });
export const email = (write: string) => z.email("is not an e-mail address").meta({ write });
export const yesNo = (write: string) => z.boolean().meta({ write });

/** A recurring schedule that AWS takes and that comes. */
export const schedule = (write: string) =>
  z
    .string()
    .superRefine((value, context) => {
      const problem = expressionProblem(value);
      if (problem === undefined) return;
      // The value stands before the message already.
      const wrong = problem.wrong.replace(`"${value}" `, "");
      context.addIssue({
        code: "custom",
        message: wrong.startsWith("is ") ? wrong : `is not a schedule that AWS accepts: it ${wrong}`,
      });
    })
    .meta({ write });

export const atLeastOne = <T extends z.ZodType>(schema: T) => z.tuple([schema], schema);
const region = (write: string) => text(/^[a-z]{2}(-[a-z]+)+-\d$/, write);

const logDays = (use: string) =>
  z
    .number()
    .refine((days) => LOG_CHOICES.includes(days), "is not a retention of a year or more that CloudWatch offers")
    .meta({ write: `${use}: one of ${LOG_CHOICES.join(", ")}` });
/** What every stack has, the account's as well. */
export const shared = {
  accountId: text(/^\d{12}$/, 'The twelve digits of the AWS account, in quotes: "111122223333"'),
  region: region("The region that everything runs in, such as us-east-1"),
  recoveryRegion: region("Another region, for copies that survive the loss of the first, such as us-west-2"),
  owner: email("The e-mail address of the team that answers for this stack"),
  deletionProtection: yesNo("true everywhere but in a stack that may vanish"),
  alerts: z.strictObject({
    emails: atLeastOne(email("Who is told, such as oncall@example.com")).meta({
      write: "Who gets alarms by e-mail; each has to confirm once",
    }),
  }),
  logs: z.strictObject({
    retentionDays: logDays("Days for logs of operation"),
    auditRetentionDays: logDays("Days for logs that say who saw what (database, sign-ins, files, recordings)"),
  }),
};

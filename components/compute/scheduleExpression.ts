import { cronProblem } from "../shared/cron";

const RATE = /^rate\([1-9]\d* (minute|hour|day)s?\)$/;
const CRON = /^cron\(([^()]*)\)$/;
const EXAMPLE = "Write it like cron(0 9 * * ? *) or rate(15 minutes)";

/** Why EventBridge Scheduler would refuse a recurring expression: AWS, "Schedule types in EventBridge Scheduler". */
export function expressionProblem(text: string): { readonly wrong: string; readonly fix: string } | undefined {
  if (RATE.test(text)) return undefined;
  const fields = CRON.exec(text)?.[1]?.split(" ");
  if (fields === undefined) return { wrong: `"${text}" is not a recurring schedule`, fix: EXAMPLE };
  const wrong = cronProblem(fields);
  return wrong === undefined ? undefined : { wrong: `"${text}" ${wrong}`, fix: EXAMPLE };
}

/** Whether the IANA database knows the name, as far as Node does. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

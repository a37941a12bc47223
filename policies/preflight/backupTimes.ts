import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

/** AWS Backup Developer Guide: a copy stays in cold storage for 90 days at least; a window to start is an hour at least. */
const [COLD_DAYS, START_MINUTES] = [90, 60];

export const backupTimes = rule({
  id: "backup-times",
  title: "A backup's times fit together: when it starts, ends, gets cold and goes",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(A)"],
  remediation:
    "Let deleteAfter be coldStorageAfter and 90 days or more, startWindow 60 or more and completionWindow longer",
  types: ["aws:backup/plan:Plan"],
  check: (plan): Outcomes =>
    plan.at("rules").items.map((each): Outcomes => {
      if (each.unknown) return each.later();
      const lifecycles = [each.at("lifecycle"), ...each.at("copyActions").items.map((copy) => copy.at("lifecycle"))];
      const [start, end] = [each.at("startWindow"), each.at("completionWindow")];
      return [
        lifecycles.map((life) => {
          const [cold, gone] = [life.at("coldStorageAfter"), life.at("deleteAfter")];
          if (life.unknown || cold.unknown || gone.unknown) return (cold.unknown ? cold : gone).later();
          return cold.number !== undefined &&
            gone.number !== undefined &&
            cold.number > 0 &&
            gone.number < cold.number + COLD_DAYS
            ? gone.refuse(`goes after ${String(gone.number)} days, and gets cold after ${String(cold.number)}`)
            : undefined;
        }),
        start.unknown ? start.later() : undefined,
        end.unknown ? end.later() : undefined,
        start.number !== undefined && start.number < START_MINUTES
          ? start.refuse(`AWS refuses a window of ${String(start.number)} minutes`)
          : undefined,
        start.number !== undefined && end.number !== undefined && end.number < start.number + START_MINUTES
          ? end.refuse(`has to end ${String(end.number)} minutes after the hour it may still wait for`)
          : undefined,
      ];
    }),
});

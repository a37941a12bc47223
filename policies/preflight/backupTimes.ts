import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

/** AWS Backup Developer Guide: a copy stays in cold storage for 90 days at least; a window to start is an hour at least. */
const [COLD_DAYS, START_MINUTES] = [90, 60];

export const backupTimes = rule({
  id: "backup-times",
  title: "The times of a backup are consistent: start, completion, cold storage and deletion",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(A)"],
  remediation:
    "Set deleteAfter to at least 90 days more than coldStorageAfter, startWindow to 60 or more and completionWindow to more than that",
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
            ? gone.refuse(
                `is deleted after ${String(gone.number)} days, and moves to cold storage after ${String(cold.number)}`,
              )
            : undefined;
        }),
        start.unknown ? start.later() : undefined,
        end.unknown ? end.later() : undefined,
        start.number !== undefined && start.number < START_MINUTES
          ? start.refuse(`AWS refuses a window of ${String(start.number)} minutes`)
          : undefined,
        start.number !== undefined && end.number !== undefined && end.number < start.number + START_MINUTES
          ? end.refuse(`must complete within ${String(end.number)} minutes, but may wait longer than that to start`)
          : undefined,
      ];
    }),
});

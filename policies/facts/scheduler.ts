import { facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:scheduler/schedule:Schedule": {
      holdsData: false,
      workloadSubnets: ["target", "ecsParameters", "networkConfiguration", "subnets"],
      named: ["name", /^[\w.-]{1,64}$/, "at most 64 letters, digits and . - _"],
    },
  },
  ["aws:scheduler/scheduleGroup:ScheduleGroup"],
);

export const METRICS: Dimensions = {
  "AWS/Scheduler": { ScheduleGroup: subject(["name"], "aws:scheduler/scheduleGroup:ScheduleGroup") },
};

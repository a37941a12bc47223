import { facts } from "./facts";

export const TYPES = facts({
  "aws:sfn/stateMachine:StateMachine": {
    named: ["name", /^[\w-]{1,80}$/, "at most 80 letters, digits, hyphens and underscores"],
  },
});

import { others } from "./entry";

export const OTHERS = others({
  "macie2/account:Account": { outputs: { id: "{account}", status: "ENABLED", serviceRole: "" } },
});

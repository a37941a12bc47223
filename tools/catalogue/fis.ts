import { others } from "./entry";

export const OTHERS = others({
  "fis/experimentTemplate:ExperimentTemplate": { outputs: { id: "EXT{mixed15}" } },
});

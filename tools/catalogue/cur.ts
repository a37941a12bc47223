import { others } from "./entry";

export const OTHERS = others({
  "cur/reportDefinition:ReportDefinition": {
    outputs: { id: "{.reportName}", arn: "{global:cur}definition/{.reportName}" },
  },
});

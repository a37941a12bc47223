import { made, others } from "./entry";
import { free, notDrawn, quiet } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "costexplorer/anomalyMonitor:AnomalyMonitor": {
    price: free("watching costs is free"),
    seconds: CALL,
    outputs: { id: "{=arn}", arn: "{global:ce}anomalymonitor/{uuid:monitor}" },
    replacedBy: "monitorDimension monitorSpecification monitorType",
    drawn: notDrawn("it watches the bill, not the system"),
    alarms: quiet("it writes to its subscribers by itself"),
  },
  "costexplorer/anomalySubscription:AnomalySubscription": {
    price: free("watching costs is free"),
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: "{global:ce}anomalysubscription/{uuid:subscription}",
      accountId: "{account}",
    },
    replacedBy: "accountId name",
    partOf: "costexplorer/anomalyMonitor:AnomalyMonitor",
  },
});

export const OTHERS = others({
  "costexplorer/costCategory:CostCategory": {
    outputs: { id: "{=arn}", arn: "{global:ce}costcategory/{uuid:category}" },
  },
});

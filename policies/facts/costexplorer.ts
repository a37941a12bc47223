import { facts } from "./facts";

export const TYPES = facts({}, [
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
  "aws:costexplorer/anomalySubscription:AnomalySubscription",
]);

import { facts } from "./facts";

export const TYPES = facts({}, [
  "aws:securityhub/account:Account",
  "aws:securityhub/findingAggregator:FindingAggregator",
  "aws:securityhub/standardsSubscription:StandardsSubscription",
]);

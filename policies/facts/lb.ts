import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:lb/loadBalancer:LoadBalancer": {
      holdsData: false,
      named: ["name", /^(?!internal-)[a-z\d]([a-z\d-]{0,30}[a-z\d])?$/i, "at most 32 letters, digits and hyphens"],
    },
    "aws:lb/targetGroup:TargetGroup": {
      holdsData: false,
      named: ["name", /^(?!internal-)[a-z\d]([a-z\d-]{0,30}[a-z\d])?$/i, "at most 32 letters, digits and hyphens"],
    },
  },
  ["aws:lb/listener:Listener", "aws:lb/listenerRule:ListenerRule"],
);

export const METRICS: Dimensions = {
  "AWS/ApplicationELB": {
    LoadBalancer: subject(["arnSuffix"], "aws:lb/loadBalancer:LoadBalancer"),
    TargetGroup: subject(["arnSuffix"], "aws:lb/targetGroup:TargetGroup"),
    AvailabilityZone: ANY,
  },
  "AWS/NetworkELB": {
    LoadBalancer: subject(["arnSuffix"], "aws:lb/loadBalancer:LoadBalancer"),
    TargetGroup: subject(["arnSuffix"], "aws:lb/targetGroup:TargetGroup"),
    AvailabilityZone: ANY,
  },
};

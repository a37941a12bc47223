import type { Rule } from "../rule";
import { elasticIpOnInstance } from "./elasticIpOnInstance";
import { loadBalancerDeletionProtection } from "./loadBalancerDeletionProtection";
import { subnetPublicAddress } from "./subnetPublicAddress";
import { worldOpenPorts } from "./worldOpenPorts";

export const networkRules: readonly Rule[] = [
  elasticIpOnInstance,
  loadBalancerDeletionProtection,
  subnetPublicAddress,
  worldOpenPorts,
];

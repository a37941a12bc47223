import type { Rule } from "../rule";
import { adminRanges } from "./adminRanges";
import { databaseEgress } from "./databaseEgress";
import { defaultGroup } from "./defaultGroup";
import { defaultNetwork } from "./defaultNetwork";
import { elasticIpOnInstance } from "./elasticIpOnInstance";
import { endpointPolicy } from "./endpointPolicy";
import { groupChain } from "./groupChain";
import { loadBalancerDeletionProtection } from "./loadBalancerDeletionProtection";
import { networkAcl } from "./networkAcl";
import { outsideRoutes } from "./outsideRoutes";
import { publicDatabaseListener } from "./publicDatabaseListener";
import { sharedNetworks } from "./sharedNetworks";
import { storeSubnets } from "./storeSubnets";
import { subnetPublicAddress } from "./subnetPublicAddress";
import { workloadSubnets } from "./workloadSubnets";
import { worldOpenPorts } from "./worldOpenPorts";
import { serviceAuthentication } from "./serviceAuthentication";
import { lightsailPorts } from "./lightsailPorts";

export const networkRules: readonly Rule[] = [
  elasticIpOnInstance,
  loadBalancerDeletionProtection,
  subnetPublicAddress,
  worldOpenPorts,
  groupChain,
  adminRanges,
  networkAcl,
  endpointPolicy,
  defaultGroup,
  defaultNetwork,
  publicDatabaseListener,
  storeSubnets,
  workloadSubnets,
  sharedNetworks,
  outsideRoutes,
  databaseEgress,
  serviceAuthentication,
  lightsailPorts,
];

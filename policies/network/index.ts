import type { Rule } from "../rule";
import { sensitivePortWideRange } from "./sensitivePortWideRange";
import { databaseGroupEgress } from "./databaseGroupEgress";
import { defaultSecurityGroupRules } from "./defaultSecurityGroupRules";
import { defaultNetwork } from "./defaultNetwork";
import { elasticIpOnInstance } from "./elasticIpOnInstance";
import { vpcEndpointPolicyOpen } from "./vpcEndpointPolicyOpen";
import { databaseBehindWorldOpenGroup } from "./databaseBehindWorldOpenGroup";
import { loadBalancerDeletionProtection } from "./loadBalancerDeletionProtection";
import { networkAclWorldOpen } from "./networkAclWorldOpen";
import { routeToOtherNetwork } from "./routeToOtherNetwork";
import { publicListenerToDatabase } from "./publicListenerToDatabase";
import { networkOpenToStrangers } from "./networkOpenToStrangers";
import { dataStoreSubnetInternetRoute } from "./dataStoreSubnetInternetRoute";
import { subnetPublicAddressOnLaunch } from "./subnetPublicAddressOnLaunch";
import { workloadSubnetInternetRoute } from "./workloadSubnetInternetRoute";
import { securityGroupWorldOpen } from "./securityGroupWorldOpen";
import { serviceWithoutAuthentication } from "./serviceWithoutAuthentication";
import { managedFirewallWorldOpen } from "./managedFirewallWorldOpen";

export const networkRules: readonly Rule[] = [
  elasticIpOnInstance,
  loadBalancerDeletionProtection,
  subnetPublicAddressOnLaunch,
  securityGroupWorldOpen,
  databaseBehindWorldOpenGroup,
  sensitivePortWideRange,
  networkAclWorldOpen,
  vpcEndpointPolicyOpen,
  defaultSecurityGroupRules,
  defaultNetwork,
  publicListenerToDatabase,
  dataStoreSubnetInternetRoute,
  workloadSubnetInternetRoute,
  networkOpenToStrangers,
  routeToOtherNetwork,
  databaseGroupEgress,
  serviceWithoutAuthentication,
  managedFirewallWorldOpen,
];

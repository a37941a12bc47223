import { alarms } from "./alarms";
import { apiRoutes } from "./apiRoutes";
import { apiStages } from "./apiStages";
import { backups } from "./backups";
import { bucketEncryption } from "./bucketEncryption";
import { bucketExposure } from "./bucketExposure";
import type { CaseTable } from "./case";
import { cdn } from "./cdn";
import { computeEncryption } from "./computeEncryption";
import { computeExposure } from "./computeExposure";
import { databaseEncryption } from "./databaseEncryption";
import { databaseExposure } from "./databaseExposure";
import { databaseLoss } from "./databaseLoss";
import { dataPolicies } from "./dataPolicies";
import { edgeAndIdentity } from "./edgeAndIdentity";
import { environmentSecrets } from "./environmentSecrets";
import { keysAndSecrets } from "./keysAndSecrets";
import { lifecycle } from "./lifecycle";
import { messaging } from "./messaging";
import { network } from "./network";
import { otherStores } from "./otherStores";
import { permissions } from "./permissions";
import { recordings } from "./recordings";
import { roleHoldings } from "./roleHoldings";
import { searchAndCache } from "./searchAndCache";
import { secretValues } from "./secretValues";
import { transit } from "./transit";
import { trustBetweenAccounts } from "./trustBetweenAccounts";
import { trustPolicies } from "./trustPolicies";
import { userPoolClients } from "./userPoolClients";
import { userPools } from "./userPools";
import { webEdge } from "./webEdge";

/** Every case of every rule, by rule id. */
export const CASES: CaseTable = {
  ...alarms,
  ...apiRoutes,
  ...apiStages,
  ...backups,
  ...bucketEncryption,
  ...bucketExposure,
  ...cdn,
  ...computeEncryption,
  ...computeExposure,
  ...databaseEncryption,
  ...databaseExposure,
  ...databaseLoss,
  ...dataPolicies,
  ...edgeAndIdentity,
  ...environmentSecrets,
  ...keysAndSecrets,
  ...lifecycle,
  ...messaging,
  ...network,
  ...otherStores,
  ...permissions,
  ...recordings,
  ...roleHoldings,
  ...searchAndCache,
  ...secretValues,
  ...transit,
  ...trustBetweenAccounts,
  ...trustPolicies,
  ...userPoolClients,
  ...userPools,
  ...webEdge,
};

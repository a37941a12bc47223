import { alarms } from "./alarms";
import { apiRoutes } from "./apiRoutes";
import { apiStages } from "./apiStages";
import { backups } from "./backups";
import { bucketEncryption } from "./bucketEncryption";
import { bucketExposure } from "./bucketExposure";
import type { CaseTable } from "./case";
import { cdn } from "./cdn";
import { computeEncryption } from "./computeEncryption";
import { contingency } from "./contingency";
import { computeExposure } from "./computeExposure";
import { databaseEncryption } from "./databaseEncryption";
import { databaseExposure } from "./databaseExposure";
import { databaseLoss } from "./databaseLoss";
import { dataPolicies } from "./dataPolicies";
import { edgeAndIdentity } from "./edgeAndIdentity";
import { effective } from "./effective";
import { environmentSecrets } from "./environmentSecrets";
import { furtherExposure } from "./furtherExposure";
import { keysAndSecrets } from "./keysAndSecrets";
import { lifecycle } from "./lifecycle";
import { logging } from "./logging";
import { messaging } from "./messaging";
import { network } from "./network";
import { networkPlaces } from "./networkPlaces";
import { cost } from "./cost";
import { preflightMore } from "./preflightMore";
import { preflight } from "./preflight";
import { placement } from "./placement";
import { hatches } from "./hatches";
import { networkExposure } from "./networkExposure";
import { otherDeletion } from "./otherDeletion";
import { otherEncryption } from "./otherEncryption";
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

/** The cases of the rules by the name of their file, which is that of the table in it. */
export const TABLES: Readonly<Record<string, CaseTable>> = {
  alarms,
  apiRoutes,
  apiStages,
  backups,
  bucketEncryption,
  bucketExposure,
  cdn,
  computeEncryption,
  computeExposure,
  contingency,
  databaseEncryption,
  databaseExposure,
  databaseLoss,
  dataPolicies,
  edgeAndIdentity,
  effective,
  environmentSecrets,
  furtherExposure,
  keysAndSecrets,
  lifecycle,
  logging,
  messaging,
  network,
  networkPlaces,
  cost,
  preflightMore,
  preflight,
  placement,
  hatches,
  networkExposure,
  otherDeletion,
  otherEncryption,
  otherStores,
  permissions,
  recordings,
  roleHoldings,
  searchAndCache,
  secretValues,
  transit,
  trustBetweenAccounts,
  trustPolicies,
  userPoolClients,
  userPools,
  webEdge,
};

/** Every case of every rule, by rule id. */
export const CASES: CaseTable = Object.assign({}, ...Object.values(TABLES));

import { bucketEncryption } from "./bucketEncryption";
import { bucketExposure } from "./bucketExposure";
import type { CaseTable } from "./case";
import { computeEncryption } from "./computeEncryption";
import { computeExposure } from "./computeExposure";
import { databaseEncryption } from "./databaseEncryption";
import { databaseExposure } from "./databaseExposure";
import { databaseLoss } from "./databaseLoss";
import { dataPolicies } from "./dataPolicies";
import { edgeAndIdentity } from "./edgeAndIdentity";
import { keysAndSecrets } from "./keysAndSecrets";
import { lifecycle } from "./lifecycle";
import { messaging } from "./messaging";
import { network } from "./network";
import { otherStores } from "./otherStores";
import { recordings } from "./recordings";
import { searchAndCache } from "./searchAndCache";
import { trustPolicies } from "./trustPolicies";

/** Every case of every rule, by rule id. */
export const CASES: CaseTable = {
  ...bucketEncryption,
  ...bucketExposure,
  ...computeEncryption,
  ...computeExposure,
  ...dataPolicies,
  ...databaseEncryption,
  ...databaseExposure,
  ...databaseLoss,
  ...edgeAndIdentity,
  ...keysAndSecrets,
  ...lifecycle,
  ...messaging,
  ...network,
  ...otherStores,
  ...recordings,
  ...searchAndCache,
  ...trustPolicies,
};

import { accessRules } from "./access";
import { analyticsRules } from "./analytics";
import { auditRules } from "./audit";
import { computeRules } from "./compute";
import { costRules } from "./cost";
import { databaseRules } from "./database";
import { deliveryRules } from "./delivery";
import { edgeRules } from "./edge";
import { hatchRules } from "./hatches";
import { identityRules } from "./identity";
import { lifecycleRules } from "./lifecycle";
import { messagingRules } from "./messaging";
import { networkRules } from "./network";
import { placementRules } from "./placement";
import { preflightRules } from "./preflight";
import { resilienceRules } from "./resilience";
import { secretsRules } from "./secrets";
import { securityRules } from "./security";
import { storageRules } from "./storage";
import type { Rule } from "./rule";
import { taggingRules } from "./tagging";
import { transitRules } from "./transit";

/** Every rule, in the order it is reported and documented: from the data outwards. */
export const pack: readonly Rule[] = [
  ...storageRules,
  ...databaseRules,
  ...computeRules,
  ...messagingRules,
  ...analyticsRules,
  ...securityRules,
  ...secretsRules,
  ...networkRules,
  ...transitRules,
  ...edgeRules,
  ...identityRules,
  ...accessRules,
  ...auditRules,
  ...resilienceRules,
  ...deliveryRules,
  ...lifecycleRules,
  ...hatchRules,
  ...placementRules,
  ...taggingRules,
  ...preflightRules,
  ...costRules,
];

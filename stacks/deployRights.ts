import { RIGHTS as audit } from "../components/audit/deployRights";
import { RIGHTS as compute } from "../components/compute/deployRights";
import { RIGHTS as cost } from "../components/cost/deployRights";
import { RIGHTS as database } from "../components/database/deployRights";
import { RIGHTS as delivery } from "../components/delivery/deployRights";
import { RIGHTS as edge } from "../components/edge/deployRights";
import { RIGHTS as identity } from "../components/identity/deployRights";
import { RIGHTS as network } from "../components/network/deployRights";
import { RIGHTS as resilience } from "../components/resilience/deployRights";
import { RIGHTS as security } from "../components/security/deployRights";
import { RIGHTS as storage } from "../components/storage/deployRights";
import type { DeployRights } from "../components/shared/deployRights";

/** What a deploy role of an environment is allowed, from beside the components that need it. */
export const DEPLOY_RIGHTS: readonly DeployRights[] = [
  audit,
  compute,
  cost,
  database,
  delivery,
  edge,
  identity,
  network,
  resilience,
  security,
  storage,
];

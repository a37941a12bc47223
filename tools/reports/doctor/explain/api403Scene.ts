import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { hostOf } from "../graph/origins";
import { textAt, where } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { apiOf } from "../graph/service";
import { upAgain } from "./explanation";

/** What stands between a browser and the API. */
export function entryOf(snapshot: Snapshot) {
  const rest = ofType(snapshot, "aws:apigateway/restApi:RestApi")[0];
  const restId = textAt(rest, "id");
  const stage = where(snapshot, "aws:apigateway/stage:Stage", "restApi", restId);
  const balancer = ofType(snapshot, "aws:lb/loadBalancer:LoadBalancer")[0];
  const pool = ofType(snapshot, "aws:cognito/userPool:UserPool")[0];
  const host = hostOf(snapshot, "apiUrl");
  const front = rest === undefined ? textAt(balancer, "arn") : textAt(stage, "arn");
  const domain = where(snapshot, "aws:apigateway/domainName:DomainName", "domainName", host);
  return {
    snapshot,
    again: upAgain(snapshot),
    api: apiOf(snapshot),
    rest,
    restId,
    stage,
    balancer,
    pool,
    host,
    front,
    domain,
  };
}
export type Entry = ReturnType<typeof entryOf>;

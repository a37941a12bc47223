import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { type Check, link, unknown } from "../finding";
import { listAt, output, textAt, textsAt, where } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { valueAt } from "../../../shared/snapshot/valueAt";
import { gatewayLinks } from "./api403Gateway";
import { type Entry, entryOf } from "./api403Scene";
import { explanation } from "./explanation";

const links: readonly Check<Entry>[] = [
  {
    id: "name",
    title: "the name leads to the entry",
    run: ({ snapshot, host = "", rest, balancer, domain, again }) => {
      const entry = rest === undefined ? textAt(balancer, "dnsName") : textAt(domain, "regionalDomainName");
      const isRight = ofType(snapshot, "aws:route53/record:Record").some(
        (each) =>
          textAt(each, "type") === "A" &&
          textAt(each, "name") === host &&
          listAt(each, "aliases").some((alias) => valueAt(alias, "name") === entry),
      );
      return link(
        isRight,
        `${host} is ${entry ?? ""}.`,
        `No A record of ${host} leads to ${entry ?? "an entry"}.`,
        again,
      );
    },
  },
  ...gatewayLinks,
  {
    id: "token",
    title: "the API expects the same pool",
    run: ({ api, pool, again }) => {
      const issuer = api.environment("TOKEN_ISSUER");
      return link(
        issuer === `https://${textAt(pool, "endpoint") ?? ""}`,
        issuer ?? "",
        `The task is told ${issuer ?? "no issuer"}, so it refuses the pool's tokens.`,
        again,
      );
    },
  },
  {
    id: "firewall",
    title: "the firewall is this stack's",
    run: ({ snapshot, front, again }) => {
      const association = where(snapshot, "aws:wafv2/webAclAssociation:WebAclAssociation", "resourceArn", front);
      const acl = where(snapshot, "aws:wafv2/webAcl:WebAcl", "arn", textAt(association, "webAclArn"));
      return link(
        acl !== undefined,
        `${textAt(acl, "name") ?? ""}, with ${listAt(acl, "rules").length} rules.`,
        "No firewall is associated with the entry.",
        again,
      );
    },
  },
  {
    id: "blocked",
    title: "the firewall did not block the request",
    run: ({ snapshot }) =>
      unknown(
        "A request that a rule blocks is answered with 403 and an empty or HTML body. Which one is in the firewall's log only.",
        `aws logs tail aws-waf-logs-${prefixOf(snapshot)}-api --since 30m --filter-pattern '{ $.action = "BLOCK" }'`,
        "A vendor's calls go under telehealth:service.webhookPaths",
      ),
  },
  {
    id: "route",
    title: "the load balancer knows the host",
    run: ({ snapshot, host = "", again }) => {
      const isKnown = ofType(snapshot, "aws:lb/listenerRule:ListenerRule").some((rule) =>
        listAt(rule, "conditions").some((_, at) => textsAt(rule, `conditions.${at}.hostHeader.values`).includes(host)),
      );
      return link(
        isKnown,
        `Its rule is for ${host}; anything else is answered with 404.`,
        `No rule of the load balancer is for ${host}.`,
        again,
      );
    },
  },
];

const prefixOf = ({ project, stack }: Snapshot) => `${project}-${stack}`;

export const api403 = explanation({
  name: "api-403",
  title: "The API answers 403",
  scene: entryOf,
  links,
  commands: ({ snapshot, host = "", stage, restId = "", balancer }) => [
    `curl -si https://${host}/health   # 200 without a token: then name, certificate, firewall and load balancer work`,
    ...(stage === undefined
      ? [`aws elbv2 describe-listeners --load-balancer-arn ${textAt(balancer, "arn") ?? ""} --query 'Listeners[].Port'`]
      : [
          `aws apigateway get-stage --rest-api-id ${restId} --stage-name ${textAt(stage, "stageName") ?? ""} --query deploymentId`,
          `aws logs tail ${textAt(stage, "accessLogSettings.destinationArn")?.split(":").at(-1) ?? ""} --since 30m --filter-pattern '{ $.status = 403 }'   # error and firewallStatus say who refused`,
        ]),
    `aws cognito-idp describe-user-pool --user-pool-id ${output(snapshot, "userPoolId") ?? ""} --query UserPool.Name`,
  ],
});

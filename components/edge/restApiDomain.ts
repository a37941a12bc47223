import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { AliasRecord } from "./aliasRecord";

export interface ApiDomain {
  readonly name: string;
  /** Validated certificate for `name`, in the region of the API. */
  readonly certificateArn: pulumi.Input<string>;
  readonly hostedZoneId: pulumi.Input<string>;
}

/** Our own name for a stage, at its root, with TLS 1.2 and 1.3 only. The DNS record comes last: it opens the door. */
export function apiDomain(
  component: pulumi.Resource,
  name: string,
  { name: domainName, certificateArn, hostedZoneId }: ApiDomain,
  stage: aws.apigateway.Stage,
): void {
  const domain = new aws.apigateway.DomainName(
    `${name}-domain`,
    {
      domainName,
      regionalCertificateArn: certificateArn,
      endpointConfiguration: { types: "REGIONAL" },
      securityPolicy: "TLS_1_2",
    },
    { parent: component },
  );
  const mapping = new aws.apigateway.BasePathMapping(
    `${name}-mapping`,
    { domainName: domain.domainName, restApi: stage.restApi, stageName: stage.stageName },
    { parent: component },
  );
  new AliasRecord(
    `${name}-name`,
    {
      name: domainName,
      hostedZoneId,
      target: { dnsName: domain.regionalDomainName, zoneId: domain.regionalZoneId },
      ipv6: false,
    },
    { parent: component, dependsOn: [mapping] },
  );
}

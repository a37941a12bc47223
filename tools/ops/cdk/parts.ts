import { z } from "zod";
import type { SnapshotResource } from "../../shared/snapshot/snapshot";
import type { CdkResource } from "./cdkResource";
import type { Imported } from "./imported";

/** Settings that are one resource with their bucket for CloudFormation, and resources of their own for Pulumi. */
const BUCKET_PARTS: Readonly<Record<string, string>> = {
  BucketEncryption: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  CorsConfiguration: "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
  LifecycleConfiguration: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  LoggingConfiguration: "aws:s3/bucketLogging:BucketLogging",
  OwnershipControls: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  PublicAccessBlockConfiguration: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  VersioningConfiguration: "aws:s3/bucketVersioning:BucketVersioning",
};
const METHOD_RESPONSE = "aws:apigateway/methodResponse:MethodResponse";
const responses = z.array(z.object({ StatusCode: z.union([z.string(), z.number()]).transform(String) }));

/**
 * What the template says a resource has and Pulumi counts apart. Only that: importing what is not there fails. The others
 * are made by the first update, which for settings means that they are written.
 */
export function partsOf(whole: Imported, planned: readonly SnapshotResource[]): readonly Imported[] {
  const { cdk, id, resource } = whole;
  if (cdk.type === "AWS::S3::Bucket") {
    const types = Object.entries(BUCKET_PARTS).flatMap(([setting, type]) => (has(cdk, setting) ? [type] : []));
    return planned
      .filter((each) => types.includes(each.type) && dependsOn(each, "bucket", resource.urn))
      .map((each) => ({ cdk, resource: each, id }));
  }
  if (cdk.type !== "AWS::ApiGateway::Method") return [];
  const codes =
    responses.safeParse(cdk.properties?.["MethodResponses"]).data?.map(({ StatusCode }) => StatusCode) ?? [];
  const { httpMethod } = resource.inputs;
  const [api = []] = [resource.propertyDependencies["resourceId"]];
  return planned.flatMap((each) => {
    const { statusCode } = each.inputs;
    const isOfMethod = each.type === METHOD_RESPONSE && each.inputs["httpMethod"] === httpMethod;
    const isOfPath = api.some((urn) => dependsOn(each, "resourceId", urn));
    if (!isOfMethod || !isOfPath || typeof statusCode !== "string" || !codes.includes(statusCode)) return [];
    return [{ cdk, resource: each, id: `${id}/${statusCode}` }];
  });
}

const has = ({ properties }: CdkResource, setting: string) => properties?.[setting] !== undefined;
const dependsOn = ({ propertyDependencies }: SnapshotResource, property: string, urn: string) =>
  (propertyDependencies[property] ?? []).includes(urn);

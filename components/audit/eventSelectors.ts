import type * as aws from "@pulumi/aws";

type Selector = aws.types.input.cloudtrail.TrailAdvancedEventSelector;

/**
 * All management events, and every read and write of an object in buckets that begin with one of these names. Other
 * buckets stay out: were the trail's own among them, each record would be recorded again, for ever.
 */
export function eventSelectors(bucketPrefixes: readonly string[]): Selector[] {
  const management = {
    name: "Management events",
    fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
  };
  if (bucketPrefixes.length === 0) return [management];
  return [
    management,
    {
      name: "Reads and writes of patient data",
      fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::S3::Object"] },
        { field: "resources.ARN", startsWiths: bucketPrefixes.map((prefix) => `arn:aws:s3:::${prefix}`) },
      ],
    },
  ];
}

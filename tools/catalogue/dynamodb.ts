import { others } from "./entry";

export const OTHERS = others({
  "dynamodb/table:Table": {
    outputs: {
      id: "{name}",
      arn: "{arn:dynamodb}table/{name}",
      streamArn: "{arn:dynamodb}table/{name}/stream/2024-01-01T00:00:00.000",
      streamLabel: "2024-01-01T00:00:00.000",
    },
    replacedBy: "hashKey localSecondaryIndexes name rangeKey importTable restoreSourceName",
    protectedBy: {
      property: "deletionProtectionEnabled",
      value: true,
      answer: (name) =>
        `deleting DynamoDB Table (${name}): operation error DynamoDB: DeleteTable, StatusCode: 400, ValidationException: ` +
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
    },
  },
});

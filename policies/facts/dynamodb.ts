import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts({
  "aws:dynamodb/table:Table": {
    holdsData: true,
    backedUp: true,
    named: ["name", /^[\w.-]{3,255}$/, "3 to 255 letters, digits and . - _"],
  },
});

export const METRICS: Dimensions = {
  "AWS/DynamoDB": {
    TableName: subject(["name"], "aws:dynamodb/table:Table"),
    Operation: ANY,
    GlobalSecondaryIndexName: ANY,
  },
};

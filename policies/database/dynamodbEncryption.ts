import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const REPLICA = "aws:dynamodb/tableReplica:TableReplica";

export const dynamodbEncryption = rule({
  id: "dynamodb-encryption",
  title: "DynamoDB tables and their replicas encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "critical",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set serverSideEncryption.enabled to true and kmsKeyArn to a key of this project, in every region",
  types: ["aws:dynamodb/table:Table", REPLICA],
  check: (table) => {
    if (table.type === REPLICA) return ourKey(table.at("kmsKeyArn"), "the replica is encrypted");
    const sse = table.at("serverSideEncryption");
    return [
      isTrue(sse.at("enabled"), "the table is encrypted with a key that AWS owns"),
      sse.at("enabled").flag === true ? ourKey(sse.at("kmsKeyArn"), "the table is encrypted") : undefined,
      ...table.at("replicas").items.map((each) => ourKey(each.at("kmsKeyArn"), "the replica is encrypted")),
    ];
  },
});

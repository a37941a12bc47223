import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { isPlaceholder } from "../shared/secretText";

/** Credentials that AWS can also take from Secrets Manager or do without. */
const PLACES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "aws:elasticache/replicationGroup:ReplicationGroup": [["authToken"]],
  "aws:elasticache/user:User": [["passwords"], ["authenticationMode", "passwords"]],
  "aws:memorydb/user:User": [["authenticationMode", "passwords"]],
  "aws:glue/connection:Connection": [
    ["connectionProperties", "PASSWORD"],
    ["authenticationConfiguration", "basicAuthenticationCredentials", "password"],
  ],
  "aws:cognito/user:User": [["password"], ["temporaryPassword"]],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    ["redshiftConfiguration", "password"],
    ["splunkConfiguration", "hecToken"],
    ["snowflakeConfiguration", "privateKey"],
  ],
  "aws:quicksight/dataSource:DataSource": [["credentials", "credentialPair", "password"]],
  "aws:apigateway/apiKey:ApiKey": [["value"]],
};
const GENERATORS = /::(random|tls):index\//;

export const credentialValue = rule({
  id: "credential-value",
  title: "No password or token is written into a resource",
  family: "secrets",
  severity: "high",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation:
    "Use roles (IAM authentication), a secret's ARN or a write-only property (...Wo); otherwise generate it with random.RandomPassword",
  types: Object.keys(PLACES),
  checkInStack: (resource, stack): Outcomes =>
    (PLACES[resource.type] ?? []).flatMap((path) => {
      const field = resource.at(...path);
      const made = stack.madeFrom(resource, field);
      if (made.some((urn) => GENERATORS.test(urn))) return [];
      return field.items.map((each) => {
        if (each.unknown) return each.later();
        const { text } = each;
        return text === undefined || isPlaceholder(text) || text.startsWith("arn:")
          ? undefined
          : each.refuse("the credential is in the program or its state");
      });
    }),
});

import { rule } from "../rule";

const VERIFYING = ["require", "verify-ca", "verify-full"];
/** Engines that have no sslMode: what they speak is TLS already, or is no network at all. */
const WITHOUT = ["s3", "dynamodb", "kinesis", "neptune", "redshift", "opensearch", "elasticsearch", "timestream"];

export const migrationEndpointTls = rule({
  id: "migration-endpoint-tls",
  title: "Database migration endpoints use TLS",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Set sslMode to verify-full, or to require where the other side has no certificate to check",
  types: ["aws:dms/endpoint:Endpoint"],
  check: (endpoint) => {
    const [engine, mode] = [endpoint.at("engineName"), endpoint.at("sslMode")];
    if (mode.unknown) return mode.later();
    if (WITHOUT.includes(engine.text ?? "") || VERIFYING.includes(mode.text ?? "")) return undefined;
    return mode.refuse("records are copied in clear text");
  },
});

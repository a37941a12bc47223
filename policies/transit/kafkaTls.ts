import { isNotFalse, isOneOf } from "../engine/expect";
import { rule } from "../rule";

export const kafkaTls = rule({
  id: "kafka-tls",
  title: "Kafka brokers use TLS with clients and with each other",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Set encryptionInfo.encryptionInTransit.clientBroker to TLS, and leave inCluster out",
  types: ["aws:msk/cluster:Cluster"],
  check: (cluster) => [
    isOneOf(
      cluster.at("encryptionInfo", "encryptionInTransit", "clientBroker"),
      ["TLS"],
      "clients may connect without TLS",
      "TLS",
    ),
    isNotFalse(
      cluster.at("encryptionInfo", "encryptionInTransit", "inCluster"),
      "brokers talk to each other in clear text",
    ),
  ],
});

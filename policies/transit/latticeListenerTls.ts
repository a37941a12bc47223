import { isOneOf } from "../engine/expect";
import { rule } from "../rule";

export const latticeListenerTls = rule({
  id: "lattice-listener-tls",
  title: "VPC Lattice listeners use HTTPS or pass TLS through",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Set protocol HTTPS",
  types: ["aws:vpclattice/listener:Listener"],
  check: (listener) =>
    isOneOf(listener.at("protocol"), ["HTTPS", "TLS_PASSTHROUGH"], "requests between services are not encrypted"),
});

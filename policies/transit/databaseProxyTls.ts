import { isTrue } from "../engine/expect";
import { rule } from "../rule";

export const databaseProxyTls = rule({
  id: "database-proxy-tls",
  title: "Database proxies refuse connections without TLS",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Set requireTls to true",
  types: ["aws:rds/proxy:Proxy"],
  check: (proxy) => isTrue(proxy.at("requireTls"), "the proxy accepts connections without TLS"),
});

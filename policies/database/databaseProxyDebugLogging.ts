import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

export const databaseProxyDebugLogging = rule({
  id: "database-proxy-debug-logging",
  title: "Database proxies do not log SQL statements",
  family: "phi-in-logs",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Leave debugLogging out",
  types: ["aws:rds/proxy:Proxy"],
  check: (proxy) => isNotTrue(proxy.at("debugLogging"), "every statement is logged, including patient data"),
});

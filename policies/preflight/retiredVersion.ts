import { rule } from "../rule";

/** The first major version that still gets fixes without extra pay, as of November 2026. */
const OLDEST: Readonly<Record<string, number>> = {
  "aurora-postgresql": 14,
  postgres: 14,
  "aurora-mysql": 8,
  mysql: 8,
  docdb: 5,
  mariadb: 10.6,
};
/** AWS Lambda Developer Guide, "Deprecated runtimes": no new functions with these. */
const RUNTIMES =
  /^(nodejs(|4\.3|4\.3-edge|6\.10|8\.10|10\.x|12\.x|14\.x|16\.x|18\.x)|python(2\.7|3\.[6-8])|ruby2\.\d|java8|go1\.x|dotnetcore\d\.\d|dotnet[5-7]|provided)$/;
const FUNCTION = "aws:lambda/function:Function";

export const retiredVersion = rule({
  id: "retired-version",
  title: "Engines and runtimes have supported versions",
  family: "preflight",
  severity: "high",
  controls: ["164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)"],
  remediation: "Use a supported version, such as Aurora PostgreSQL 15 or newer or nodejs22.x",
  types: ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance", "aws:docdb/cluster:Cluster", FUNCTION],
  check: (resource) => {
    if (resource.type === FUNCTION) {
      const runtime = resource.at("runtime");
      if (runtime.unknown) return runtime.later();
      return RUNTIMES.test(runtime.text ?? "")
        ? runtime.refuse(`${runtime.text ?? ""} no longer gets security fixes`)
        : undefined;
    }
    const [engine, version] = [resource.at("engine"), resource.at("engineVersion")];
    if (version.unknown) return version.later();
    const written = version.text ?? String(version.number ?? "");
    const name = engine.text ?? (resource.type === "aws:docdb/cluster:Cluster" ? "docdb" : "");
    const oldest = OLDEST[name];
    if (oldest === undefined || written === "") return undefined;
    const [major = "", minor = "0"] = written.split(".");
    const old =
      name === "mariadb"
        ? Number(major) < 10 || (Number(major) === 10 && Number(minor) < 6)
        : Number(major) < oldest && !(name === "aurora-mysql" && /mysql_aurora\.3/.test(written));
    return old ? version.refuse(`${name} ${written} has reached the end of support`) : undefined;
  },
});

import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const CLUSTER = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
const OFF = /^(0|off|false|disabled)$/i;
/** A key of this kind, what it must say, and the families whose default is not that. */
interface Switch {
  readonly name: string;
  readonly on: RegExp;
  readonly write: string;
  /** Whether a group of this family without the parameter leaves connections in the clear. */
  readonly offByDefault: (family: string) => boolean;
}

/** From the parameter tables of the RDS, Aurora, DocumentDB, Neptune and Redshift guides. */
const SWITCHES: readonly Switch[] = [
  {
    name: "rds.force_ssl",
    on: /^(1|on|true)$/i,
    write: "1",
    // Aurora asks for TLS by itself from version 17 on, RDS for PostgreSQL from 15 on.
    offByDefault: (family) => /^aurora-postgresql(9|1[0-6])|^postgres(9|1[0-4])/.test(family),
  },
  {
    name: "require_secure_transport",
    on: /^(1|on|true)$/i,
    write: "ON",
    offByDefault: (family) => /^(aurora-mysql|mysql)/.test(family),
  },
  {
    name: "require_ssl",
    on: /^(1|on|true)$/i,
    write: "true",
    offByDefault: (family) => family.startsWith("redshift-1"),
  },
  { name: "tls", on: /^(enabled|fips-140-3|tls1\.[23]\+)$/i, write: "enabled", offByDefault: () => false },
  { name: "neptune_enforce_ssl", on: /^1$/, write: "1", offByDefault: () => false },
];
/** The lowest version that may be spoken. */
const VERSION = /^(ssl_min_protocol_version|tls_version)$/;
const OLD = /^TLSv1(\.1)?$|TLSv1(,|$)|TLSv1\.1/;

export const databaseTls = rule({
  id: "database-tls",
  title: "Databases refuse connections without TLS 1.2",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)", "164.312(a)(2)(iv)"],
  remediation: "Set the parameter that requires TLS, such as rds.force_ssl = 1 with ssl_min_protocol_version = TLSv1.2",
  types: [
    CLUSTER,
    "aws:rds/parameterGroup:ParameterGroup",
    "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
    "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
    "aws:redshift/parameterGroup:ParameterGroup",
  ],
  check: (group): Outcomes => {
    const [family, parameters] = [group.at("family"), group.at("parameters")];
    if (parameters.unknown) return parameters.later();
    const all = parameters.items;
    const missing = SWITCHES.filter(
      // Parameters of an instance cannot hold this one for Aurora: its cluster's group does.
      ({ name, offByDefault }) =>
        offByDefault(family.text ?? "") &&
        !(family.text?.startsWith("aurora") === true && group.type !== CLUSTER) &&
        !all.some((each) => each.at("name").text === name),
    );
    return [
      missing.map(({ name, write }) =>
        parameters.refuse(
          `${family.text ?? ""} accepts connections without TLS unless ${name} is set`,
          `Set ${name} to ${write}`,
        ),
      ),
      all.map(judge),
    ];
  },
});

function judge(parameter: Field): Outcomes {
  const [name, value] = [parameter.at("name"), parameter.at("value")];
  if (name.unknown) return name.later();
  if (VERSION.test(name.text ?? ""))
    return value.unknown
      ? value.later()
      : OLD.test(value.text ?? "")
        ? value.refuse(`${value.text ?? ""} is insecure`)
        : undefined;
  const known = SWITCHES.find((each) => each.name === name.text);
  if (known === undefined) return undefined;
  if (value.unknown) return value.later();
  const text = value.text ?? String(value.number ?? value.flag ?? "");
  if (known.on.test(text)) return undefined;
  const why = OFF.test(text) ? "connections without TLS are accepted" : `${text || "nothing"} does not require TLS`;
  return value.refuse(why, `Set ${known.name} to ${known.write}`);
}

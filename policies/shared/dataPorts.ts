/** Ports that people administer machines on. */
const ADMIN: Readonly<Record<number, string>> = {
  22: "SSH",
  23: "Telnet",
  445: "SMB",
  2375: "Docker",
  3389: "RDP",
  5985: "WinRM",
  5986: "WinRM",
};
/** Ports that data stores listen on. */
const DATA: Readonly<Record<number, string>> = {
  111: "NFS",
  1433: "SQL Server",
  1521: "Oracle",
  2049: "NFS",
  3306: "MySQL",
  5432: "PostgreSQL",
  5439: "Redshift",
  5671: "AMQP",
  5672: "AMQP",
  6379: "Redis",
  8182: "Neptune",
  9042: "Cassandra",
  9092: "Kafka",
  9094: "Kafka",
  9200: "OpenSearch",
  11211: "Memcached",
  27017: "MongoDB",
};

/** A stretch of ports, both ends included. */
export interface Ports {
  readonly from: number;
  readonly to: number;
}

function named(table: Readonly<Record<number, string>>, { from, to }: Ports): string | undefined {
  const [port, name] = Object.entries(table).find(([each]) => from <= Number(each) && Number(each) <= to) ?? [];
  return port === undefined ? undefined : `${name ?? ""} (${port})`;
}

/** The first data store's port among these, as text for a message. */
export function dataPort(ports: Ports): string | undefined {
  return named(DATA, ports);
}

/** The first port of an administrator or a data store among these. */
export function sensitivePort(ports: Ports): string | undefined {
  return named(ADMIN, ports) ?? named(DATA, ports);
}

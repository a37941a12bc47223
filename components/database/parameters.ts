interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly applyMethod: "immediate" | "pending-reboot";
}

/**
 * Settings of the cluster, for every major from 15 on.
 *
 * Two things pull against each other: HIPAA wants access recorded (45 CFR 164.312(b)), and a statement's text carries
 * patients' data wherever an application writes values into its SQL. So the log says who did what to which kind of object,
 * and never repeats rows:
 * - pgaudit records DDL and grants for everybody, and reads and writes of the tables that are granted to `rds_pgaudit`
 *   (object auditing): choose the PHI tables with GRANT in a migration, and let the application bind its parameters.
 *   pgaudit.log "read" or "write" would log every statement of every table, the health check's too.
 * - PostgreSQL itself would print the whole failing statement after an error and the offending key in its DETAIL line:
 *   `log_min_error_statement` and `log_error_verbosity` stop both.
 * - `log_statement`, `log_min_duration_statement` and `pgaudit.log_parameter` would print values too. They are off in the
 *   engine, and stay out of this list because a value equal to the engine's is a difference at every update.
 */
export const PARAMETERS: readonly Parameter[] = [
  { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
  // Equal to the engine's own value in some minors, where AWS reports pending-reboot whatever was asked for.
  { name: "ssl_min_protocol_version", value: "TLSv1.2", applyMethod: "pending-reboot" },
  { name: "shared_preload_libraries", value: "pg_stat_statements,pgaudit", applyMethod: "pending-reboot" },
  { name: "pgaudit.role", value: "rds_pgaudit", applyMethod: "pending-reboot" },
  { name: "pgaudit.log", value: "ddl,role", applyMethod: "pending-reboot" },
  { name: "log_connections", value: "1", applyMethod: "immediate" },
  { name: "log_disconnections", value: "1", applyMethod: "immediate" },
  { name: "log_min_error_statement", value: "panic", applyMethod: "immediate" },
  { name: "log_error_verbosity", value: "terse", applyMethod: "immediate" },
];

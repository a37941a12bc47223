/** Where the two containers of the import meet. */
export const WORK = "/work";
const DUMP = `${WORK}/dump`;
const CERTIFICATES = `${WORK}/certificates.pem`;

/** Of a hosted platform: its users with their passwords, its own files, and roles that its policies name. */
const FOREIGN_SCHEMAS = ["auth", "storage"];
const FOREIGN_ROLES = ["anon", "authenticated", "service_role"];

/** What psql reads from its environment: TLS, with the certificate of the very host that was asked for. */
export const TLS_ENVIRONMENT = { PGSSLMODE: "verify-full", PGSSLROOTCERT: CERTIFICATES } as const;

/**
 * Streams the dump through a named pipe into the other container, so that PHI reaches no disk. A download that breaks off
 * ends the stream early, and `pg_restore` refuses half an archive.
 */
export function fetchScript(): string {
  return [
    "set -euo pipefail",
    // The certificates of RDS: "Using SSL/TLS to encrypt a connection to a DB cluster", Amazon Aurora User Guide.
    `curl --fail --silent --show-error --output ${CERTIFICATES} https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem`,
    // The other container's user reads them, and this one alone writes. The pipe comes last: it says that all is there.
    `chmod 644 ${CERTIFICATES}`,
    `mkfifo -m 644 ${DUMP}`,
    `aws s3 cp --only-show-errors "s3://$IMPORT_BUCKET/$IMPORT_KEY" - > ${DUMP}`,
  ].join("\n");
}

/**
 * Restores the dump in one transaction that is committed only if `pg_restore` came to its end. The platform's own
 * schemas have to be there while foreign keys and policies are made, and take everything that depends on them along when
 * they are dropped: their users are never visible to anybody. Row security stays on and, where its policies went, shows
 * the application nothing until a migration writes new ones.
 */
export function restoreScript(schemas: readonly string[], extensions: readonly string[]): string {
  const all = [...schemas, ...FOREIGN_SCHEMAS];
  return [
    "set -euo pipefail",
    `for _ in $(seq 60); do [ -p ${DUMP} ] && break; sleep 1; done`,
    `[ -p ${DUMP} ] || { echo 'The fetch container sent nothing: see its log.' >&2; exit 1; }`,
    "psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 <<'SQL'",
    ...emptyOrStop(all),
    "SQL",
    "{",
    "cat <<'SQL'",
    "BEGIN;",
    "SET client_min_messages = warning;",
    ...[...all, "extensions"].map((schema) => `CREATE SCHEMA IF NOT EXISTS ${schema};`),
    ...extensions.map((extension) => `CREATE EXTENSION IF NOT EXISTS "${extension}" SCHEMA extensions;`),
    ...FOREIGN_ROLES.flatMap((role) => [`CREATE ROLE ${role} NOLOGIN;`, `GRANT ${role} TO CURRENT_USER;`]),
    "SQL",
    `pg_restore --no-owner --no-privileges ${all.map((schema) => `--schema=${schema}`).join(" ")} --file=- < ${DUMP}`,
    "cat <<'SQL'",
    ...FOREIGN_SCHEMAS.map((schema) => `DROP SCHEMA ${schema} CASCADE;`),
    ...FOREIGN_ROLES.flatMap((role) => [`DROP OWNED BY ${role};`, `DROP ROLE ${role};`]),
    // A failed pg_restore never comes here, and without COMMIT the end of the connection undoes what it sent.
    "COMMIT;",
    "SQL",
    // An error's text may quote a patient's data; its code does not. Override IMPORT_VERBOSITY to read the text.
    '} | psql --no-psqlrc --quiet --output=/dev/null --set=ON_ERROR_STOP=1 --set="VERBOSITY=${IMPORT_VERBOSITY:-sqlstate}"',
    // Of the catalogues, which it may not analyse, it would say so one by one.
    'psql --no-psqlrc --quiet --command="SET client_min_messages = error" --command="ANALYZE"',
    "echo 'Imported and analysed.'",
  ].join("\n");
}

function emptyOrStop(schemas: readonly string[]): string[] {
  return [
    "DO $$ BEGIN",
    "  IF EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace",
    `             WHERE c.relkind IN ('r', 'p') AND n.nspname IN (${schemas.map((schema) => `'${schema}'`).join(", ")})) THEN`,
    "    RAISE EXCEPTION 'the database already has tables: an import runs once, before the first migration';",
    "  END IF;",
    "END $$;",
  ];
}

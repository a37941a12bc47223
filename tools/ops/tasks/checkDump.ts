import { closeSync, openSync, readSync, statSync } from "node:fs";
import { here } from "../../shared/input";
import { UsageError } from "../../shared/usageError";
import { type Archive, readArchive } from "./archive";

/** What the task restores: its own default, and the host's two that foreign keys and policies name, which it drops again. */
export const TAKEN = ["public", "auth", "storage"];
/** Schemas of Supabase that no application of ours needs; `vault` holds secrets. supabase.com, "Database schemas", 2026-11. */
const HOSTED = [
  ..."_analytics _realtime cron extensions graphql graphql_public net pgbouncer pgmq pgsodium pgsodium_masks".split(
    " ",
  ),
  ..."realtime supabase_functions supabase_migrations vault".split(" "),
];
/** Rights and comments come without what they are about. */
const SECONDARY = ["ACL", "DEFAULT ACL", "COMMENT", "SECURITY LABEL"];

const DUMP_COMMAND =
  'pg_dump --format=custom --no-owner --no-privileges --schema=public --schema=auth --schema=storage --file=database.dump "$SOURCE_URL"';

export interface Dump {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** PostgreSQL major of the pg_dump that wrote it. */
  readonly major: number;
  /** Schemas in it that the import leaves out. */
  readonly leftOut: readonly string[];
}

/** A dump that the import can restore, or everything that is wrong with it, before anything leaves this computer. */
export function checkDump(file: string, accepted: readonly string[]): Dump {
  const path = here(file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) throw new UsageError(`${file}: there is no such file.`);
  const archive = readArchive(path);
  if (archive === undefined) throw new UsageError(`${file} ${whatItIs(path)}\n  ${DUMP_COMMAND}`);
  if (!archive.isComplete) throw new UsageError(`${file} is truncated. Copy or dump it again.`);
  const schemas = schemasIn(archive);
  if (!schemas.includes("public"))
    throw new UsageError(
      `${file} has nothing in the schema public, which alone is imported. Dump with --schema=public.`,
    );
  const leftOut = schemas.filter((schema) => !TAKEN.includes(schema));
  refuseStrangers(
    file,
    leftOut.filter((schema) => !accepted.includes(schema)),
  );
  return { path, size: stat.size, major: Number.parseInt(archive.dumpVersion, 10), leftOut };
}

/** Why it cannot be read, to be followed by a command that makes one that can. */
function whatItIs(path: string): string {
  const begin = beginningOf(path);
  if (begin.startsWith("PGDMP"))
    return "is an archive in a version that is not known here. Dump with the pg_dump of the target's PostgreSQL:";
  const what = begin.startsWith("--\n-- PostgreSQL database") ? "is plain SQL" : "is not a pg_dump archive";
  return `${what}, and only pg_dump's custom format can be restored. Make it with`;
}

function schemasIn({ objects }: Archive): string[] {
  const primary = objects.filter(({ kind }) => !SECONDARY.includes(kind));
  return [...new Set(primary.map(({ schema }) => schema).filter((schema) => schema !== undefined))].sort();
}

/** What would be uploaded for nothing, or be missed later. */
function refuseStrangers(file: string, strangers: readonly string[]): void {
  if (strangers.length === 0) return;
  const hosted = strangers.filter((schema) => HOSTED.includes(schema));
  const own = strangers.filter((schema) => !HOSTED.includes(schema));
  const lines = [
    `${file} holds schemas that the import leaves out: ${strangers.join(", ")}.`,
    ...(hosted.length === 0
      ? []
      : [`Of the hosted platform: ${hosted.join(", ")}. Dump again without them; add to pg_dump`, flags(hosted)]),
    ...(own.length === 0
      ? []
      : [
          `Perhaps your own: ${own.join(", ")}. Move what you need into public (ALTER TABLE ... SET SCHEMA public) or name the`,
          "schema in `schemas` of ImportTask in stacks/access.ts. Without them; add to pg_dump",
          flags(own),
        ]),
    `To upload the file as it is and leave them out: --leave-out ${strangers.join(",")}`,
  ];
  throw new UsageError(lines.join("\n"));
}

const flags = (schemas: readonly string[]) => `  ${schemas.map((schema) => `--exclude-schema=${schema}`).join(" ")}`;

function beginningOf(path: string): string {
  const fd = openSync(path, "r");
  const bytes = Buffer.alloc(64);
  const count = readSync(fd, bytes);
  closeSync(fd);
  return bytes.toString("latin1", 0, count);
}

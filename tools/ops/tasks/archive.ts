import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** What `pg_dump --format=custom` says of itself at the beginning of its file. */
export interface Archive {
  /** `15.18`, perhaps with the name of a distribution behind it. */
  readonly dumpVersion: string;
  readonly objects: readonly ArchivedObject[];
  /** False if data that is listed would be behind the end of the file: a copy that broke off. */
  readonly isComplete: boolean;
}

export interface ArchivedObject {
  /** `TABLE`, `TABLE DATA`, `FK CONSTRAINT`, ... */
  readonly kind: string;
  readonly name: string;
  /** Undefined for what belongs to none. */
  readonly schema: string | undefined;
}

/** Minor version of the format 1.x: PostgreSQL 9.0 to 17. "K_VERS_" in PostgreSQL's pg_backup_archiver.h, 2026-11-24. */
const KNOWN = { least: 12, most: 16 };
const TABLE_AM = 14;
const COMPRESSION_NAMED = 15;
const RELATION_KIND = 16;
const CUSTOM_FORMAT = 1;
/** What a data position is worth reading for. */
const POSITION_IS_SET = 2;

/** Reads the table of contents; undefined if this is no archive of a version that is known. */
export function readArchive(file: string): Archive | undefined {
  const fd = openSync(file, "r");
  try {
    return archiveIn(new Cursor(fd), fstatSync(fd).size);
  } catch (error) {
    if (error instanceof EndOfFile) return { dumpVersion: "", objects: [], isComplete: false };
    throw error;
  } finally {
    closeSync(fd);
  }
}

function archiveIn(cursor: Cursor, size: number): Archive | undefined {
  if (cursor.bytes(5).toString("latin1") !== "PGDMP") return undefined;
  const [major, minor] = [cursor.byte(), cursor.byte(), cursor.byte()];
  if (major !== 1 || minor < KNOWN.least || minor > KNOWN.most) return undefined;
  cursor.intSize = cursor.byte();
  const offsetSize = cursor.byte();
  if (cursor.byte() !== CUSTOM_FORMAT) return undefined;
  if (minor >= COMPRESSION_NAMED) cursor.byte();
  else cursor.int();
  // Second to year, and whether it was summer time.
  for (let part = 0; part < 7; part++) cursor.int();
  cursor.text();
  cursor.text();
  const dumpVersion = cursor.text() ?? "";
  const entries = Array.from({ length: cursor.int() }, () => entryIn(cursor, minor, offsetSize));
  const isComplete = entries.every(({ position }) => position < size);
  return { dumpVersion, isComplete, objects: entries.map(({ object }) => object) };
}

function entryIn(cursor: Cursor, minor: number, offsetSize: number) {
  // Dump id, whether it has data, table and row of the catalogue.
  cursor.int();
  cursor.int();
  cursor.text();
  cursor.text();
  const name = cursor.text() ?? "";
  const kind = cursor.text() ?? "";
  // Section; statements that create, drop and copy.
  cursor.int();
  for (let statement = 0; statement < 3; statement++) cursor.text();
  const schema = cursor.text();
  // Tablespace, and how the table is stored.
  cursor.text();
  if (minor >= TABLE_AM) cursor.text();
  if (minor >= RELATION_KIND) cursor.int();
  // Owner, and whether it has OIDs; then what it depends on.
  cursor.text();
  cursor.text();
  while (cursor.text() !== undefined);
  const isSet = cursor.byte() === POSITION_IS_SET;
  const position = cursor.number(offsetSize);
  return { object: { kind, name, schema: schema === "" ? undefined : schema }, position: isSet ? position : 0 };
}

class EndOfFile extends Error {}

/** Reads the numbers and texts of an archive one after the other. */
class Cursor {
  public intSize = 4;
  private position = 0;

  constructor(private readonly fd: number) {}

  public bytes(count: number): Buffer {
    const read = Buffer.alloc(count);
    if (readSync(this.fd, read, 0, count, this.position) < count) throw new EndOfFile();
    this.position += count;
    return read;
  }

  public byte(): number {
    return this.bytes(1).readUInt8();
  }

  /** Least significant byte first. */
  public number(size: number): number {
    return this.bytes(size).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  /** The sign stands in front. */
  public int(): number {
    const isNegative = this.byte() !== 0;
    const value = this.number(this.intSize);
    return isNegative ? -value : value;
  }

  /** A length below zero is no text at all. */
  public text(): string | undefined {
    const length = this.int();
    return length < 0 ? undefined : this.bytes(length).toString();
  }
}

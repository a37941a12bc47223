import * as fields from "../../shared/fields";
import type { SnapshotResource } from "../../shared/snapshot/snapshot";

export type Fields = fields.Fields;
/** A resource, of which a price depends on what the program asks for, or a block within its inputs. */
type Source = SnapshotResource | Fields;

export const valueAt = (source: Source, path: string) => fields.fieldAt(partOf(source), path);
export const textAt = (source: Source, path: string) => fields.textAt(partOf(source), path) ?? "";
export const isOn = (source: Source, path: string) => fields.isTrue(partOf(source), path);
export const listAt = (source: Source, path: string) => fields.blocksAt(partOf(source), path);

/** The fallback is for what is missing or not known yet. */
export const numberAt = (source: Source, path: string, fallback: number) =>
  fields.numberAt(partOf(source), path) ?? fallback;

function partOf(source: Source): unknown {
  return typeof source["urn"] === "string" && "inputs" in source ? source["inputs"] : source;
}

import { Field } from "../engine/field";
import { parseJson } from "./document";

/** A property that holds JSON as text, read; one that is a block already, as it is. Absent if it is no JSON. */
export function parsed(field: Field): Field {
  return typeof field.value === "string" ? new Field(parseJson(field.value), field.path) : field;
}

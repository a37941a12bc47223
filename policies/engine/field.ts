import type { Finding, NotKnown } from "./outcome";
import { UNKNOWN, type Value } from "./value";

/**
 * One property of a resource and the path that leads to it. A part of something unknown is unknown, a part of something
 * absent is absent, so a rule can follow a path without asking at each step.
 */
export class Field {
  constructor(
    readonly value: Value | undefined,
    readonly path = "",
  ) {}

  /** A property further in. A list of one is stepped into: the provider writes single blocks both ways. */
  at(...keys: readonly string[]): Field {
    return keys.reduce<Field>((field, key) => field.step(key), this);
  }

  private step(key: string): Field {
    const { value } = this;
    const path = this.path === "" ? key : `${this.path}.${key}`;
    if (value === UNKNOWN) return new Field(UNKNOWN, this.path);
    if (isList(value))
      return value.length === 1 ? (this.items[0]?.at(key) ?? new Field(undefined, path)) : new Field(undefined, path);
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return new Field(undefined, path);
    return new Field(value[key], path);
  }

  get unknown(): boolean {
    return this.value === UNKNOWN;
  }

  /** Not given: missing, null, an empty text, an empty list or an empty block. Zero and false are given. */
  get absent(): boolean {
    const { value } = this;
    if (value === undefined || value === null || value === "") return true;
    return typeof value === "object" && Object.keys(value).length === 0;
  }

  get given(): boolean {
    return !this.absent && !this.unknown;
  }

  /** The text, if it is a known one that is not empty. */
  get text(): string | undefined {
    return typeof this.value === "string" && this.value !== "" ? this.value : undefined;
  }

  /** The number, also when it is written as text. */
  get number(): number | undefined {
    const { value } = this;
    if (typeof value === "number") return value;
    return typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
  }

  /** True or false, also when it is written as text, as some AWS properties are. */
  get flag(): boolean | undefined {
    const { value } = this;
    if (typeof value === "boolean") return value;
    const text = typeof value === "string" ? value.toLowerCase() : "";
    return text === "true" ? true : text === "false" ? false : undefined;
  }

  /** The elements; a single block counts as a list of one, and something unknown as one unknown element. */
  get items(): readonly Field[] {
    const { value } = this;
    if (value === undefined || value === null || value === "") return [];
    return isList(value) ? value.map((each, index) => new Field(each, `${this.path}[${String(index)}]`)) : [this];
  }

  /** The names of a block's properties; a single block in a list is stepped into. */
  get keys(): readonly string[] {
    const { value } = this;
    if (isList(value)) return value.length === 1 ? (this.items[0]?.keys ?? []) : [];
    return typeof value === "object" && value !== null ? Object.keys(value) : [];
  }

  refuse(problem: string, write?: string): Finding {
    return { property: this.named, problem, ...(write === undefined ? {} : { write }) };
  }

  later(): NotKnown {
    return { property: this.named, notKnown: true };
  }

  private get named(): string {
    return this.path === "" ? "properties" : this.path;
  }
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

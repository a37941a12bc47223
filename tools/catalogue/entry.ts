import type { Shape } from "../offline/providers/aws/template";
import type { Wire } from "../offline/providers/wire";
import type { Alarms, Drawn, Price } from "./reasons";
import type { Seconds } from "./seconds";

/** A setting on which the time of a creation depends. */
export interface Variant {
  /** Stands behind the type in a table: `VpcEndpoint, interface`. */
  readonly name: string;
  readonly when: (inputs: Readonly<Record<string, unknown>>) => boolean;
  readonly seconds: Seconds;
}

/** How AWS and the provider name a type's resources, where it is not like most. */
export interface Named {
  /** The property that holds the name. @default "name" */
  readonly property?: string;
  /** The longest name AWS accepts. @default 255 */
  readonly max?: number;
  /** What AWS accepts, where it is narrower than what an auto-name looks like. */
  readonly pattern?: RegExp;
  /** What every name begins with. */
  readonly before?: string;
}

/** A setting that makes AWS refuse to delete a resource, and AWS's words for it. */
export interface Protection {
  readonly property: string;
  readonly value: Wire;
  readonly answer: (name: string) => string;
}

/** What reports and the offline AWS know of every type that the program makes. */
interface Known {
  /** `priced`: tools/reports/cost/rules does not compile without a rule for it. */
  readonly price: Price;
  /** How long it takes to make. */
  readonly seconds: Seconds;
  /** The first that fits counts; if none does, `seconds`. A value that is not known yet fits none. */
  readonly variants?: readonly Variant[];
  /** What AWS answers. */
  readonly outputs: Shape;
  /**
   * Properties that AWS cannot change in place, as words; `*` is all of them but tags. @default what the SDK's documentation
   * says plainly
   */
  readonly replacedBy?: string;
  /** False: its `name` belongs to something else, or AWS gives it. @default an optional `name`, as long as it likes */
  readonly named?: Named | false;
  readonly protectedBy?: Protection;
}

/** Drawn and watched by itself. */
interface Thing extends Known {
  readonly drawn: Drawn;
  readonly alarms: Alarms;
  readonly partOf?: never;
}

/** Drawn and watched with the type that it belongs to. */
interface Part extends Known {
  readonly partOf: string;
  readonly drawn?: never;
  readonly alarms?: never;
}

export type Entry = Thing | Part;
/** Of a type that the program does not make, somebody may still wish to see something offline: whatever is known. */
export type Other = Partial<Known>;

/** The types of one service that the program makes: all that is asked of a type has to be said. */
export const made = <const M extends Readonly<Record<string, Entry>>>(entries: M): M => entries;

/** The types of one service that others may make. */
export const others = <const O extends Readonly<Record<string, Other>>>(entries: O): O => entries;

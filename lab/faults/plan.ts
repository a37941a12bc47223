import type { Operation } from "../../tools/offline/providers/aws/failure";
import type { Fault, Kind } from "./fault";

/** Which faults are tried. */
export interface Selection {
  readonly operations: readonly Operation[];
  readonly kinds: readonly Kind[];
  /** The first and the last call of an operation at which one strikes. */
  readonly from: number;
  readonly to: number;
  /** 1 for every call, 10 for every tenth. */
  readonly every: number;
  readonly seed: number;
}

/** The faults to be tried when each operation takes so many calls: one kind at all operations, then the next. */
export function plan(calls: Readonly<Record<Operation, number>>, selection: Selection): readonly Fault[] {
  const { operations, kinds, from, to, every, seed } = selection;
  const placesOf = (operation: Operation) => {
    const last = Math.min(to, calls[operation]);
    const count = Math.max(0, Math.ceil((last - from + 1) / every));
    return Array.from({ length: count }, (_, index) => from + index * every);
  };
  return kinds.flatMap((kind) =>
    operations.flatMap((operation) => placesOf(operation).map((at) => ({ operation, at, kind, seed }))),
  );
}

/** Tells one fault from every other. */
export const nameOf = ({ operation, at, kind }: Fault): string => `${operation} ${String(at)} ${kind}`;

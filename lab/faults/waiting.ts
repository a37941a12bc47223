import type { Fault } from "./fault";

/** How many calls lie between two faults of one stack, where there is a choice: the engine is to be in the thick of it. */
const APART = 10;

/** The faults of one operation and kind that are still to be tried. Each is handed out once. */
export class Waiting {
  private readonly left: Fault[];

  /** `alone`: no stack gets a second fault. */
  constructor(
    faults: readonly Fault[],
    private readonly alone: boolean,
  ) {
    this.left = faults.toSorted((a, b) => a.at - b.at);
  }

  get isEmpty(): boolean {
    return this.left.length === 0;
  }

  /** Chooses the faults of one stack, each when AWS has done so many calls; undefined if none is left for it. */
  forStack(): (done: number) => Fault | undefined {
    let taken = 0;
    return (done) => {
      if (this.alone && taken > 0) return undefined;
      taken += 1;
      return this.take(done);
    };
  }

  private take(done: number): Fault | undefined {
    const index = this.indexFrom(done === 0 ? 1 : done + APART) ?? this.indexFrom(done + 1);
    return index === undefined ? undefined : this.left.splice(index, 1)[0];
  }

  private indexFrom(at: number): number | undefined {
    const index = this.left.findIndex((each) => each.at >= at);
    return index === -1 ? undefined : index;
  }
}

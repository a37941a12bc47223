import type { Calls } from "../shared/calls";
import { type LogEvent, readEvents } from "./readEvents";
import type { LogGroup } from "./sources";

/** CloudWatch Logs shows an event some seconds after it happened, and those of several writers out of order. */
const LATE_MS = 60_000;

export interface Round {
  /** In the order of their time. */
  readonly events: readonly LogEvent[];
  /** There were more than asked for. */
  readonly isCut: boolean;
  readonly missing: readonly LogGroup[];
}

/** Reads several groups again and again as one, and gives each event once. */
export class Tail {
  /** By group and id, with the time. */
  private readonly given = new Map<string, number>();
  private newest = 0;

  constructor(
    private readonly groups: readonly LogGroup[],
    private readonly from: number,
    private readonly filterPattern: string | undefined,
  ) {}

  public async next(calls: Calls, most: number): Promise<Round> {
    const from = Math.max(this.from, this.newest - LATE_MS);
    const isNew = (event: LogEvent) => !this.given.has(keyOf(event));
    const wanted = { from, filterPattern: this.filterPattern, most: most + 1, isNew };
    const found: LogEvent[] = [];
    const missing: LogGroup[] = [];
    for (const group of this.groups) {
      const events = await readEvents(calls, group, wanted);
      if (events === undefined) missing.push(group);
      else found.push(...events);
    }
    const events = found.sort((a, b) => a.time - b.time).slice(0, most);
    this.remember(events);
    return { events, isCut: found.length > most, missing };
  }

  private remember(events: readonly LogEvent[]): void {
    for (const event of events) {
      this.given.set(keyOf(event), event.time);
      this.newest = Math.max(this.newest, event.time);
    }
    // What is older is not asked for again.
    for (const [key, time] of this.given) if (time < this.newest - LATE_MS) this.given.delete(key);
  }
}

const keyOf = ({ group, id }: LogEvent) => `${group.region} ${group.name} ${id}`;

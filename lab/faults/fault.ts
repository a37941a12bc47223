import { createHash } from "node:crypto";
import type { Operation } from "../../tools/offline/providers/aws/failure";
import type { Call, Hooks } from "./watchedProviders";

/**
 * error: AWS refuses the call. unanswered: AWS does it, and the engine is killed before it hears of that. answered: the
 * engine is killed while it works on the answer.
 */
export const KINDS = ["error", "unanswered", "answered"] as const;
export type Kind = (typeof KINDS)[number];

/** What happens at one call of a run. */
export interface Fault {
  readonly operation: Operation;
  /** At which call of the operation; the first is 1. */
  readonly at: number;
  readonly kind: Kind;
  /** Chooses how long after an answer the engine is killed. */
  readonly seed: number;
}

/** Milliseconds within which the engine has written a state of some hundred resources after an answer. */
const WRITING = 60;

/** Lets a fault happen. After a kill nothing more reaches AWS: what was on its way is lost. */
export class Strike {
  private isDead = false;
  private hasStruck = false;
  private actedCalls = 0;

  constructor(
    private readonly fault: Fault,
    private readonly kill: () => void,
  ) {}

  get struck(): boolean {
    return this.hasStruck;
  }

  /** How many calls of the fault's operation AWS has done. */
  get acted(): number {
    return this.actedCalls;
  }

  readonly hooks: Hooks = {
    before: (call) => {
      if (this.isDead) throw new Error("The engine that asked for this is dead.");
      if (!this.isAt(call, "error")) return;
      this.hasStruck = true;
      throw new Error(`AWS refuses the ${call.operation} number ${String(call.count)}, as requested.`);
    },
    acted: (call) => {
      if (call.operation === this.fault.operation) this.actedCalls += 1;
      if (this.isAt(call, "unanswered")) this.killNow();
      return !this.isDead;
    },
    answered: (call) => {
      if (!this.isAt(call, "answered")) return;
      this.hasStruck = true;
      setTimeout(() => {
        this.killNow();
      }, delayOf(this.fault));
    },
  };

  private isAt({ operation, count }: Call, kind: Kind): boolean {
    return this.fault.kind === kind && this.fault.operation === operation && this.fault.at === count;
  }

  private killNow(): void {
    this.hasStruck = true;
    this.isDead = true;
    this.kill();
  }
}

function delayOf({ operation, at, seed }: Fault): number {
  const hash = createHash("sha256")
    .update(`${String(seed)} ${operation} ${String(at)}`)
    .digest();
  return hash.readUInt16BE(0) % WRITING;
}

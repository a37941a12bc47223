import { Session } from "node:inspector";

/** What the inspector tells about the blocks of one script, and how often each was entered. */
interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/**
 * Counts how often the blocks of a program are entered: bodies of functions, of loops and of branches. It is the same on every machine,
 * where time is not. What happens inside of a regular expression or of JSON.parse is no block.
 */
export class StepCounter {
  private readonly session = new Session();

  /** @param folder what the paths of the scripts that count have in them */
  constructor(private readonly folder: string) {
    this.session.connect();
    this.session.post("Profiler.enable");
    this.session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    this.take();
  }

  /** Steps since it was last asked. */
  take(): number {
    let steps = 0;
    this.session.post("Profiler.takePreciseCoverage", (error: Error | null, { result }: Coverage) => {
      if (error) throw error;
      for (const { url, functions } of result)
        if (url.includes(this.folder))
          for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    });
    return steps;
  }

  stop(): void {
    this.session.post("Profiler.stopPreciseCoverage");
    this.session.disconnect();
  }
}

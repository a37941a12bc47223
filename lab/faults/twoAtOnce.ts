import { Ledger } from "./ledger";
import { differences } from "./check";
import { readStateFile } from "./stateFile";
import type { Undisturbed } from "./trial";

/** What a person needs in order to go on: who holds the lock, and the command that takes it away. */
const CLEAR = [/currently locked by 1 lock/, /pulumi cancel/, /created by \S+ \(pid \d+\) at \d{4}-/];

export interface Second {
  /** What the second was told. */
  readonly message: string;
  /** Empty if it was refused with a clear message and the first did its work. */
  readonly problems: readonly string[];
}

/** Starts a second run of a command while the first is in the middle of its first call. */
export async function twoAtOnce(from: Undisturbed, folder: string): Promise<Second> {
  const site = from.start.copyTo(folder);
  const ledger = new Ledger(from.objects);
  const held = gate();
  const begun = gate();
  try {
    const first = await site.start(from.words, ledger, {
      before: async () => {
        begun.open();
        await held.opened;
      },
    });
    // Should it end without any call, there is nothing to wait for.
    await Promise.race([begun.opened, first.finished]);
    const second = await site.run(from.words, ledger);
    held.open();
    const { code, output } = await first.finished;
    const message = second.output.trim();
    return {
      message,
      problems: [
        ...(second.code === 0 ? ["the second was not refused"] : []),
        ...CLEAR.filter((each) => !each.test(message)).map((each) => `its message does not say ${String(each)}`),
        ...(code === 0 ? [] : [`the first failed: ${output.trim().slice(-600)}`]),
        ...differences({ objects: ledger.objects, ...readStateFile(site.stateFile) }, from.end),
      ],
    };
  } finally {
    held.open();
    site.remove();
  }
}

/** A promise that is kept when somebody opens it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    opened,
    open: () => {
      open();
    },
  };
}

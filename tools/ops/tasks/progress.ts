import { type Clock, minutesAndSeconds } from "./clock";

/** Seconds between two looks: AWS limits how often one may ask, and nothing here ends faster. */
const EVERY_SECONDS = 10;
/** Milliseconds without news after which a line says that it is still waited for. */
const SILENCE_MS = 60_000;

/** What a look found: how it stands, and, once it is over, what was waited for. */
export interface Look<T> {
  readonly state: string;
  readonly end?: T;
}

/** Looks again and again, says how it stands when that changes and once a minute; undefined if time is up. */
export async function waitWithProgress<T>(
  look: () => Promise<Look<T>>,
  options: { readonly clock: Clock; readonly say: (line: string) => void; readonly atMostMinutes: number },
): Promise<T | undefined> {
  const { clock, say, atMostMinutes } = options;
  const begun = clock.now();
  let said = { state: "", at: begun };
  for (;;) {
    const { state, end } = await look();
    const now = clock.now();
    if (state !== said.state || now - said.at >= SILENCE_MS) {
      say(`  ${minutesAndSeconds(now - begun)}  ${state}`);
      said = { state, at: now };
    }
    if (end !== undefined) return end;
    if (now - begun >= atMostMinutes * 60_000) return undefined;
    await clock.wait(EVERY_SECONDS);
  }
}

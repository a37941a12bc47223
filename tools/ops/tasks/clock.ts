/** Time as an operation sees it. Tests give one that does not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (seconds: number) => Promise<void>;
}

export const realClock: Clock = {
  now: () => Date.now(),
  wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
};

/** `12:05`: minutes and seconds. */
export function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

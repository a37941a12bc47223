/** How long something takes, in seconds: on a good day, usually, and when AWS is slow. */
export interface Seconds {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

export type Mood = keyof Seconds;

/** 45 s, 7 min, 7 min 30 s, 1 h 05 min. */
export function inWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (hours > 0) return `${hours} h ${String(minutes).padStart(2, "0")} min`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** A moment since the start: 0:00, 12:05, 1:02:05. */
export function onTheClock(seconds: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

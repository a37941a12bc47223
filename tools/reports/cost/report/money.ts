/** `1,234.56`, whatever the machine's language. */
export function money(usd: number): string {
  const rounded = Math.abs(usd) < 0.005 ? 0 : usd;
  const [whole = "", cents = ""] = Math.abs(rounded).toFixed(2).split(".");
  return `${rounded < 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`;
}

/** The same with a plus for what grows. */
export const difference = (usd: number): string => (usd >= 0.005 ? `+${money(usd)}` : money(usd));

/** For charts and sentences: whole USD. */
export const dollars = (usd: number): string => money(Math.round(usd)).slice(0, -3);

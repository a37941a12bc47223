import { createHash } from "node:crypto";

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";

/** The alphabets that AWS draws its identifiers from. */
const ALPHABETS = {
  hex: "0123456789abcdef",
  digits: DIGITS,
  alnum: DIGITS + LOWER,
  upper: DIGITS + LOWER.toUpperCase(),
  mixed: DIGITS + LOWER.toUpperCase() + LOWER,
} as const;

export type Alphabet = keyof typeof ALPHABETS;

export function isAlphabet(name: string): name is Alphabet {
  return name in ALPHABETS;
}

/** Characters that look random and follow from the seed alone, so that a run can be repeated to the byte. */
export function seeded(seed: string, alphabet: Alphabet, length: number): string {
  const letters = ALPHABETS[alphabet];
  let result = "";
  for (let block = 0; result.length < length; block++) {
    const bytes = createHash("sha256").update(`${seed}\n${block}`).digest();
    result += [...bytes].map((byte) => letters.charAt(byte % letters.length)).join("");
  }
  return result.slice(0, length);
}

/** A version 4 UUID that follows from the seed. */
export function seededUuid(seed: string): string {
  const hex = seeded(seed, "hex", 31);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(12, 15)}`, `a${hex.slice(15, 18)}`, hex.slice(18, 30)].join(
    "-",
  );
}

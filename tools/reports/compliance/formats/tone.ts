import type { CitationStatus, RowVerdict } from "../matrix";
import { markup, type Markup } from "../../../shared/render/markup";

/** A class of the style for what is told, and a sign for those who do not see its colour. */
const TONES: Readonly<Record<CitationStatus | RowVerdict, readonly [tone: string, sign: string]>> = {
  shown: ["good", "✔"],
  passed: ["good", "✔"],
  partly: ["warn", "◐"],
  advised: ["warn", "!"],
  exempt: ["warn", "⊘"],
  unknown: ["none", "?"],
  violated: ["bad", "✖"],
  "not judged": ["none", "–"],
  duty: ["duty", "☐"],
};

export function toneOf(told: CitationStatus | RowVerdict): string {
  return TONES[told][0];
}

export function signOf(told: CitationStatus | RowVerdict): string {
  return TONES[told][1];
}

export function pill(told: CitationStatus | RowVerdict): Markup {
  return markup`<span class="pill ${toneOf(told)}"><span aria-hidden="true">${signOf(told)}</span> ${told}</span>`;
}

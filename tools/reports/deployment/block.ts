/** A piece of text; code is shown as code. */
export type Span = string | { readonly code: string };

/** What a section is made of. Every format draws each of these, so that none of them says less than another. */
export type Block =
  | { readonly kind: "text"; readonly spans: readonly Span[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Span[])[] }
  | Table
  | { readonly kind: "commands"; readonly lines: readonly string[] }
  | { readonly kind: "file"; readonly name: string; readonly text: string }
  | { readonly kind: "fold"; readonly title: string; readonly blocks: readonly Block[] }
  /** Made by another report of ours, in both formats. */
  | { readonly kind: "made"; readonly html: string; readonly markdown: string };

export interface Table {
  readonly kind: "table";
  /** Drawn as a heading only where a section has several. */
  readonly title: string;
  readonly hasHeading: boolean;
  /** Without one, the first cell of each row is its heading. */
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

export type Row = readonly (readonly Span[])[];

export interface Section {
  /** Of its heading, for links. */
  readonly id: string;
  readonly title: string;
  /** What the parts made elsewhere bring themselves, heading and all. */
  readonly isWhole?: boolean;
  readonly blocks: readonly Block[];
}

export const LINE_BREAK = "\n";

export const text = (...spans: readonly Span[]): Block => ({ kind: "text", spans });
export const code = (words: string): Span => ({ code: words });
export const commands = (...lines: readonly string[]): Block => ({ kind: "commands", lines });

import * as ts from "typescript";
import { type CaseFile, type CaseModule, caseModules } from "./caseModules";

/** Written cases of a rule, by what it must make of them. */
export interface CaseCounts {
  readonly safe: number;
  readonly unsafe: number;
  readonly open: number;
}

/** The property of a rule's cases that a case stands in. */
const PARTS: Readonly<Record<string, keyof CaseCounts>> = { accepts: "safe", rejects: "unsafe", defers: "open" };
/** The functions that make a case. */
const MAKERS: ReadonlySet<string> = new Set(["ok", "bad"]);
/** What repeats a case for every element. */
const LOOPS: ReadonlySet<string> = new Set(["map", "flatMap"]);

/**
 * The cases of every rule by its id, with the name of the file they stand in, read off the text. A case in a loop over
 * something that is not written out in front of it counts once, so a number is never too high.
 */
export function countCases(files: readonly CaseFile[]): ReadonlyMap<string, CaseCounts & { readonly file: string }> {
  const modules = caseModules(files);
  const found = new Map<string, CaseCounts & { readonly file: string }>();
  for (const module of modules.values())
    for (const [id, value] of [...module.declared.values()].flatMap(tableOf)) {
      const counts = { safe: 0, unsafe: 0, open: 0 };
      new Counter(modules, counts).add(value, module, "safe", 1);
      if (counts.safe + counts.unsafe > 0) found.set(id, { ...counts, file: module.name });
    }
  return found;
}

/** The properties whose names are texts, as the ids of rules are. */
function tableOf(declared: ts.Node): readonly (readonly [string, ts.Node])[] {
  if (!ts.isObjectLiteralExpression(declared)) return [];
  return declared.properties.flatMap((each) =>
    ts.isPropertyAssignment(each) && ts.isStringLiteral(each.name) ? [[each.name.text, each.initializer] as const] : [],
  );
}

class Counter {
  /** @param open helpers that are being counted: one that calls itself is not followed */
  constructor(
    private readonly modules: ReadonlyMap<string, CaseModule>,
    private readonly counts: Record<keyof CaseCounts, number>,
    private readonly open = new Set<ts.Node>(),
  ) {}

  /** @param times how often the loops around it repeat it */
  add(node: ts.Node, module: CaseModule, part: keyof CaseCounts, times: number): void {
    const inside = (each: ts.Node, own = part, factor = 1) => {
      this.add(each, module, own, times * factor);
    };
    if (ts.isTypeNode(node)) return;
    if (ts.isObjectLiteralExpression(node)) {
      this.addBlock(node, module, part, times);
    } else if (ts.isIdentifier(node)) {
      this.follow(node.text, module, part, times);
    } else if (ts.isPropertyAccessExpression(node)) {
      inside(node.expression);
    } else if (!ts.isCallExpression(node)) {
      ts.forEachChild(node, (each) => {
        inside(each);
      });
    } else if (ts.isIdentifier(node.expression) && MAKERS.has(node.expression.text)) {
      this.counts[part] += times;
    } else {
      const factor = repeatsOf(node.expression, (name) => this.resolve(name, module)?.node);
      inside(node.expression);
      for (const each of node.arguments) inside(each, part, factor);
    }
  }

  /** A part that is written out replaces the one that was spread into the block before it. */
  private addBlock(block: ts.ObjectLiteralExpression, module: CaseModule, part: keyof CaseCounts, times: number): void {
    const own = { safe: 0, unsafe: 0, open: 0 };
    const counter = new Counter(this.modules, own, this.open);
    for (const each of block.properties) {
      const named = ts.isPropertyAssignment(each) && ts.isIdentifier(each.name) ? PARTS[each.name.text] : undefined;
      if (named) own[named] = 0;
      counter.add(ts.isPropertyAssignment(each) ? each.initializer : each, module, named ?? part, times);
    }
    this.counts.safe += own.safe;
    this.counts.unsafe += own.unsafe;
    this.counts.open += own.open;
  }

  private follow(name: string, module: CaseModule, part: keyof CaseCounts, times: number): void {
    const helper = this.resolve(name, module);
    if (!helper || this.open.has(helper.node)) return;
    this.open.add(helper.node);
    this.add(helper.node, helper.module, part, times);
    this.open.delete(helper.node);
  }

  private resolve(name: string, module: CaseModule) {
    const home = module.declared.has(name) ? module : this.modules.get(module.imported.get(name) ?? "");
    const node = home?.declared.get(name);
    return home && node && !MAKERS.has(name) ? { node, module: home } : undefined;
  }
}

/** How often a call repeats what it is given: for a loop, the elements it runs over; once where nobody can say. */
function repeatsOf(callee: ts.Expression, resolve: (name: string) => ts.Node | undefined): number {
  if (!ts.isPropertyAccessExpression(callee) || !LOOPS.has(callee.name.text)) return 1;
  return elementsOf(callee.expression, resolve) ?? 1;
}

function elementsOf(node: ts.Node, resolve: (name: string) => ts.Node | undefined): number | undefined {
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node))
    return elementsOf(node.expression, resolve);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.some((each) => ts.isSpreadElement(each)) ? undefined : node.elements.length;
  if (ts.isObjectLiteralExpression(node))
    return node.properties.some((each) => ts.isSpreadAssignment(each)) ? undefined : node.properties.length;
  if (ts.isIdentifier(node)) {
    const known = resolve(node.text);
    return known && !ts.isIdentifier(known) ? elementsOf(known, resolve) : undefined;
  }
  const isListing =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(keys|entries|values)$/.test(node.expression.name.text);
  const [listed] = isListing ? node.arguments : [];
  return listed && elementsOf(listed, resolve);
}

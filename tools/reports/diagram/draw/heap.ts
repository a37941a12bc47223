/** A queue that gives the least first; of equals, what came first. */
export class Heap {
  private readonly items: { readonly cost: number; readonly order: number; readonly value: number }[] = [];
  private order = 0;

  public get size(): number {
    return this.items.length;
  }

  public push(value: number, cost: number): void {
    this.items.push({ cost, order: this.order++, value });
    let at = this.items.length - 1;
    while (at > 0 && this.swapIfLess(at, (at - 1) >> 1)) at = (at - 1) >> 1;
  }

  public pop(): number | undefined {
    const first = this.items[0];
    const last = this.items.pop();
    if (first === undefined || last === undefined) return undefined;
    if (this.items.length > 0) this.items[0] = last;
    for (let at = 0; ;) {
      const child = this.isLess(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1;
      if (!this.swapIfLess(child, at)) break;
      at = child;
    }
    return first.value;
  }

  private isLess(a: number, b: number): boolean {
    const [one, other] = [this.items[a], this.items[b]];
    if (one === undefined || other === undefined) return false;
    return one.cost < other.cost || (one.cost === other.cost && one.order < other.order);
  }

  private swapIfLess(a: number, b: number): boolean {
    const [one, other] = [this.items[a], this.items[b]];
    if (one === undefined || other === undefined || !this.isLess(a, b)) return false;
    [this.items[a], this.items[b]] = [other, one];
    return true;
  }
}

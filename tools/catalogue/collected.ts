/** Each type stands in one room: of two that name it, nobody would know which counts. */
export function collected<E>(rooms: readonly Readonly<Record<string, E>>[]): ReadonlyMap<string, E> {
  const found = new Map<string, E>();
  for (const [type, entry] of rooms.flatMap((room) => Object.entries(room))) {
    if (found.has(type)) throw new Error(`The catalogue has ${type} twice.`);
    found.set(type, entry);
  }
  return found;
}

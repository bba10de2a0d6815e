/** Keeps results, so that what several rooms ask of one message, or of the same words, is worked out once. */

/**
 * What was found for the last keys.
 * What lives as long as one message must die young, or V8 moves all of it into the old space, at 5 ms a
 * collection instead of 1. A WeakMap holds its values through each of these collections, and a Map that is
 * cleared links its old table to the new one; so the results stand in a Map that is let go of whole.
 */
export class Recent<Key, Value> {
  private kept = new Map<Key, Value>();
  private readonly most: number;

  /** @param most how many results are kept; when there are more, all are forgotten */
  constructor(most: number) {
    this.most = most;
  }

  /** What was kept of a key, or what is found now. */
  of(key: Key, find: () => Value): Value {
    const known = this.kept.get(key);
    if (known !== undefined || this.kept.has(key)) return known as Value;
    const found = find();
    if (this.kept.size >= this.most) this.forget();
    this.kept.set(key, found);
    return found;
  }

  /** Lets go of all of them. */
  forget(): void {
    if (this.kept.size > 0) this.kept = new Map();
  }
}

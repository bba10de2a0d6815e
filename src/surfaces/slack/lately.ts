/** What this process has lately decided, by key; what is older is decided anew. */
const MOST = 2_000;

export class Lately<Value> {
  readonly #values = new Map<string, Value>();

  /** @param decide called for a key that is not remembered */
  get(key: string, decide: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = decide();
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > MOST && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }
}

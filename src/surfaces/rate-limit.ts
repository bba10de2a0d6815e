/** How often one address may ask: a bucket of tokens that fills at a steady pace. */

/** More addresses than this are not kept apart; the ones seen longest ago start anew. */
const MOST_ADDRESSES = 10_000;

type Bucket = { tokens: number; at: number };

export class RateLimit {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param perMinute questions a minute; as many may come at once */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /**
   * Takes one token of an address.
   * @param now milliseconds of any steady clock
   * @returns 0 when it may go on, else the seconds to wait
   */
  take(address: string, now: number): number {
    const known = this.#buckets.get(address);
    const filled = known ? Math.min(this.#perMinute, known.tokens + ((now - known.at) * this.#perMinute) / 60_000) : this.#perMinute;
    this.#buckets.delete(address);
    const allowed = filled >= 1;
    this.#buckets.set(address, { tokens: allowed ? filled - 1 : filled, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST_ADDRESSES && oldest !== undefined) this.#buckets.delete(oldest);
    return allowed ? 0 : Math.max(1, Math.ceil(((1 - filled) * 60) / this.#perMinute));
  }
}

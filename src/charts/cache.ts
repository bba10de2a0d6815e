/** A cache of byte arrays that is bounded by their bytes; what was used longest ago goes first. */
export class ByteCache {
  readonly #most: number;
  readonly #entries = new Map<string, Uint8Array>();
  #bytes = 0;

  /** @param most bytes that keys and values may take together */
  constructor(most: number) {
    this.#most = most;
  }

  /** Bytes that are held now. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): Uint8Array | undefined {
    const value = this.#entries.get(key);
    if (value) {
      // A Map keeps the order of insertion: put anew, it is the last to go.
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  /** Keeps a value; one that is larger than the whole cache is not kept. */
  set(key: string, value: Uint8Array): void {
    this.#drop(key);
    if (sizeOf(key, value) > this.#most) return;
    this.#entries.set(key, value);
    this.#bytes += sizeOf(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#most) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const value = this.#entries.get(key);
    if (!value) return;
    this.#entries.delete(key);
    this.#bytes -= sizeOf(key, value);
  }
}

/** A string takes up to two bytes a character. */
function sizeOf(key: string, value: Uint8Array): number {
  return key.length * 2 + value.byteLength;
}

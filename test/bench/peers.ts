/** The peers that the bench measures against, over the same words: plain fuse.js and MiniSearch. */
import Fuse from "fuse.js";
import MiniSearch from "minisearch";

/** One thing to find, with all its names. */
export type Entry = { id: string; names: string[] };
export type Peer = { name: string; search: (question: string) => unknown };

/** fuse.js in its default mode, fuse.js token search, and MiniSearch with fuzzy and prefix matching. */
export function peersOver(entries: readonly Entry[]): Peer[] {
  const plain = new Fuse(entries, { keys: ["names"], includeScore: true });
  const tokens = new Fuse(entries, { keys: ["names"], includeScore: true, useTokenSearch: true } as ConstructorParameters<
    typeof Fuse<Entry>
  >[1]);
  const mini = new MiniSearch<{ id: string; text: string }>({ fields: ["text"], searchOptions: { fuzzy: 0.2, prefix: true } });
  mini.addAll(entries.map(({ id, names }) => ({ id, text: names.join(" ") })));
  return [
    { name: "MiniSearch (fuzzy, prefix)", search: (question) => mini.search(question)[0] },
    { name: "fuse.js (default)", search: (question) => plain.search(question.slice(0, 200), { limit: 1 })[0] },
    { name: "fuse.js (token search)", search: (question) => tokens.search(question.slice(0, 200), { limit: 1 })[0] },
  ];
}

/** Reads and validates the YAML files under data/; every mistake becomes one line that says what to change. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isCollection, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { DataMistake } from "./data-error.ts";

type Path = readonly PropertyKey[];

/** A validated file: its value, and a way to name the line of any field for later cross-checks. */
export type ParsedFile<T> = { file: string; value: T; mistakeAt: (path: Path, message: string) => DataMistake };

/** The YAML files directly in a folder of data/, sorted by name, as paths below the data folder. */
export function listYaml(dataFolder: string, folder: string): string[] {
  return readdirSync(join(dataFolder, folder))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Parses one YAML file and holds it against a schema.
 * Mistakes are added to `mistakes`; returns undefined when there were any.
 */
export function parseFile<S extends z.ZodType>(
  dataFolder: string,
  file: string,
  schema: S,
  mistakes: DataMistake[],
): ParsedFile<z.output<S>> | undefined {
  const shown = join("data", file);
  const lines = new LineCounter();
  let text: string;
  try {
    text = readFileSync(join(dataFolder, file), "utf8");
  } catch {
    mistakes.push({ file: shown, line: 1, field: "", message: "cannot be read; add the file or restore it" });
    return undefined;
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const line = lines.linePos(error.pos[0]).line;
    mistakes.push({ file: shown, line, field: "", message: `is no valid YAML: ${error.message}` });
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (path: Path) => lines.linePos(nodeAt(document.contents, path)?.range?.[0] ?? 0).line;
  const mistakeAt = (path: Path, message: string): DataMistake => ({
    file: shown,
    line: lineOf(path),
    field: fieldName(path),
    message,
  });
  const result = schema.safeParse(document.toJS());
  if (!result.success) {
    for (const issue of result.error.issues) mistakes.push(mistakeAt(issue.path, adviceFor(issue)));
    return undefined;
  }
  return { file: shown, value: result.data, mistakeAt };
}

function adviceFor(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `does not know ${issue.keys.join(", ")}; remove or correct it`;
  if (issue.code === "invalid_type" && issue.message.includes("undefined")) return "is missing; add it";
  return issue.message;
}

function fieldName(path: Path): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

/** The deepest node on the path: a missing field is reported at the line of what should hold it. */
function nodeAt(root: Node | null, path: Path): Node | undefined {
  let node: Node | undefined = root ?? undefined;
  for (const part of path) {
    if (!isCollection(node)) break;
    const next = itemOf(node, part);
    if (next === undefined) break;
    node = next;
  }
  return node;
}

function itemOf(node: Node, part: PropertyKey): Node | undefined {
  if (!isCollection(node)) return undefined;
  for (const [index, item] of node.items.entries()) {
    if (isPair(item)) {
      const key = isScalar(item.key) ? item.key.value : item.key;
      if (String(key) === String(part)) return (item.value ?? item.key) as Node;
    } else if (index === part) return item as Node;
  }
  return undefined;
}

import { createBot, judge, readBank } from "./bank.ts";
const bot = createBot();
import { readdirSync } from "node:fs";
const qs = [...readBank<any>("own/questions.jsonl"), ...readBank<any>("questions.jsonl"), ...readdirSync("test/questions/unseen").flatMap((d) => readBank<any>(`unseen/${d}/questions.jsonl`).filter((_: any, i: number) => i % 4 === 1))];
const lead: Record<string, string[]> = {
 nb: ["hei, kjapt spm: ", "sitter i møte nå, trenger et tall: ", "sorry at jeg maser men ", "hei igjen! ", "på farten, ", "jobber på et sykehjem, lurer på ", "hei du, bare et raskt spørsmål før lunsj: ", "sjefen spør meg, ", "rekker ikke å lete selv. ", "skal holde foredrag i morgen. ", "ok, da prøver jeg meg: ", "vi sitter her på vaktrommet og diskuterer: ", "har et møte om fem minutter, ", "beklager forstyrrelsen, ", "er sykepleier på medisinsk avdeling. "],
 nn: ["hei, eit kjapt spørsmål: ", "sit i møte no, treng eit tal: ", "orsak at eg mas men ", "på farten, ", "jobbar på ein sjukeheim, lurer på ", "sjefen spør meg, ", "skal halde føredrag i morgon. ", "har eit møte om fem minutt, ", "er sjukepleiar på medisinsk avdeling. "],
 en: ["hi, quick one: ", "in a meeting, need a number: ", "sorry to bother you but ", "on the bus so keep it short: ", "i work at a nursing home, ", "my boss is asking, ", "giving a talk tomorrow. ", "got a meeting in five, ", "we are sitting here arguing: ", "nurse here. ", "hope you are well! "]};
const tail: Record<string, string[]> = { nb: [" takk!", " haster litt", " på forhånd takk :)", " - skal bruke det i en presentasjon", " ? er på vei inn i et møte"], nn: [" takk!", " hastar litt", " på førehand takk", " - skal bruke det i ein presentasjon"], en: [" thanks!", " kind of urgent", " cheers :)", " - it's for a presentation", " ? running into a meeting"] };
let n = 0, bad = 0, wrong = 0; const by = new Map<string, number>(); const seen: string[] = [];
for (const [i, q] of qs.entries()) {
  if (!q.language || q.answered === false) continue;
  if (judge(q, bot(q).reply).faults.length) continue;
  for (const [kind, list] of [["lead", lead], ["tail", tail]] as const) {
    const add = list[q.language]![(i * 7 + 3) % list[q.language]!.length]!;
    const text = kind === "lead" ? add + q.question : q.question.replace(/[?.!\s]+$/, "") + add;
    const t = { ...q, question: text }; const j = judge(t, bot(t).reply); n++;
    if (j.faults.length) { bad++; by.set(add, (by.get(add) ?? 0) + 1); if (j.wrongFigure) wrong++; seen.push(`${j.wrongFigure ? "WRONG " : ""}${text}\n     ${j.faults.join("; ").slice(0, 160)}`); }
  }
}
console.log(n, "bad", bad, "wrong", wrong); console.log([...by].sort((a, b) => b[1] - a[1]).map(([k, v]) => `${v} ${k}`).join("\n")); if (process.argv[2]) console.log(seen.filter((s) => s.includes(process.argv[2]!)).slice(0, 25).join("\n"));

/** The environment, checked once at start: one clear line for each mistake, never a value of a secret. */
import { z } from "zod";

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);
const httpUrl = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));
const flag = z.enum(["0", "1"]).transform((value) => value === "1");

/** Each variable with what it must be, in the words of its error message. */
const VARIABLES = {
  PORT: { schema: port.default(3000), valid: "a port such as 3000" },
  HOST: { schema: z.string().min(1).default("127.0.0.1"), valid: "an address such as 127.0.0.1 or 0.0.0.0" },
  PUBLIC_URL: { schema: httpUrl.optional(), valid: "a public address such as https://helsetall.example.no" },
  TRUST_PROXY: {
    schema: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .default(0),
    valid: "the number of proxies in front, such as 1",
  },
  LOG_LEVEL: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    valid: "one of fatal, error, warn, info, debug, trace, silent",
  },
  LOG_QUESTIONS: { schema: flag.default(false), valid: "0 or 1" },
  CORS_ORIGINS: {
    schema: z
      .string()
      .transform((value) => value.split(",").map((origin) => origin.trim()))
      .pipe(z.array(z.union([z.literal("*"), z.url({ protocol: /^https?$/ }).refine((origin) => new URL(origin).origin === origin)])))
      .default([]),
    valid: "origins with commas between them, such as https://intranet.example.no",
  },
} as const;

/** What the environment says, with defaults filled in. `publicUrl` has no slash at its end. */
export type Config = {
  port: number;
  host: string;
  publicUrl: string | undefined;
  /** How many proxies' X-Forwarded-For count. */
  trustProxy: number;
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  logQuestions: boolean;
  corsOrigins: readonly string[];
};

/** The environment is wrong; the message has a line for each variable that is. */
export class ConfigError extends Error {}

/**
 * Reads the environment. An empty variable counts as not set.
 * @throws ConfigError with one line for each wrong variable, which names it and a valid value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const mistakes: string[] = [];
  const read = <Name extends keyof typeof VARIABLES>(name: Name): z.output<(typeof VARIABLES)[Name]["schema"]> => {
    const { schema, valid } = VARIABLES[name];
    const result = schema.safeParse(environment[name] === "" ? undefined : environment[name]);
    if (!result.success) mistakes.push(`${name} is not valid; set it to ${valid}, or leave it out.`);
    return result.data as z.output<(typeof VARIABLES)[Name]["schema"]>;
  };
  const config: Config = {
    port: read("PORT"),
    host: read("HOST"),
    publicUrl: read("PUBLIC_URL"),
    trustProxy: read("TRUST_PROXY"),
    logLevel: read("LOG_LEVEL"),
    logQuestions: read("LOG_QUESTIONS"),
    corsOrigins: read("CORS_ORIGINS"),
  };
  if (mistakes.length > 0) throw new ConfigError(mistakes.join("\n"));
  return config;
}

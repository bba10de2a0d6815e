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
  MicrosoftAppId: { schema: z.guid().optional(), valid: "the app id of the bot in Azure, such as 11111111-2222-3333-4444-555555555555" },
  MicrosoftAppPassword: { schema: z.string().min(1).optional(), valid: "the client secret of the bot in Azure" },
  MicrosoftAppTenantId: { schema: z.guid().optional(), valid: "the tenant id of the bot in Azure" },
  MicrosoftAppType: {
    schema: z.enum(["MultiTenant", "SingleTenant", "UserAssignedMsi"]).default("MultiTenant"),
    valid: "one of MultiTenant, SingleTenant, UserAssignedMsi",
  },
  TEAMS_SERVICE_URLS: {
    schema: z
      .string()
      .transform((value) => value.split(",").map((origin) => origin.trim()))
      .pipe(z.array(z.url({ protocol: /^https?$/ }).refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin)))
      .default([]),
    valid: "origins with commas between them, such as https://smba.infra.gov.teams.microsoft.us",
  },
  TEAMS_OPENID_METADATA: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    valid: "an address such as https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
  },
  TEAMS_PLAYGROUND: { schema: flag.default(false), valid: "0 or 1" },
} as const;

/** How Teams reaches the bot; undefined where Teams is off. */
export type TeamsConfig = {
  /** undefined in the playground, where activities are anonymous. */
  appId: string | undefined;
  appPassword: string | undefined;
  tenantId: string | undefined;
  appType: "MultiTenant" | "SingleTenant" | "UserAssignedMsi";
  /** Origins of connectors beside Microsoft's usual ones. */
  serviceUrls: readonly string[];
  openIdMetadata: string | undefined;
  playground: boolean;
};

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
  teams: TeamsConfig | undefined;
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
    teams: teamsOf({
      appId: read("MicrosoftAppId"),
      appPassword: read("MicrosoftAppPassword"),
      tenantId: read("MicrosoftAppTenantId"),
      appType: read("MicrosoftAppType"),
      serviceUrls: read("TEAMS_SERVICE_URLS"),
      openIdMetadata: read("TEAMS_OPENID_METADATA"),
      playground: read("TEAMS_PLAYGROUND"),
    }),
  };
  mistakes.push(...teamsMistakes(config));
  if (mistakes.length > 0) throw new ConfigError(mistakes.join("\n"));
  return config;
}

function teamsOf(teams: TeamsConfig): TeamsConfig | undefined {
  return teams.appId !== undefined || teams.playground ? teams : undefined;
}

/** What the Teams variables must have of each other. */
function teamsMistakes({ teams, publicUrl }: Config): string[] {
  if (!teams) return [];
  const { appId, appPassword, tenantId, appType, playground } = teams;
  const mistakes: string[] = [];
  if (playground && (appId !== undefined || publicUrl !== undefined))
    mistakes.push("TEAMS_PLAYGROUND takes anonymous messages; leave it out where MicrosoftAppId or PUBLIC_URL is set.");
  if (appId !== undefined && appPassword === undefined && appType !== "UserAssignedMsi")
    mistakes.push("MicrosoftAppPassword is missing; set it to the client secret of the bot in Azure, or leave out MicrosoftAppId.");
  if (appId !== undefined && tenantId === undefined && appType !== "MultiTenant")
    mistakes.push("MicrosoftAppTenantId is missing; set it to the tenant id of the bot in Azure, or MicrosoftAppType to MultiTenant.");
  if (appPassword !== undefined && appType === "UserAssignedMsi")
    mistakes.push("MicrosoftAppPassword is of no use with MicrosoftAppType=UserAssignedMsi; leave one of them out.");
  return mistakes;
}

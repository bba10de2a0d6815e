/** The environment, checked once at start: one clear line for each mistake, never a value of a secret. */
import { z } from "zod";

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);
const httpUrl = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));
const slackId = z.string().regex(/^[A-Za-z0-9-]{2,64}$/);
const secretHex = z.string().regex(/^[0-9a-fA-F]{64}$/);
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
  HELSETALL_DATA: { schema: z.string().min(1).default("./var"), valid: "a folder such as ./var" },
  DATABASE_URL: { schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(), valid: "an address such as postgresql://user@host/database" },
  HELSETALL_SECRET: { schema: secretHex.optional(), valid: "64 hex digits, made by: openssl rand -hex 32" },
  HELSETALL_SECRET_OLD: { schema: secretHex.optional(), valid: "the 64 hex digits that HELSETALL_SECRET was before" },
  HELSETALL_ALLOWED: {
    schema: z
      .string()
      .transform((value) => value.split(",").map((id) => id.trim()))
      .pipe(z.array(z.union([z.literal("*"), slackId])))
      .default([]),
    valid: "workspace and tenant ids with commas between them, or * for anyone",
  },
  SLACK_BOT_TOKEN: { schema: z.string().startsWith("xoxb-").optional(), valid: "the bot token, which begins with xoxb-" },
  SLACK_APP_TOKEN: { schema: z.string().startsWith("xapp-").optional(), valid: "the app-level token, which begins with xapp-" },
  SLACK_SIGNING_SECRET: { schema: z.string().min(16).optional(), valid: "the signing secret of the app's Basic Information page" },
  SLACK_CLIENT_ID: { schema: z.string().min(3).optional(), valid: "the client id of the app's Basic Information page" },
  SLACK_CLIENT_SECRET: { schema: z.string().min(8).optional(), valid: "the client secret of the app's Basic Information page" },
  SLACK_API_URL: { schema: httpUrl.default("https://slack.com/api"), valid: "an address such as https://slack.com/api/" },
  MicrosoftAppId: { schema: z.guid().optional(), valid: "the app id of the bot in Azure, such as 11111111-2222-3333-4444-555555555555" },
  MicrosoftAppPassword: { schema: z.string().min(1).optional(), valid: "the client secret of the bot in Azure" },
  MicrosoftAppTenantId: { schema: z.guid().optional(), valid: "the tenant id of the bot in Azure" },
  MicrosoftAppType: {
    schema: z.enum(["MultiTenant", "SingleTenant", "UserAssignedMsi"]).default("MultiTenant"),
    valid: "one of MultiTenant, SingleTenant, UserAssignedMsi",
  },
  TEAMS_CLOUD: { schema: z.enum(["public", "usgov", "china"]).default("public"), valid: "one of public, usgov, china" },
  TEAMS_SERVICE_URLS: {
    schema: z
      .string()
      .transform((value) => value.split(",").map((origin) => origin.trim()))
      .pipe(z.array(z.url({ protocol: /^https?$/ }).refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin)))
      .default([]),
    valid: "origins with commas between them, such as https://smba.trafficmanager.net",
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
  /** Which of Microsoft's clouds the bot is registered in. */
  cloud: "public" | "usgov" | "china";
  /** Origins of connectors beside those of the cloud. */
  serviceUrls: readonly string[];
  /** In place of the cloud's. */
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
  /** Folder of the libsql file. */
  dataFolder: string;
  /** PostgreSQL instead of the file. */
  databaseUrl: string | undefined;
  secret: string | undefined;
  secretOld: string | undefined;
  /** Workspace and tenant ids that may use it; empty: the one of the bot token; `*`: anyone. */
  allowed: readonly string[];
  /** undefined where Slack is not set up. */
  slack: SlackConfig | undefined;
  teams: TeamsConfig | undefined;
};

/** How Slack reaches us and how we reach Slack. */
export type SlackConfig = {
  /** Socket Mode where there is an app token, else signed HTTP requests. */
  entrance: { kind: "socket"; appToken: string } | { kind: "http"; signingSecret: string };
  /** One workspace by its token, or many by OAuth. */
  access: { kind: "token"; botToken: string } | { kind: "oauth"; clientId: string; clientSecret: string };
  /** Ends with a slash. */
  apiUrl: string;
};

/** The environment is wrong; the message has a line for each variable that is. */
export class ConfigError extends Error {}

/**
 * Reads the environment. An empty variable counts as not set.
 * @throws ConfigError with one line for each wrong variable, which names it and a valid value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const mistakes: string[] = [];
  // What variables lack of each other; a variable that cannot be read is not told of a second time as missing.
  const together: string[] = [];
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
    dataFolder: read("HELSETALL_DATA"),
    databaseUrl: read("DATABASE_URL"),
    secret: read("HELSETALL_SECRET"),
    secretOld: read("HELSETALL_SECRET_OLD"),
    allowed: read("HELSETALL_ALLOWED"),
    slack: slackFrom(
      {
        botToken: read("SLACK_BOT_TOKEN"),
        appToken: read("SLACK_APP_TOKEN"),
        signingSecret: read("SLACK_SIGNING_SECRET"),
        clientId: read("SLACK_CLIENT_ID"),
        clientSecret: read("SLACK_CLIENT_SECRET"),
        apiUrl: `${read("SLACK_API_URL")}/`,
      },
      together,
    ),
    teams: teamsOf({
      appId: read("MicrosoftAppId"),
      appPassword: read("MicrosoftAppPassword"),
      tenantId: read("MicrosoftAppTenantId"),
      appType: read("MicrosoftAppType"),
      cloud: read("TEAMS_CLOUD"),
      serviceUrls: read("TEAMS_SERVICE_URLS"),
      openIdMetadata: read("TEAMS_OPENID_METADATA"),
      playground: read("TEAMS_PLAYGROUND"),
    }),
  };
  if (config.slack?.access.kind === "oauth") {
    if (!config.secret)
      together.push("HELSETALL_SECRET is missing; set it to 64 hex digits (openssl rand -hex 32), since OAuth keeps tokens.");
    if (config.allowed.length === 0)
      together.push("HELSETALL_ALLOWED is missing; set it to the workspace ids that may install Helsetall, or to * for anyone.");
  }
  together.push(...teamsMistakes(config));
  const told = mistakes.length > 0 ? mistakes : together;
  if (told.length > 0) throw new ConfigError(told.join("\n"));
  return config;
}

type SlackVariables = Record<"botToken" | "appToken" | "signingSecret" | "clientId" | "clientSecret", string | undefined> & {
  apiUrl: string;
};

/** Puts Slack's variables together; what is half set up is a mistake, nothing at all means that Slack is off. */
function slackFrom(variables: SlackVariables, mistakes: string[]): SlackConfig | undefined {
  const { botToken, appToken, signingSecret, clientId, clientSecret, apiUrl } = variables;
  if ([botToken, appToken, signingSecret, clientId, clientSecret].every((value) => value === undefined)) return undefined;
  const before = mistakes.length;
  const entrance = appToken
    ? ({ kind: "socket", appToken } as const)
    : signingSecret
      ? ({ kind: "http", signingSecret } as const)
      : undefined;
  const access = botToken
    ? ({ kind: "token", botToken } as const)
    : clientId && clientSecret
      ? ({ kind: "oauth", clientId, clientSecret } as const)
      : undefined;
  if (!entrance) mistakes.push("SLACK_SIGNING_SECRET is missing; set it, or SLACK_APP_TOKEN for Socket Mode.");
  if (!access) mistakes.push("SLACK_BOT_TOKEN is missing; set it, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for several workspaces.");
  if (entrance?.kind === "socket" && access?.kind === "oauth")
    mistakes.push("SLACK_BOT_TOKEN is missing; Socket Mode serves one workspace. Leave SLACK_APP_TOKEN out to use OAuth.");
  return entrance && access && mistakes.length === before ? { entrance, access, apiUrl } : undefined;
}

function teamsOf(teams: TeamsConfig): TeamsConfig | undefined {
  return teams.appId !== undefined || teams.playground ? teams : undefined;
}

/** What the Teams variables must have of each other. */
function teamsMistakes({ teams, publicUrl, secret }: Config): string[] {
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
  if (appId !== undefined && secret === undefined && appType === "UserAssignedMsi")
    mistakes.push(
      "HELSETALL_SECRET is missing; set it to 64 hex digits (openssl rand -hex 32): a managed identity has none to derive it from.",
    );
  return mistakes;
}

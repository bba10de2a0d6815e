/**
 * Microsoft's clouds, each with its own sign-in, bot service and connectors.
 * Sign-in and bot service: https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high and
 * https://docs.azure.cn/bot-service/how-to-deploy-china-cloud, the same in GovernmentConstants of botframework-connector
 * and in the presets of Microsoft's Teams SDK. Connectors:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
import type { TeamsConfig } from "../../config.ts";

export type Cloud = {
  /** The bot service: issues the tokens of what Teams sends, and our access tokens are for it. */
  service: string;
  /** Names the keys of those tokens. */
  metadata: string;
  /** Where access tokens are handed out. */
  login: string;
  /** The tenant of bots that belong to no one tenant. */
  tenant: string;
  /** Origins of the connectors: nobody else ever gets a message or our access token. */
  connectors: readonly string[];
};

export const CLOUDS: Readonly<Record<TeamsConfig["cloud"], Cloud>> = {
  /** GCC too, which differs by its connector only. */
  public: {
    service: "https://api.botframework.com",
    metadata: "https://login.botframework.com/v1/.well-known/openidconfiguration",
    login: "https://login.microsoftonline.com",
    tenant: "botframework.com",
    connectors: ["https://smba.trafficmanager.net", "https://smba.infra.gcc.teams.microsoft.com"],
  },
  /** GCC High and DoD. */
  usgov: {
    service: "https://api.botframework.us",
    metadata: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
    login: "https://login.microsoftonline.us",
    tenant: "MicrosoftServices.onmicrosoft.us",
    connectors: ["https://smba.infra.gov.teams.microsoft.us", "https://smba.infra.dod.teams.microsoft.us"],
  },
  /** Operated by 21Vianet. Microsoft names no connector, so TEAMS_SERVICE_URLS must. */
  china: {
    service: "https://api.botframework.azure.cn",
    metadata: "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
    login: "https://login.partner.microsoftonline.cn",
    tenant: "microsoftservices.partner.onmschina.cn",
    connectors: [],
  },
};

/** What botbuilder does at least: hears a signed activity by HTTP and sends a line back. Nothing is written down. */
import { createServer } from "node:http";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import { LOCAL_ACCESS_TOKEN } from "../surfaces/teams/access-token.ts";

const { PORT, MicrosoftAppId = "", TEAMS_OPENID_METADATA: metadata = "" } = process.env;
const ISSUER = "https://api.botframework.com";
// All of its fields, once one is given.
const settings = {
  MicrosoftAppId,
  ValidateAuthority: true,
  ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
  ToChannelFromBotOAuthScope: ISSUER,
  ToBotFromChannelTokenIssuer: ISSUER,
  OAuthUrl: ISSUER,
  ToBotFromChannelOpenIdMetadataUrl: metadata,
  ToBotFromEmulatorOpenIdMetadataUrl: metadata,
  CallerId: "urn:botframework:azure",
};
const credentials: ServiceClientCredentialsFactory = {
  isValidAppId: async (id) => id === MicrosoftAppId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request) => {
      request.headers.set("authorization", `Bearer ${await LOCAL_ACCESS_TOKEN()}`);
      return request;
    },
  }),
};
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials));
createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const wanted = {
      status: (status: number) => {
        response.statusCode = status;
      },
      header: (name: string, value: string) => response.setHeader(name, value),
      send: (text: unknown) => response.write(JSON.stringify(text)),
      end: () => response.end(),
    };
    void adapter.process(Object.assign(request, { body }) as never, wanted as never, async (context) => {
      await context.sendActivity(String(context.activity.text));
    });
  });
}).listen(Number(PORT), "127.0.0.1", () => console.log("ready"));

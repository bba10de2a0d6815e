/**
 * The one file that knows botbuilder (archived; a successor takes its place here): passes a request through its
 * adapter, and sends a message through its connector once.
 */
import {
  createHttpHeaders,
  createPipelineRequest,
  type Pipeline,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from "botbuilder";
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorClient,
  type ServiceClientCredentialsFactory,
} from "botframework-connector";
import type { TeamsConfig } from "../../config.ts";
import type { Outcome } from "../../outbox/states.ts";
import { outcomeOf, outcomeOfStatus, SigningError } from "./outcome.ts";
import { ISSUER, PUBLIC_METADATA } from "./token.ts";

/** What is answered to a request. */
export type Response = { status: number; body?: unknown };

/** Where a message goes. */
export type Address = { serviceUrl: string; conversation: string };

export type Framework = {
  /** Has the adapter authenticate a request and run its turn. Never throws. */
  process(request: { authorization: string; body: Record<string, unknown> }, turn: () => Promise<Response | undefined>): Promise<Response>;
  /** The one request that posts a message. Never throws for what the platform may answer. */
  post(address: Address, activity: Record<string, unknown>): Promise<Outcome>;
};

/** How this bot signs what it sends; replaced in tests, where nobody hands out access tokens. */
export type Credentials = ServiceClientCredentialsFactory;

/** The signing client inside botbuilder's connector. */
type Connector = { client: { pipeline: Pipeline; sendRequest(request: PipelineRequest): Promise<PipelineResponse> } };

const LOGIN = "https://login.microsoftonline.com/";
const POST_WITHIN_MS = 10_000;
/** Shorter than the claim on a message (LEASE_MS): covers fetching an access token too. */
const GIVE_UP_AFTER_MS = 20_000;

/** Opens botbuilder for one bot; with no app id it takes anonymous activities. */
export function openFramework(teams: TeamsConfig, given?: Credentials): Framework {
  const { appId = "", appPassword, tenantId, appType, openIdMetadata = PUBLIC_METADATA } = teams;
  const settings = {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(appPassword !== undefined && { MicrosoftAppPassword: appPassword }),
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
  };
  const credentials = marked(given ?? new ConfigurationServiceClientCredentialFactory(settings));
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ...settings,
      ValidateAuthority: true,
      ToChannelFromBotLoginUrl: `${LOGIN}${appType === "MultiTenant" ? "botframework.com" : (tenantId ?? "")}`,
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
      CallerId: "urn:botframework:azure",
    },
    credentials,
    { requiredEndorsements: appId === "" ? [] : ["msteams"] },
  );
  const adapter = new CloudAdapter(authentication);
  const identity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const connectors = authentication.createConnectorFactory(identity);
  const open = new Map<string, Promise<Connector>>();

  /** Microsoft has a handful of service addresses; each keeps its connector. */
  function connectorAt(serviceUrl: string): Promise<Connector> {
    const known = open.get(serviceUrl) ?? connectors.create(serviceUrl, ISSUER).then(withoutRepeats);
    open.set(serviceUrl, known);
    return known;
  }

  return {
    async process({ authorization, body }, turn) {
      let reached = false;
      let answer: Response | undefined;
      let fault: unknown;
      const given: Response = { status: 500 };
      const response = {
        status: (status: number) => {
          given.status = status;
        },
        header: () => {},
        send: () => {},
        end: () => {},
      };
      await adapter.process({ method: "POST", headers: { authorization }, body }, response as never, async (context) => {
        reached = true;
        try {
          answer = await turn();
        } catch (error) {
          fault = error;
        }
        if (answer && context.activity.type === "invoke") await context.sendActivity({ type: "invokeResponse", value: answer });
      });
      if (fault !== undefined) throw fault;
      if (reached) return answer ?? { status: 200 };
      // The token was right for us before: what is left is metadata that cannot be read, unless it says 401.
      return { status: given.status === 401 ? 401 : 503 };
    },
    async post({ serviceUrl, conversation }, activity) {
      const send = async (): Promise<Outcome> => {
        const { client } = await connectorAt(serviceUrl);
        const { status, headers, bodyAsText } = await client.sendRequest(requestTo(serviceUrl, conversation, activity));
        return outcomeOfStatus(status, headers.get("retry-after"), bodyAsText);
      };
      return Promise.race([send().catch(outcomeOf), givenUp()]);
    },
  };
}

/** Written out here: the connector's own serializer leaves out all but the type of an entity, and so every citation. */
function requestTo(serviceUrl: string, conversation: string, activity: Record<string, unknown>): PipelineRequest {
  const url = `${serviceUrl.replace(/\/$/, "")}/v3/conversations/${encodeURIComponent(conversation)}/activities`;
  return createPipelineRequest({
    url,
    method: "POST",
    headers: createHttpHeaders({ "content-type": "application/json; charset=utf-8", accept: "application/json" }),
    body: JSON.stringify(activity),
    timeout: POST_WITHIN_MS,
    // Plain http only leads to this machine, in the playground and in tests.
    allowInsecureConnection: url.startsWith("http:"),
  });
}

function givenUp(): Promise<Outcome> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ state: "unknown", reason: "no answer in time" }), GIVE_UP_AFTER_MS).unref();
  });
}

/** A message may be posted twice by repeating it, and a redirect would carry our access token elsewhere. */
function withoutRepeats(connector: ConnectorClient): Connector {
  const { client } = connector as unknown as Connector;
  for (const name of ["defaultRetryPolicy", "redirectPolicy"]) client.pipeline.removePolicy({ name });
  return { client };
}

/** Tells a failure to get an access token, before which nothing was posted, from one of the request. */
function marked(factory: Credentials): Credentials {
  return {
    isValidAppId: (appId) => factory.isValidAppId(appId),
    isAuthenticationDisabled: () => factory.isAuthenticationDisabled(),
    async createCredentials(...about) {
      const inner = await factory.createCredentials(...about);
      return {
        signRequest: async (request) => {
          try {
            return await inner.signRequest(request);
          } catch (error) {
            throw new SigningError("There is no access token.", { cause: error });
          }
        },
      };
    },
  };
}

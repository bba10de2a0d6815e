/** The one file that knows botbuilder (archived; a successor takes its place here): runs turns, and signs what is sent. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from "botbuilder";
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorClient,
  MsalServiceClientCredentialsFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from "botframework-connector";
import type { Dispatcher } from "undici";
import type { TeamsConfig } from "../../config.ts";
import { signInClient } from "./sign-in.ts";
import { ISSUER } from "./token.ts";

/** What is answered to a request. */
export type Response = { status: number; body?: unknown };

export type Framework = {
  /** Has the adapter run the turn of an activity whose token was checked. @throws what the turn throws */
  process(body: Record<string, unknown>, turn: () => Promise<Response | undefined>): Promise<Response>;
  /** The header that shows the connector who we are; undefined in the playground. @throws when there is no access token */
  authorization(): Promise<string | undefined>;
};

/** How this bot signs what it sends; replaced in tests, where nobody hands out access tokens. */
export type Credentials = ServiceClientCredentialsFactory;

const LOGIN = "https://login.microsoftonline.com/";

/** Any address: the turn posts nothing by the connector that it is given. */
const NOWHERE = "https://smba.trafficmanager.net/";

/**
 * Botbuilder's authentication, but for the token of a request: src/surfaces/teams/token.ts has checked it already.
 * Botbuilder would fetch the metadata once more, past the proxy, and check the same signature again. It would also make
 * two clients for each activity, which our turns never use: they get the same two each time.
 */
class CheckedBefore extends ConfigurationBotFrameworkAuthentication {
  readonly #claimsIdentity: ClaimsIdentity;
  #connector: Promise<ConnectorClient> | undefined;
  #userTokens: Promise<UserTokenClient> | undefined;
  constructor(claimsIdentity: ClaimsIdentity, appId: string, credentials: Credentials) {
    super({ MicrosoftAppId: appId }, credentials);
    this.#claimsIdentity = claimsIdentity;
  }
  override async authenticateRequest() {
    const create = () => {
      this.#connector ??= this.createConnectorFactory(this.#claimsIdentity).create(NOWHERE, ISSUER);
      return this.#connector;
    };
    return { audience: ISSUER, claimsIdentity: this.#claimsIdentity, connectorFactory: { create } };
  }
  override createUserTokenClient() {
    this.#userTokens ??= super.createUserTokenClient(this.#claimsIdentity);
    return this.#userTokens;
  }
}

/**
 * Opens botbuilder for one bot; with no app id activities are anonymous.
 * @param dispatcher carries the requests for access tokens
 */
export function openFramework(teams: TeamsConfig, dispatcher: Dispatcher, given?: Credentials): Framework {
  const { appId = "" } = teams;
  const credentials = given ?? credentialsOf(teams, dispatcher);
  const identity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const adapter = new CloudAdapter(new CheckedBefore(identity, appId, credentials));

  return {
    async process(body, turn) {
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
      await adapter.process({ method: "POST", headers: {}, body }, response as never, async (context) => {
        try {
          answer = await turn();
        } catch (error) {
          fault = error;
        }
        if (answer && context.activity.type === "invoke") await context.sendActivity({ type: "invokeResponse", value: answer });
      });
      if (fault !== undefined) throw fault;
      return answer ?? { status: given.status };
    },
    async authorization() {
      const signer = await credentials.createCredentials(appId, ISSUER, LOGIN, true);
      const headers = new Headers();
      // It needs no more of a request than its headers.
      await signer.signRequest({ headers } as never);
      return headers.get("authorization") ?? undefined;
    },
  };
}

function credentialsOf({ appId = "", appPassword, tenantId, appType }: TeamsConfig, dispatcher: Dispatcher): Credentials {
  if (appId !== "" && appPassword !== undefined) {
    const client = signInClient({ appId, appPassword, tenantId: appType === "MultiTenant" ? undefined : tenantId }, dispatcher);
    // MSAL has one set of types for each kind of import; it is the same class.
    return new MsalServiceClientCredentialsFactory(appId, client as never);
  }
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
  });
}

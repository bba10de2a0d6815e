/** The one file that knows botbuilder (archived; a successor takes its place here): runs turns. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { AuthenticationConstants, ClaimsIdentity, type ConnectorClient, type UserTokenClient } from "botframework-connector";

/** What is answered to a request. */
export type Response = { status: number; body?: unknown };

export type Framework = {
  /** Has the adapter run the turn of an activity whose token was checked. @throws what the turn throws */
  process(body: Record<string, unknown>, turn: () => Promise<Response | undefined>): Promise<Response>;
};

/** Any address and audience: the turn posts nothing by the connector that it is given. */
const NOWHERE = "https://smba.trafficmanager.net/";
const NOBODY = AuthenticationConstants.ToChannelFromBotOAuthScope;

/**
 * Botbuilder's authentication, but for the token of a request: src/surfaces/teams/token.ts has checked it already.
 * Botbuilder would fetch the metadata once more, past the proxy, and check the same signature again. It would also make
 * two clients for each activity, which our turns never use: they get the same two each time.
 */
class CheckedBefore extends ConfigurationBotFrameworkAuthentication {
  readonly #claimsIdentity: ClaimsIdentity;
  #connector: Promise<ConnectorClient> | undefined;
  #userTokens: Promise<UserTokenClient> | undefined;
  constructor(claimsIdentity: ClaimsIdentity, appId: string) {
    super({ MicrosoftAppId: appId });
    this.#claimsIdentity = claimsIdentity;
  }
  override async authenticateRequest() {
    const create = () => {
      this.#connector ??= this.createConnectorFactory(this.#claimsIdentity).create(NOWHERE, NOBODY);
      return this.#connector;
    };
    return { audience: NOBODY, claimsIdentity: this.#claimsIdentity, connectorFactory: { create } };
  }
  override createUserTokenClient() {
    this.#userTokens ??= super.createUserTokenClient(this.#claimsIdentity);
    return this.#userTokens;
  }
}

/** Opens botbuilder for one bot; with no app id activities are anonymous. */
export function openFramework(appId = ""): Framework {
  const identity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const adapter = new CloudAdapter(new CheckedBefore(identity, appId));

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
  };
}

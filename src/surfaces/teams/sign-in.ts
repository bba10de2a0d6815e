/** Where the access token comes from that the bot shows the connector: Microsoft's own client, on our way out. */
import {
  ConfidentialClientApplication,
  type INetworkModule,
  ManagedIdentityApplication,
  type NetworkRequestOptions,
  type NetworkResponse,
} from "@azure/msal-node";
import { Agent, type Dispatcher, request } from "undici";
import type { TeamsConfig } from "../../config.ts";
import { CLOUDS } from "./cloud.ts";

/** Hands out an access token that is valid now. @throws when there is none */
export type AccessToken = () => Promise<string>;

const SIGN_IN_WITHIN_MS = 8_000;
/** MSAL keeps a token until five minutes before it ends, but takes a while to find it again for each message. */
const SHARED_MS = 60_000;

/**
 * The access tokens of a bot: by its secret, or as a managed identity where it has none.
 * @param dispatcher carries the requests that leave the machine
 * @returns undefined in the playground, where nobody asks who we are
 */
export function accessTokenOf(teams: TeamsConfig, dispatcher: Dispatcher): AccessToken | undefined {
  const { appId, appPassword } = teams;
  if (appId === undefined) return undefined;
  return appPassword === undefined ? asManagedIdentity(appId, teams) : withSecret(appId, appPassword, teams, dispatcher);
}

function withSecret(
  clientId: string,
  clientSecret: string,
  { cloud, appType, tenantId }: TeamsConfig,
  dispatcher: Dispatcher,
): AccessToken {
  const { login, tenant, service } = CLOUDS[cloud];
  const client = new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority: `${login}/${appType === "MultiTenant" ? tenant : tenantId}` },
    system: { networkClient: networkOver(dispatcher) },
  });
  return shared(() => client.acquireTokenByClientCredential({ scopes: [`${service}/.default`] }));
}

/**
 * The endpoint is on the machine itself or a link-local address: no proxy can reach it, and none may see the header that
 * opens it. botbuilder's own way, by @azure/identity, sends it through HTTPS_PROXY.
 */
function asManagedIdentity(userAssignedClientId: string, { cloud }: TeamsConfig): AccessToken {
  const client = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId },
    system: { networkClient: networkOver(new Agent()) },
  });
  return shared(() => client.acquireToken({ resource: CLOUDS[cloud].service }));
}

/** Messages of the same minute share a token, also while it is being fetched; after a failure the next one asks again. */
function shared(ask: () => Promise<{ accessToken: string } | null>): AccessToken {
  let last: { token: Promise<string>; at: number } | undefined;
  async function fetchToken(): Promise<string> {
    const result = await ask();
    if (!result) throw new Error("Microsoft handed out no access token.");
    return result.accessToken;
  }
  return () => {
    if (last && Date.now() - last.at < SHARED_MS) return last.token;
    const token = fetchToken();
    last = { token, at: Date.now() };
    token.catch(() => {
      last = undefined;
    });
    return token;
  };
}

/** MSAL's own requests know no NO_PROXY, and its proxy support speaks HTTP by hand; so it is given ours. */
function networkOver(dispatcher: Dispatcher): INetworkModule {
  async function send<Body>(method: "GET" | "POST", url: string, options: NetworkRequestOptions = {}): Promise<NetworkResponse<Body>> {
    const { headers = {}, body = null } = options;
    const signal = AbortSignal.timeout(SIGN_IN_WITHIN_MS);
    const response = await request(url, { method, headers, body, dispatcher, signal });
    const received = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
    return { status: response.statusCode, headers: Object.fromEntries(received), body: (await response.body.json()) as Body };
  }
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}

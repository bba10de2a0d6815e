/** Where the access token comes from that the bot shows the connector: Microsoft's own client, on our way out. */
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions, type NetworkResponse } from "@azure/msal-node";
import { type Dispatcher, request } from "undici";

const LOGIN = "https://login.microsoftonline.com/";
/** The tenant of bots that belong to no one tenant. */
const BOT_TENANT = "botframework.com";
const SIGN_IN_WITHIN_MS = 8_000;

export type SignIn = { appId: string; appPassword: string; tenantId: string | undefined };

/**
 * The client that fetches access tokens with the bot's secret.
 * MSAL's own requests know no NO_PROXY, and its proxy support speaks HTTP by hand; so it is given ours.
 * @param dispatcher carries its requests
 */
export function signInClient({ appId, appPassword, tenantId = BOT_TENANT }: SignIn, dispatcher: Dispatcher): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: { clientId: appId, clientSecret: appPassword, authority: `${LOGIN}${tenantId}` },
    system: { networkClient: networkOver(dispatcher) },
  });
}

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

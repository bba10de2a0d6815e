/**
 * The token of an incoming request, checked here and not by botbuilder: 4.23 takes keys without endorsements, answers
 * some wrong tokens and unreachable metadata with its own internal text, and fetches keys past the proxy.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
import { errors, type JWK, type JWTHeaderParameters, jwtVerify } from "jose";
import { type Dispatcher, fetch } from "undici";
import { z } from "zod";

/** The token is not one that Teams made for this bot now. */
export class TokenError extends Error {}
/** The keys cannot be had; the request may be right. */
export class MetadataError extends Error {}

export type TokenCheck = (authorization: string | undefined) => Promise<{ serviceUrl: string }>;

const CLOCK_TOLERANCE_S = 300;
const KEYS_LIVE_MS = 24 * 60 * 60 * 1000;
const LOOK_AGAIN_MS = 60 * 60 * 1000;
const FETCH_WITHIN_MS = 5_000;
const ENDORSEMENT = "msteams";

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({
  keys: z.array(z.looseObject({ kid: z.string().optional(), endorsements: z.array(z.string()).optional() })),
});
const claimsSchema = z.looseObject({ serviceurl: z.string().min(1) });

type Keys = { byId: ReadonlyMap<string, { jwk: JWK; endorsed: boolean }>; at: number };

/**
 * Makes the check for one bot.
 * @param from who issues the tokens, and the OpenID metadata that names the keys
 * @param dispatcher carries the requests for keys
 */
export function createTokenCheck(
  appId: string,
  { issuer, metadata }: { issuer: string; metadata: string },
  dispatcher: Dispatcher,
): TokenCheck {
  let keys: Keys | undefined;
  let loading: Promise<Keys> | undefined;

  async function load(): Promise<Keys> {
    const read = async (url: string) => {
      const response = await fetch(url, { dispatcher, redirect: "error", signal: AbortSignal.timeout(FETCH_WITHIN_MS) });
      if (!response.ok) throw new Error(`status ${response.status}`);
      return response.json();
    };
    try {
      const { jwks_uri } = metadataSchema.parse(await read(metadata));
      const found = keysSchema.parse(await read(jwks_uri)).keys;
      const byId = new Map(
        found.flatMap(({ kid, endorsements, ...jwk }) =>
          kid === undefined ? [] : [[kid, { jwk: jwk as JWK, endorsed: endorsements?.includes(ENDORSEMENT) === true }] as const],
        ),
      );
      return { byId, at: Date.now() };
    } catch (error) {
      throw new MetadataError("The keys of Teams' tokens cannot be read.", { cause: error });
    }
  }

  async function keysNotOlderThan(age: number): Promise<Keys> {
    if (keys && Date.now() - keys.at < age) return keys;
    loading ??= load().finally(() => {
      loading = undefined;
    });
    keys = await loading;
    return keys;
  }

  async function keyOf({ kid }: JWTHeaderParameters) {
    if (kid === undefined) throw new TokenError("no key id");
    let known = (await keysNotOlderThan(KEYS_LIVE_MS)).byId.get(kid);
    // Keys are published days before their use; a made-up id must not make us ask for each request.
    known ??= (await keysNotOlderThan(LOOK_AGAIN_MS)).byId.get(kid);
    if (!known?.endorsed) throw new TokenError("no endorsed key");
    return known.jwk;
  }

  return async (authorization) => {
    const [, token] = /^Bearer ([\w.-]+)$/.exec(authorization ?? "") ?? [];
    if (token === undefined) throw new TokenError("no bearer token");
    try {
      const { payload } = await jwtVerify(token, keyOf, {
        issuer,
        audience: appId,
        algorithms: ["RS256"],
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ["exp"],
      });
      const claims = claimsSchema.safeParse(payload);
      if (!claims.success) throw new TokenError("no serviceurl");
      return { serviceUrl: claims.data.serviceurl };
    } catch (error) {
      if (error instanceof MetadataError || error instanceof TokenError) throw error;
      if (error instanceof errors.JOSEError || error instanceof TypeError) throw new TokenError("refused", { cause: error });
      throw error;
    }
  };
}

/** A local issuer of Teams' tokens: keys, OpenID metadata, and tokens right and wrong. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";

export const APP_ID = "11111111-2222-4333-8444-555555555555";

export type Issuer = {
  metadata: string;
  /** A right token but for what is changed. */
  token(serviceUrl: string, change?: Change): Promise<string>;
  stop(): Promise<void>;
};
export type Change = {
  claims?: JWTPayload;
  header?: Partial<JWTHeaderParameters>;
  /** Which key signs. */
  key?: "endorsed" | "plain" | "other" | "stranger" | "secret";
  from?: number;
  until?: number;
};

const NOW = () => Math.floor(Date.now() / 1000);

export async function startIssuer(): Promise<Issuer> {
  const pairs = await Promise.all([1, 2, 3, 4].map(() => generateKeyPair("RS256", { extractable: true })));
  const [endorsed, plain, other, stranger] = pairs;
  if (!endorsed || !plain || !other || !stranger) throw new Error("no keys");
  const jwks = {
    keys: [
      { ...(await exportJWK(endorsed.publicKey)), kid: "endorsed", endorsements: ["msteams"] },
      { ...(await exportJWK(plain.publicKey)), kid: "plain" },
      { ...(await exportJWK(other.publicKey)), kid: "other", endorsements: ["webchat"] },
    ],
  };
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url === "/keys" ? jwks : { issuer: "https://api.botframework.com", jwks_uri: `${origin}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const keys = {
    endorsed: endorsed.privateKey,
    plain: plain.privateKey,
    other: other.privateKey,
    stranger: stranger.privateKey,
    // What a confused verifier would take: the public key's modulus as an HMAC secret.
    secret: new TextEncoder().encode(jwks.keys[0]?.n),
  };
  return {
    metadata: `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`,
    token: (serviceUrl, { claims = {}, header = {}, key = "endorsed", from = NOW() - 10, until = NOW() + 600 } = {}) =>
      new SignJWT({ serviceurl: serviceUrl, ...claims })
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key === "stranger" || key === "secret" ? "endorsed" : key, ...header })
        .setIssuer(claims.iss ?? "https://api.botframework.com")
        .setAudience(claims.aud ?? APP_ID)
        .setNotBefore(from)
        .setExpirationTime(until)
        .sign(keys[key]),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Which connectors may be called: nobody else ever gets a message or our access token. */

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * Makes the check of a serviceUrl.
 * @param connectors their origins
 * @param playground true where only this machine may be called
 */
export function serviceUrlCheck(connectors: readonly string[], playground: boolean): (serviceUrl: string) => boolean {
  const origins = new Set(connectors);
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { origin, hostname, protocol, username, password } = new URL(serviceUrl);
    if (username !== "" || password !== "") return false;
    if (playground) return protocol === "http:" && LOOPBACK.has(hostname);
    return origins.has(origin);
  };
}

/** Which connectors may be called: nobody else ever gets a message or our access token. */

/** Microsoft's connectors for the public cloud and GCC; other clouds by TEAMS_SERVICE_URLS. */
const MICROSOFT: readonly string[] = ["https://smba.trafficmanager.net", "https://smba.infra.gcc.teams.microsoft.com"];

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * Makes the check of a serviceUrl.
 * @param further origins that the operator allows
 * @param playground true where only this machine may be called
 */
export function serviceUrlCheck(further: readonly string[], playground: boolean): (serviceUrl: string) => boolean {
  const origins = new Set([...MICROSOFT, ...further]);
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { origin, hostname, protocol, username, password } = new URL(serviceUrl);
    if (username !== "" || password !== "") return false;
    if (playground) return protocol === "http:" && LOOPBACK.has(hostname);
    return origins.has(origin);
  };
}

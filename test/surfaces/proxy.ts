/** A proxy on this machine: notes which hosts were asked for, and opens ways to this machine only. */
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";

export type LocalProxy = {
  address: string;
  /** Host and port of each request, in order. */
  asked: string[];
  stop(): void;
};

export async function startProxy(): Promise<LocalProxy> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(502).end();
  });
  server.on("connect", (request, client, head) => {
    asked.push(request.url ?? "");
    const [host = "", port = ""] = (request.url ?? "").split(":");
    client.on("error", () => {});
    if (host !== "127.0.0.1") return void client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    const upstream = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    client.on("close", () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Sets the variables of a proxy, as an operator would; @returns what takes them back */
export function behindProxy(address: string, noProxy = ""): () => void {
  // Local services speak plain http, whose proxy is named by HTTP_PROXY.
  const variables = { HTTP_PROXY: address, HTTPS_PROXY: address, NO_PROXY: noProxy };
  Object.assign(process.env, variables);
  return () => {
    for (const name of Object.keys(variables)) delete process.env[name];
  };
}

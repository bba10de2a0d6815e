/** `npm start` with Teams, but for its access token. */
import { createAsk } from "../../../intents/index.ts";
import { readConfig } from "../../../src/config.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { createLog } from "../../../src/log.ts";
import { brainOf } from "../../../src/surfaces/brain.ts";
import { startChat } from "../../../src/surfaces/chat.ts";
import { createMetrics } from "../../../src/surfaces/web/metrics.ts";
import { createHelsetallServer } from "../../../src/surfaces/web/server.ts";
import { LOCAL_ACCESS_TOKEN } from "./access-token.ts";

const config = readConfig(process.env);
const log = createLog(config);
const brain = brainOf(createAsk(loadKnowledge()));
const metrics = createMetrics();
const chat = await startChat({ brain, config, log, metrics, teamsAccessToken: LOCAL_ACCESS_TOKEN });
const { server } = createHelsetallServer({ brain, config, log, metrics, mounts: chat.mounts });
server.listen(config.port, config.host, () => console.log("ready"));

/** Many workspaces by OAuth: what is kept of an installation, and tokens that rotate. */
import type { Installation, InstallationQuery, InstallationStore, InstallProvider } from "@slack/oauth";
import type { Installations } from "../../store/installations.ts";
import { withLease } from "../../store/leases.ts";
import type { Store } from "../../store/open.ts";
import type { Where } from "./payloads.ts";

/** Slack's installations in our store, sealed; only workspaces that may use Helsetall are kept. */
export function installationStore(
  installations: Installations,
  isAllowed: (where: Where) => boolean,
  onInstalled: (where: Where) => Promise<void>,
): InstallationStore {
  return {
    async storeInstallation(installation) {
      const where = whereOf(installation);
      if (!isAllowed(where)) throw new Error("this workspace is not in HELSETALL_ALLOWED");
      const endsAt = installation.bot?.expiresAt;
      await installations.save(where.team, installation, endsAt === undefined ? undefined : endsAt * 1000);
      await onInstalled(where);
    },
    async fetchInstallation(query) {
      for (const id of idsOf(query)) {
        const found = await installations.read(id);
        if (found !== undefined) return found as Installation;
      }
      throw new Error("the app is not installed in this workspace");
    },
    async deleteInstallation(query) {
      for (const id of idsOf(query)) await installations.remove(id);
    },
  };
}

function whereOf({ team, enterprise, isEnterpriseInstall }: Installation): Where {
  const id = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (id === undefined) throw new Error("Slack named no workspace");
  return { team: id, enterprise: enterprise?.id ?? null };
}

/** The workspace's own installation comes before that of its organisation. */
function idsOf({ teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery<boolean>): string[] {
  const ids = isEnterpriseInstall ? [enterpriseId, teamId] : [teamId, enterpriseId];
  return ids.filter((id) => id !== undefined);
}

const REFRESH_BEFORE_MS = 3 * 60 * 60_000;
const REFRESH_LEASE_MS = 60_000;

/**
 * Exchanges tokens that end soon, one process at a time, since a refresh token works only once.
 * Bolt does it only when an event comes; a workspace that gets nothing but daily facts sends none.
 * @param onFault told of a workspace whose token could not be exchanged; the others are looked after all the same
 */
export async function refreshTokens(
  installer: InstallProvider,
  installations: Installations,
  store: Store,
  onFault: (error: unknown) => void,
): Promise<void> {
  const ending = await installations.endingBefore(store.now() + REFRESH_BEFORE_MS);
  for (const id of ending) {
    const isEnterpriseInstall = id.startsWith("E");
    const query = isEnterpriseInstall
      ? { teamId: undefined, enterpriseId: id, isEnterpriseInstall }
      : { teamId: id, enterpriseId: undefined, isEnterpriseInstall };
    await withLease(store, `slack-token:${id}`, REFRESH_LEASE_MS, () => installer.authorize(query)).catch(onFault);
  }
}

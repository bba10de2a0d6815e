/** The access token of tests, where nobody hands out any. */
import type { AccessToken } from "../../../src/surfaces/teams/sign-in.ts";

export const LOCAL_ACCESS_TOKEN: AccessToken = async () => "for-the-connector";

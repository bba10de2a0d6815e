/** Signs what the bot sends, where nobody hands out access tokens. */
import type { Credentials } from "../../../src/surfaces/teams/framework.ts";
import { APP_ID } from "./issuer.ts";

export const LOCAL_CREDENTIALS: Credentials = {
  isValidAppId: async (id) => id === APP_ID,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request) => {
      request.headers.set("authorization", "Bearer for-the-connector");
      return request;
    },
  }),
};

/** The portal's own sign-in, over REST. */
export const PASSWORD = "password";

/**
 * @param {TokenReply} reply
 * @returns {Grant} a grant as the keeper takes it
 */
export function grantOf(reply) {
  return {
    accessToken: reply.access_token,
    expiresIn: reply.expires_in,
    refreshToken: reply.refresh_token,
    user: reply.user,
  };
}

/** @type {(http: Http, path: string, body: unknown, options?: Ask) => Promise<TokenReply>} */
const post = (http, path, body, options) => http.json(`/api/v1/auth/${path}`, { method: "POST", body, ...options });

/** @type {(http: Http, email: string, password: string) => Promise<Grant>} */
export const logIn = async (http, email, password) => grantOf(await post(http, "login", { email, password }));

/** @type {(http: Http, account: Account) => Promise<Grant>} */
export const register = async (http, account) => grantOf(await post(http, "register", account));

/**
 * A new password for the code that a trainer handed out.
 *
 * @type {(http: Http, email: string, code: string, newPassword: string) => Promise<Grant>}
 */
export const resetPassword = async (http, email, code, newPassword) =>
  grantOf(await post(http, "reset", { email, code, newPassword }));

/**
 * Every tab waits for this one call. When its answer is lost, the server gives it again for half a minute, so it is
 * given up early enough to ask a few times more.
 *
 * @type {(http: Http) => Refresher}
 */
export const refreshPassword = (http) => async (refreshToken) =>
  grantOf(await post(http, "refresh", { refresh_token: refreshToken }, { signal: AbortSignal.timeout(8_000) }));

/** @type {(http: Http, token: string, currentPassword: string, newPassword: string) => Promise<unknown>} */
export const changePassword = (http, token, currentPassword, newPassword) =>
  post(http, "password", { currentPassword, newPassword }, { token });

/**
 * Ends the session at the server. A session of Microsoft's has no token of ours to end.
 *
 * @param {Http} http
 * @param {SessionRecord | null} stored
 */
export async function logOut(http, stored) {
  if (stored?.provider !== PASSWORD) return;
  await post(http, "logout", { refresh_token: stored.refreshToken }, { signal: AbortSignal.timeout(5_000) });
}

/** @type {(http: Http, token: string) => Promise<unknown>} */
export const logOutEverywhere = (http, token) => post(http, "logout-all", undefined, { token });

/** The portal's own sign-in, over REST. */
export const PASSWORD = "password";

/** @returns {object} a grant as the keeper takes it */
export function grantOf(reply) {
  return {
    accessToken: reply.access_token,
    expiresIn: reply.expires_in,
    refreshToken: reply.refresh_token,
    user: reply.user,
  };
}

const post = (http, path, body, options) => http.json(`/api/v1/auth/${path}`, { method: "POST", body, ...options });

export const logIn = async (http, email, password) => grantOf(await post(http, "login", { email, password }));

/** @param {{email: string, password: string, displayName?: string, inviteCode?: string}} account */
export const register = async (http, account) => grantOf(await post(http, "register", account));

/** A new password for the code that a trainer handed out. */
export const resetPassword = async (http, email, code, newPassword) =>
  grantOf(await post(http, "reset", { email, code, newPassword }));

/**
 * Every tab waits for this one call. When its answer is lost, the server gives it again for half a minute, so it is
 * given up early enough to ask a few times more.
 */
export const refreshPassword = (http) => async (refreshToken) =>
  grantOf(await post(http, "refresh", { refresh_token: refreshToken }, { signal: AbortSignal.timeout(8_000) }));

export const changePassword = (http, token, currentPassword, newPassword) =>
  post(http, "password", { currentPassword, newPassword }, { token });

/** Ends the session at the server. A session of Microsoft's has no token of ours to end. */
export async function logOut(http, stored) {
  if (stored?.provider !== PASSWORD) return;
  await post(http, "logout", { refresh_token: stored.refreshToken }, { signal: AbortSignal.timeout(5_000) });
}

export const logOutEverywhere = (http, token) => post(http, "logout-all", undefined, { token });

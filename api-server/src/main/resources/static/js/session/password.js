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

/** Every tab waits for this one call, so it does not wait for ever itself. */
export const refreshPassword = (http) => async (refreshToken) =>
  grantOf(await post(http, "refresh", { refresh_token: refreshToken }, { signal: AbortSignal.timeout(30_000) }));

export const changePassword = (http, token, currentPassword, newPassword) =>
  post(http, "password", { currentPassword, newPassword }, { token });

/** Ends the session at the server. A session of Microsoft's has no token of ours to end. */
export async function logOut(http, stored) {
  if (stored?.provider !== PASSWORD) return;
  await post(http, "logout", { refresh_token: stored.refreshToken }, { signal: AbortSignal.timeout(5_000) });
}

export const logOutEverywhere = (http, token) => post(http, "logout-all", undefined, { token });

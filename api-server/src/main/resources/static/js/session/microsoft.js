import { PortalError, unreachable } from "../api/errors.js";

export const MICROSOFT = "microsoft";
const KEY = "portal.microsoft";
const AUTHORITY = "https://login.microsoftonline.com";

const home = () => location.origin + location.pathname;
/** @type {(entra: Entra, name: string) => string} */
const endpoint = (entra, name) =>
  `${(entra.authority ?? AUTHORITY).replace(/\/+$/, "")}/${encodeURIComponent(entra.tenantId)}/oauth2/v2.0/${name}`;
/** @param {Entra} entra */
const scope = (entra) => `openid profile offline_access ${entra.scope}`;

/** @param {Uint8Array} bytes */
function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

const random = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));

/** Whether this page can do it at all: PKCE needs SHA-256, which browsers give to secure pages only. */
export const possible = () => Boolean(globalThis.crypto?.subtle);

/**
 * Leaves for Microsoft's page. What is needed to believe the answer waits in this tab's sessionStorage.
 *
 * @param {Entra} entra
 */
export async function leaveForMicrosoft(entra) {
  const pending = { state: random(), nonce: random(), verifier: random() };
  sessionStorage.setItem(KEY, JSON.stringify(pending));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pending.verifier));
  const query = new URLSearchParams({
    client_id: entra.clientId,
    response_type: "code",
    response_mode: "query",
    redirect_uri: home(),
    scope: scope(entra),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: "S256",
    prompt: "select_account",
  });
  location.assign(`${endpoint(entra, "authorize")}?${query}`);
}

/**
 * @returns {Record<string, string> | null} Microsoft's answer in the page's address, taken out of the address and its history entry,
 *   which becomes the sign-in page's
 */
export function takeAnswer() {
  const query = new URLSearchParams(location.search);
  if (!query.has("state") || !(query.has("code") || query.has("error"))) return null;
  history.replaceState(null, "", `${location.pathname}#/sign-in`);
  return Object.fromEntries(query);
}

/**
 * Turns Microsoft's answer into a grant.
 *
 * @type {(http: Http, entra: Entra, answer: Record<string, string>) => Promise<Grant>}
 */
export async function redeem(http, entra, answer) {
  const pending = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  if (!pending || pending.state !== answer.state) throw failed("state");
  if (!answer.code) throw failed(answer.error === "access_denied" ? "cancelled" : "refused");
  const reply = await askForTokens(entra, {
    grant_type: "authorization_code",
    code: answer.code,
    redirect_uri: home(),
    code_verifier: pending.verifier,
  });
  if (nonceOf(reply.id_token) !== pending.nonce) throw failed("nonce");
  return grant(http, reply);
}

/** @type {(http: Http, entra: () => Promise<Entra>) => Refresher} */
export const refreshMicrosoft = (http, entra) => async (refreshToken, user) => {
  const settings = await entra();
  const reply = await askForTokens(settings, { grant_type: "refresh_token", refresh_token: refreshToken });
  return grant(http, { refresh_token: refreshToken, ...reply }, user);
};

/** @type {(http: Http, reply: MicrosoftReply, user?: User) => Promise<Grant>} */
async function grant(http, reply, user) {
  const accessToken = reply.access_token;
  return {
    accessToken,
    expiresIn: reply.expires_in,
    refreshToken: reply.refresh_token,
    user: user ?? (await http.json("/api/v1/auth/me", { token: accessToken })),
  };
}

/**
 * @param {Entra} entra
 * @param {Record<string, string>} fields
 */
async function askForTokens(entra, fields) {
  const body = new URLSearchParams({ client_id: entra.clientId, scope: scope(entra), ...fields });
  /** @type {RequestInit} */
  const request = { method: "POST", body, credentials: "omit", signal: AbortSignal.timeout(30_000) };
  const answer = await fetch(endpoint(entra, "token"), request).catch(() => {
    throw unreachable();
  });
  const reply = await answer.json().catch(() => ({}));
  if (answer.status >= 500) throw unreachable();
  if (!answer.ok) throw failed(reply.error, fields.grant_type === "refresh_token");
  return reply;
}

/**
 * A refused refresh means what the portal's own refusal means: sign in again.
 *
 * @param {string} reason
 */
const failed = (reason, refresh = false) => new PortalError(refresh ? "UNAUTHENTICATED" : "MICROSOFT_FAILED", reason);

function nonceOf(idToken = "") {
  try {
    const payload = idToken.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (byte) => byte.charCodeAt(0)))).nonce;
  } catch {
    return undefined;
  }
}

const SITE = new URL("../../site.json", import.meta.url);

/** @returns {Promise<string>} the API's address, from the site's one configuration file; the page's own origin unless it says otherwise */
export async function apiAddress() {
  /** @type {{api?: string}} */
  const site = await fetch(SITE)
    .then((answer) => (answer.ok ? answer.json() : {}))
    .catch(() => ({}));
  return site.api ? site.api.replace(/\/+$/, "") : location.origin;
}

/**
 * What the server tells anyone before sign-in.
 *
 * @param {Http} http
 * @returns {Promise<ServerConfig>}
 */
export const readConfig = (http) => http.json("/api/v1/config");

const SITE = new URL("../../site.json", import.meta.url);

/**
 * The API's address. A page of the portal's own says so and need not ask; one that was published elsewhere is told by
 * the site's one configuration file.
 *
 * @returns {Promise<string>}
 */
export async function apiAddress() {
  if (document.querySelector("meta[name='portal'][content='here']")) return location.origin;
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

let portal = document.baseURI;

/**
 * From now on addresses are read as those of the portal at `base`, wherever the site's own files came from.
 *
 * @param {string} base
 */
export function readAddressesOf(base) {
  portal = `${base}/`;
}

/**
 * The one way from an address of the API to one that a browser opens: relative ones are the portal's, not the page's.
 *
 * @param {unknown} text
 * @returns {URL | null} null for anything but http and https: data never becomes a script address
 */
export function webUrl(text) {
  if (typeof text !== "string" || text === "") return null;
  try {
    const url = new URL(text, portal);
    return url.protocol === "https:" || url.protocol === "http:" ? url : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} text
 * @returns {string | null} the same as text
 */
export const webAddress = (text) => webUrl(text)?.href ?? null;

import { webUrl } from "../api/address.js";

/**
 * Where slides and resources lead. Only bytes of the portal's own are shown inside the page, in a sandbox; an address
 * elsewhere becomes a link, and anything that is not an address of the web becomes nothing.
 *
 * @param {string | null | undefined} address as the API has it
 * @param {string} base the API's address
 * @returns {Material | null}
 */
export function material(address, base) {
  const url = webUrl(address);
  if (!url) return null;
  const api = new URL(base).origin;
  const own = url.origin === location.origin || (url.origin === api && url.pathname.startsWith("/api/v1/"));
  // Browsers show no PDF and save no file from within a sandbox.
  const page = /(\/|\.html?|\/[^./]+)$/i.test(url.pathname);
  return { href: url.href, own, framed: own && page, program: programOf(url.pathname) };
}

/** @type {[RegExp, Material["program"]][]} */
const PROGRAMS = [
  [/\.(pptx?|ppsx?|potx|odp)$/i, "powerpoint"],
  [/\.(docx?|odt)$/i, "word"],
  [/\.(xlsx?|xlsm|ods)$/i, "excel"],
  [/\.(pbix|pbit)$/i, "powerbi"],
];

/** @param {string} path */
const programOf = (path) => PROGRAMS.find(([ending]) => ending.test(path))?.[1] ?? null;

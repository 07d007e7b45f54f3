const STYLES = new URL("../../css/player.css", import.meta.url).href;

/**
 * The player's own looks, loaded with it: who only reads the outline needs neither. The build puts them into the one
 * style that it makes, in place of this.
 */
export function dressed() {
  if (document.querySelector(`link[href="${STYLES}"]`)) return null;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: STYLES });
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = done));
}

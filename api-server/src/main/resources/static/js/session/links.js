/**
 * What a link says behind one of the site's addresses, taken out of the address and its history entry: a code in it is
 * as good as a password. It travels behind the #, which browsers send to nobody.
 *
 * @param {string} page
 * @returns {URLSearchParams | null}
 */
function take(page) {
  const start = `#/${page}?`;
  if (!location.hash.startsWith(start)) return null;
  const said = new URLSearchParams(location.hash.slice(start.length));
  history.replaceState(null, "", `#/${page}`);
  return said;
}

/**
 * A trainer's link for a forgotten password.
 *
 * @returns {{email: string, code: string} | null}
 */
export function takeResetLink() {
  const said = take("reset");
  return said && { email: said.get("email") ?? "", code: said.get("code") ?? "" };
}

/**
 * A trainer's link for someone who has no account yet.
 *
 * @returns {{invite: string} | null}
 */
export function takeInvitation() {
  const said = take("register");
  return said && { invite: said.get("code") ?? "" };
}

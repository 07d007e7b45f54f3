const LINK = /^#\/reset\?(.*)$/;

/**
 * What a trainer's link for a forgotten password says, taken out of the address and its history entry: the code in it
 * is as good as a password. It travels behind the #, which browsers send to nobody.
 *
 * @returns {{email: string, code: string} | null}
 */
export function takeResetLink() {
  const link = LINK.exec(location.hash);
  if (!link) return null;
  history.replaceState(null, "", "#/reset");
  const said = new URLSearchParams(link[1]);
  return { email: said.get("email") ?? "", code: said.get("code") ?? "" };
}

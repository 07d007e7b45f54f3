/**
 * Lets an element fill the screen, with the focus in it, so that its keys go on working; whoever had the focus gets it
 * back at the end.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement | null} [before] who gets the focus back
 * @returns {Promise<boolean>} false where this browser has no full screen for it
 */
export async function fillScreen(element, before = /** @type {HTMLElement | null} */ (document.activeElement)) {
  if (!document.fullscreenEnabled || !element.requestFullscreen) return false;
  try {
    await element.requestFullscreen();
  } catch {
    return false;
  }
  element.focus({ preventScroll: true });
  const ended = () => {
    if (document.fullscreenElement === element) return;
    document.removeEventListener("fullscreenchange", ended);
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  document.addEventListener("fullscreenchange", ended);
  return true;
}

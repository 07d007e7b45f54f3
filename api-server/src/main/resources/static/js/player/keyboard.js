const STEP_SECONDS = 10;

/**
 * What each key asks for; letters in any case.
 *
 * @type {Record<string, (act: PlayerActions) => void>}
 */
const COMMANDS = {
  " ": (act) => act.toggle(),
  k: (act) => act.toggle(),
  j: (act) => act.jump(-STEP_SECONDS),
  l: (act) => act.jump(STEP_SECONDS),
  arrowleft: (act) => act.jump(-STEP_SECONDS),
  arrowright: (act) => act.jump(STEP_SECONDS),
  "<": (act) => act.faster(-1),
  ">": (act) => act.faster(1),
  m: (act) => act.mute(),
  c: (act) => act.captions(),
  f: (act) => act.fullscreen(),
};

/**
 * Keys for whatever has the focus inside `region`; fields and buttons keep the keys that are theirs.
 *
 * @param {HTMLElement} region
 * @param {PlayerActions} act
 */
export function listenToKeys(region, act) {
  /** @param {KeyboardEvent} event */
  const heard = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    const target = /** @type {Element} */ (event.target);
    if (target.closest("input, select, textarea, [contenteditable]")) return;
    if (event.key === " " && target.closest("button, a, summary")) return;
    const command = COMMANDS[event.key.toLowerCase()];
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    command(act);
  };
  // Ahead of the film element, whose own keys would act as well.
  region.addEventListener("keydown", heard, { capture: true });
}

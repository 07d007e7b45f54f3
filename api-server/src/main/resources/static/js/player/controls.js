import { el } from "./elements.js";
import { fill } from "./fill.js";
import { RATES } from "./speed.js";

/**
 * Buttons that work alike for every kind of player, and the choice of speed.
 *
 * @param {{texts: PlayerTexts, act: PlayerActions}} parts
 */
export function controls({ texts, act }) {
  /** @type {(label: string, onclick: () => void) => HTMLButtonElement} */
  const button = (label, onclick) => el("button", { type: "button", className: "player-button", onclick }, label);
  const toggle = button(texts.play, act.toggle);
  const captions = button(texts.captions, act.captions);
  captions.hidden = true;
  const fullscreen = button(texts.fullscreen, act.fullscreen);
  fullscreen.hidden = !document.fullscreenEnabled;
  /** @type {HTMLSelectElement} */
  const select = el(
    "select",
    { className: "player-speed-select", onchange: () => act.setRate(Number(select.value)) },
    ...RATES.map(option),
  );
  const keys = el(
    "dl",
    { className: "player-keys-list" },
    ...texts.keyList.map(([key, effect]) => el("div", {}, el("dt", {}, key), el("dd", {}, effect))),
  );
  const element = el(
    "div",
    { className: "player-controls", role: "group", "aria-label": texts.controls },
    toggle,
    button(texts.back, () => act.jump(-10)),
    button(texts.forward, () => act.jump(10)),
    captions,
    el("label", { className: "player-speed" }, el("span", {}, texts.speed), select),
    fullscreen,
    el("details", { className: "player-keys" }, el("summary", {}, texts.keys), el("p", {}, texts.keysHint), keys),
  );

  /** @param {number} rate */
  function option(rate) {
    return el("option", { value: String(rate) }, fill(texts.speedOf, { rate }));
  }

  return {
    element,
    toggle,
    /** @param {boolean} playing */
    showPlaying(playing) {
      const label = playing ? texts.pause : texts.play;
      if (toggle.textContent !== label) toggle.textContent = label;
    },
    /**
     * A player's own menu may know speeds that ours does not.
     *
     * @param {number} rate
     */
    showRate(rate) {
      const known = [...select.options].some((choice) => Number(choice.value) === rate);
      if (!known) select.append(option(rate));
      select.value = String(rate);
    },
    /** @param {boolean | null} shown null where there are none to switch */
    showCaptions(shown) {
      captions.hidden = shown === null;
      captions.setAttribute("aria-pressed", String(shown === true));
    },
    /** @param {boolean} full */
    showFullscreen(full) {
      fullscreen.textContent = full ? texts.leaveFullscreen : texts.fullscreen;
    },
  };
}

import { captionsMenu } from "./captions-menu.js";
import { el } from "./elements.js";
import { fill } from "./fill.js";
import { icon } from "./icons.js";
import { RATES, rememberedRate } from "./speed.js";

/**
 * Buttons that work alike for every kind of player, and the choice of speed.
 *
 * @param {{texts: PlayerTexts, act: PlayerActions}} parts
 */
export function controls({ texts, act }) {
  /**
   * A sign and a word; where there is little room only the sign is seen.
   *
   * @type {(sign: import("./icons.js").PlayerIcon, label: string, onclick: () => void) => HTMLButtonElement}
   */
  const button = (sign, label, onclick) =>
    el(
      "button",
      { type: "button", className: "player-button", title: label, onclick },
      icon(sign),
      el("span", { className: "player-label" }, label),
    );
  /** @type {(button: HTMLButtonElement, sign: import("./icons.js").PlayerIcon, label: string) => void} */
  const relabel = (known, sign, label) => {
    if (known.textContent === label) return;
    known.title = label;
    known.replaceChildren(icon(sign), el("span", { className: "player-label" }, label));
  };
  const toggle = button("play", texts.play, act.toggle);
  const captions = captionsMenu({ texts, act });
  const fullscreen = button("grow", texts.fullscreen, act.fullscreen);
  fullscreen.hidden = !document.fullscreenEnabled;
  /** @type {HTMLSelectElement} */
  const select = el(
    "select",
    { className: "player-select", onchange: () => act.setRate(Number(select.value)) },
    ...RATES.map(option),
  );
  // Before a player says so itself; a list begins with its slowest otherwise.
  select.value = String(rememberedRate());
  const keys = el(
    "dl",
    { className: "player-keys-list" },
    ...texts.keyList.map(([key, effect]) => el("div", {}, el("dt", {}, key), el("dd", {}, effect))),
  );
  const element = el(
    "div",
    { className: "player-controls", role: "group", "aria-label": texts.controls },
    toggle,
    button("back", texts.back, () => act.jump(-10)),
    button("forward", texts.forward, () => act.jump(10)),
    ...captions.elements,
    el("label", { className: "player-choice" }, el("span", { className: "player-label" }, texts.speed), select),
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
      relabel(toggle, playing ? "pause" : "play", playing ? texts.pause : texts.play);
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
    showCaptions: captions.show,
    /** @param {boolean} full */
    showFullscreen(full) {
      relabel(fullscreen, "grow", full ? texts.leaveFullscreen : texts.fullscreen);
    },
  };
}

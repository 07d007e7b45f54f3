import { el } from "./elements.js";
import { icon } from "./icons.js";

const OFF = "";

/**
 * Where there are captions in one language, a button that switches them; where there are several, a menu. Both stand in
 * the row from the start, so that it need not move.
 *
 * @param {{texts: PlayerTexts, act: PlayerActions}} parts
 */
export function captionsMenu({ texts, act }) {
  const button = el(
    "button",
    { type: "button", className: "player-button", onclick: act.captions },
    icon("captions"),
    el("span", { className: "player-label" }, texts.captions),
  );
  /** @type {HTMLSelectElement} */
  const select = el("select", {
    className: "player-select",
    "aria-label": texts.captions,
    onchange: () => act.chooseCaptions(select.value === OFF ? null : select.value),
  });
  const menu = el(
    "label",
    { className: "player-choice" },
    el("span", { className: "player-label" }, texts.captions),
    icon("captions"),
    select,
  );
  button.hidden = true;
  menu.hidden = true;
  let offered = "";

  /** @param {CaptionTrack[]} tracks */
  function offer(tracks) {
    const now = JSON.stringify(tracks);
    if (now === offered) return;
    offered = now;
    const choices = [{ language: OFF, label: texts.captionsNone }, ...tracks];
    select.replaceChildren(...choices.map(({ language, label }) => el("option", { value: language }, label)));
  }

  return {
    elements: [button, menu],
    /**
     * @param {CaptionState | null} state null where there are none to switch
     */
    show(state) {
      const many = Number(state?.tracks.length) > 1;
      button.hidden = state === null || many;
      menu.hidden = !many;
      button.setAttribute("aria-pressed", String(Boolean(state && state.shown !== null)));
      if (!state || !many) return;
      offer(state.tracks);
      select.value = state.shown ?? OFF;
    },
  };
}

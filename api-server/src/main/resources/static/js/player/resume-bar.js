import { el } from "./elements.js";
import { fill } from "./fill.js";
import { timeText } from "./time-text.js";

/**
 * Asks where to go on.
 *
 * @param {{texts: PlayerTexts, resumeAt: number, onResume: () => void, onStartOver: () => void}} parts
 */
export function resumeBar({ texts, resumeAt, onResume, onStartOver }) {
  /** @type {(label: string, onclick: () => void, more?: string) => HTMLElement} */
  const button = (label, onclick, more = "") =>
    el("button", { type: "button", className: `player-button ${more}`, onclick }, label);
  const time = timeText(resumeAt);
  const element = el(
    "div",
    { className: "player-resume" },
    el("span", {}, fill(texts.stoppedAt, { time })),
    button(fill(texts.resume, { time }), onResume, "player-button-main"),
    button(texts.startOver, onStartOver),
  );
  return {
    element,
    /** @param {HTMLElement} focusNext */
    dismiss(focusNext) {
      if (element.contains(document.activeElement)) focusNext.focus();
      element.remove();
    },
  };
}

import { controls } from "./controls.js";
import { el } from "./elements.js";
import { fill } from "./fill.js";
import { listenToKeys } from "./keyboard.js";
import { resumeBar } from "./resume-bar.js";
import { statusLine } from "./status-line.js";
import { icon } from "./icons.js";
import { webAddress } from "../api/address.js";
import { fillScreen } from "../ui/full-screen.js";

const PASSING_MILLIS = 5_000;

/**
 * Everything around the film; knows no player and sends nothing.
 *
 * @param {HTMLElement} host
 * @param {{recording: Playable, texts: PlayerTexts, act: PlayerActions}} parts
 */
export function playerView(host, { recording, texts, act }) {
  // It has the focus while it fills the screen, so that the keys are heard.
  const frame = el("div", { className: "player-frame", tabIndex: -1 });
  const status = statusLine({ texts, onRetry: act.retry });
  const row = controls({ texts, act });
  const notes = el("div", { className: "player-notes" }, status.element);
  const region = el("section", { className: "player" }, frame, notes, row.element);
  /** @type {ReturnType<typeof resumeBar> | null} */
  let bar = null;
  /** @type {HTMLElement | null} */
  let offer = null;
  let shown = recording;
  /** @type {Map<StatusRank, Timer>} */
  const timers = new Map();

  rename(recording);
  // Before the film is there, so that the row need not move when it comes.
  row.showCaptions(recording.captions?.length ? { shown: null, tracks: recording.captions } : null);
  listenToKeys(region, act);
  document.addEventListener("fullscreenchange", fullscreenChanged);
  host.append(region);

  /** @param {Playable} named */
  function rename(named) {
    shown = named;
    region.setAttribute("aria-label", fill(texts.region, { title: named.title }));
    for (const film of frame.children)
      Object.assign(film, { [film.localName === "iframe" ? "title" : "ariaLabel"]: named.title });
  }

  function fullscreenChanged() {
    row.showFullscreen(document.fullscreenElement === frame);
  }

  /**
   * @param {string | null} [address]
   * @returns {Link | null}
   */
  function elsewhere(address = shown.platform === "UPLOAD" ? shown.streamUrl : shown.videoUrl) {
    const href = webAddress(address);
    return href === null ? null : { href, label: texts.openOn[shown.platform ?? "DIRECT"] ?? texts.openOn.DIRECT };
  }

  /**
   * Shows a sentence that goes away by itself.
   *
   * @type {(rank: StatusRank, sentence: string) => void}
   */
  function pass(rank, sentence) {
    clearTimeout(timers.get(rank));
    status.say(rank, { sentence });
    timers.set(
      rank,
      setTimeout(() => status.clear(rank), PASSING_MILLIS),
    );
  }

  /** @type {(rank: StatusRank, what: StatusWords) => void} */
  function stay(rank, what) {
    clearTimeout(timers.get(rank));
    status.say(rank, what);
  }

  function dismissResume() {
    bar?.dismiss(row.toggle);
    bar = null;
  }

  return {
    rename,
    /** @param {HTMLElement} element */
    show: (element) => frame.replaceChildren(element),
    loading() {
      status.clear("failure", "slow");
      stay("notice", { sentence: texts.loading });
    },
    slow: () => stay("slow", { sentence: texts.slow, elsewhere: elsewhere() }),
    ready: () => status.clear("failure", "slow", "notice"),
    playing() {
      status.clear("failure", "slow", "notice");
      dismissResume();
    },
    /**
     * @param {PlayerSentence} key
     * @param {WordingValues} [values]
     */
    notice(key, values = {}) {
      const sentence = fill(texts[key], values);
      if (key === "reconnecting" || key === "pressPlay") stay("notice", { sentence });
      else pass("notice", sentence);
    },
    /** @type {(reason: PlayerSentence, fatal: boolean, href?: string | null) => void} */
    failed: (reason, fatal, href) =>
      stay("failure", { sentence: texts[reason] ?? texts.cannotPlay, elsewhere: elsewhere(href), retry: !fatal }),
    /** @param {boolean} waiting */
    showWaiting(waiting) {
      if (waiting) stay("reports", { sentence: texts.waiting });
      else pass("reports", texts.sent);
    },
    showRefused: () => stay("reports", { sentence: texts.refused }),
    showCaptions: row.showCaptions,
    /** @param {{playing: boolean, rate: number, captions: CaptionState | null}} state */
    showState({ playing, rate, captions }) {
      row.showCaptions(captions);
      row.showPlaying(playing);
      row.showRate(rate);
    },
    /** @param {number} seconds */
    offerResume(seconds) {
      /** @type {(action: () => void) => () => void} */
      const leave = (action) => () => {
        dismissResume();
        action();
      };
      bar = resumeBar({ texts, resumeAt: seconds, onResume: leave(act.resume), onStartOver: leave(act.startOver) });
      notes.prepend(bar.element);
    },
    /**
     * The film is over.
     *
     * @param {NextRecording} next
     */
    offerNext({ title, go }) {
      offer?.remove();
      const button = el(
        "button",
        { type: "button", className: "player-button player-button-main", onclick: go },
        icon("next"),
        fill(texts.next, { title }),
      );
      offer = el("p", { className: "player-next" }, button);
      notes.prepend(offer);
    },
    withdrawNext() {
      offer?.remove();
      offer = null;
    },
    /** Someone asked to go on here: the film comes into view, and the keys work. */
    come() {
      dismissResume();
      row.toggle.focus({ preventScroll: true });
      region.scrollIntoView({ block: "center" });
    },
    toggleFullscreen() {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
      else fillScreen(frame);
    },
    destroy() {
      document.removeEventListener("fullscreenchange", fullscreenChanged);
      timers.forEach(clearTimeout);
      region.remove();
    },
  };
}

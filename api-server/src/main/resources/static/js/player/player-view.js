import { controls } from "./controls.js";
import { el } from "./elements.js";
import { fill } from "./fill.js";
import { listenToKeys } from "./keyboard.js";
import { resumeBar } from "./resume-bar.js";
import { statusLine } from "./status-line.js";
import { webAddress } from "../api/address.js";

const PASSING_MILLIS = 5_000;

/** Everything around the film; knows no player and sends nothing. */
export function playerView(host, { recording, texts, act }) {
  const frame = el("div", { className: "player-frame" });
  const status = statusLine({ texts, onRetry: act.retry });
  const row = controls({ texts, act });
  const notes = el("div", { className: "player-notes" }, status.element);
  const region = el("section", { className: "player" }, frame, notes, row.element);
  let bar = null;
  let shown = recording;
  const timers = new Map();

  rename(recording);
  // Before the film is there, so that the row need not move when it comes.
  row.showCaptions(recording.captions?.length > 0 ? false : null);
  listenToKeys(region, act);
  document.addEventListener("fullscreenchange", fullscreenChanged);
  host.append(region);

  function rename(named) {
    shown = named;
    region.setAttribute("aria-label", fill(texts.region, { title: named.title }));
    for (const film of frame.children) film[film.localName === "iframe" ? "title" : "ariaLabel"] = named.title;
  }

  function fullscreenChanged() {
    row.showFullscreen(document.fullscreenElement === frame);
  }

  function elsewhere(address = shown.platform === "UPLOAD" ? shown.streamUrl : shown.videoUrl) {
    const href = webAddress(address);
    return href && { href, label: texts.openOn[shown.platform] ?? texts.openOn.DIRECT };
  }

  /** Shows a sentence that goes away by itself. */
  function pass(rank, sentence) {
    clearTimeout(timers.get(rank));
    status.say(rank, { sentence });
    timers.set(
      rank,
      setTimeout(() => status.clear(rank), PASSING_MILLIS),
    );
  }

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
    notice(key, values = {}) {
      const sentence = fill(texts[key], values);
      if (key === "reconnecting" || key === "pressPlay") stay("notice", { sentence });
      else pass("notice", sentence);
    },
    failed: (reason, fatal, href) =>
      stay("failure", { sentence: texts[reason] ?? texts.cannotPlay, elsewhere: elsewhere(href), retry: !fatal }),
    showWaiting(waiting) {
      if (waiting) stay("reports", { sentence: texts.waiting });
      else pass("reports", texts.sent);
    },
    showRefused: () => stay("reports", { sentence: texts.refused }),
    showCaptions: row.showCaptions,
    showState({ playing, rate, captions }) {
      row.showCaptions(captions);
      row.showPlaying(playing);
      row.showRate(rate);
    },
    offerResume(seconds) {
      const leave = (action) => () => {
        dismissResume();
        action();
      };
      bar = resumeBar({ texts, resumeAt: seconds, onResume: leave(act.resume), onStartOver: leave(act.startOver) });
      notes.prepend(bar.element);
    },
    toggleFullscreen() {
      const change = document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen?.();
      change?.catch(() => {});
    },
    destroy() {
      document.removeEventListener("fullscreenchange", fullscreenChanged);
      timers.forEach(clearTimeout);
      region.remove();
    },
  };
}

import { openAdapter } from "./adapters/open-adapter.js";
import { captionsChoice } from "./captions-choice.js";
import { createOutbox } from "./outbox.js";
import { playback } from "./playback.js";
import { playerView } from "./player-view.js";
import { rememberedRate, rememberRate, steppedRate } from "./speed.js";

const SLOW_MILLIS = 15_000;
/** A recording in which one of these is another is another film.
 *
 * @type {(keyof Recording)[]}
 */
const WHICH_FILM = ["platform", "videoUrl", "embedUrl"];
/** Who stopped this close to the end has seen it and begins anew. */
const END_SECONDS = 5;

/**
 * Shows a recording in `host` and reports what is watched.
 *
 * @param {HTMLElement} host
 * @param {object} parts
 * @param {Recording} parts.recording
 * @param {number} parts.resumeAt seconds, or 0
 * @param {PlayerTexts} parts.texts
 * @param {SendReport} parts.report rejects with a ReportProblem
 * @param {PlayerServices["reportOnHide"]} parts.reportOnHide the same while the page goes away
 * @param {PlayerServices["renew"]} parts.renew the recording with a fresh streamUrl
 * @param {boolean} [parts.begin] whether it plays as soon as it can, in view and with the focus: someone asked for it
 * @param {() => NextRecording | null} [parts.next] what follows when it is over
 * @param {Outbox | null} parts.outbox without it, reports that wait are lost with the page
 * @returns {MountedPlayer}
 */
export function mountRecording(
  host,
  { recording, resumeAt, texts, report, reportOnHide, renew, outbox, begin = false, next = () => null },
) {
  let current = recording;
  /** @type {Adapter} Open before anything else can ask for it. */
  let adapter;
  /** @type {ReturnType<typeof captionsChoice>} As the adapter. */
  let captions;
  /** @type {Timer} */
  let slowTimer = 0;
  const view = playerView(host, { recording, texts, act: actions() });
  const progress = playback({
    recording,
    adapter: () => adapter,
    report,
    reportOnHide,
    outbox: outbox ?? createOutbox(null, report),
    onWaiting: view.showWaiting,
    onRefused: view.showRefused,
  });

  let wanted = begin;

  /** @param {number} startAt */
  function open(startAt) {
    view.loading();
    clearTimeout(slowTimer);
    slowTimer = setTimeout(view.slow, SLOW_MILLIS);
    adapter = openAdapter(current, { startAt, label: current.title, renew });
    captions = captionsChoice(adapter);
    listen(adapter);
    if (rememberedRate() !== 1) adapter.setRate(rememberedRate());
    view.show(adapter.element);
  }

  /** @param {Adapter} adapter */
  function listen({ on }) {
    const shows = () =>
      view.showState({ playing: adapter.playing(), rate: adapter.rate(), captions: captions.state() });
    on("ready", () => {
      clearTimeout(slowTimer);
      view.ready();
      if (rememberedRate() !== adapter.rate()) adapter.setRate(rememberedRate());
      captions.follow();
      shows();
      if (wanted) adapter.play();
      wanted = false;
    });
    on("play", () => {
      view.playing();
      view.withdrawNext();
      progress.begin();
      shows();
    });
    on("seek", progress.jumped);
    on("pause", () => {
      progress.sample();
      progress.flush();
      shows();
    });
    on("ended", () => {
      progress.ended();
      shows();
      const following = next();
      if (following) view.offerNext(following);
    });
    on("timechange", () => {
      progress.sample();
      shows();
    });
    on("ratechange", () => {
      progress.sample();
      shows();
    });
    on("captionschange", () => {
      captions.follow();
      shows();
    });
    on("notice", (key) => view.notice(key));
    on("failed", ({ reason, fatal, href }) => {
      clearTimeout(slowTimer);
      progress.sample();
      view.failed(reason, fatal, href);
    });
  }

  /** @returns {PlayerActions} */
  function actions() {
    /** @param {number} rate */
    const setRate = (rate) => {
      rememberRate(rate);
      adapter.setRate(rate);
      view.notice("speedNow", { rate });
    };
    /** @param {number} seconds */
    const seek = (seconds) => {
      const end = adapter.duration() || current.durationSeconds || Infinity;
      progress.leaving();
      adapter.seek(Math.min(end, Math.max(0, seconds)));
    };
    const told = () => {
      const state = captions.state();
      view.showCaptions(state);
      view.notice(state === null ? "captionsMissing" : state.shown !== null ? "captionsOn" : "captionsOff");
    };
    return {
      toggle: () => (adapter.playing() ? adapter.pause() : adapter.play()),
      jump: (seconds) => seek(adapter.position() + seconds),
      setRate,
      faster: (direction) => setRate(steppedRate(adapter.rate(), direction)),
      mute() {
        const muted = adapter.mute();
        if (muted !== null) view.notice(muted ? "soundOff" : "soundOn");
      },
      captions() {
        captions.toggle();
        told();
      },
      chooseCaptions(language) {
        captions.choose(language);
        told();
      },
      fullscreen: () => view.toggleFullscreen(),
      retry() {
        view.loading();
        adapter.retry();
      },
      resume: () => adapter.play(),
      startOver() {
        seek(0);
        adapter.play();
      },
    };
  }

  const onHidden = () => document.visibilityState === "hidden" && progress.hide();
  document.addEventListener("visibilitychange", onHidden);
  addEventListener("pagehide", progress.hide);

  const length = recording.durationSeconds || Infinity;
  const startAt = resumeAt > 0 && resumeAt < length - END_SECONDS ? Math.floor(resumeAt) : 0;
  if (startAt > 0) view.offerResume(startAt);
  open(startAt);
  if (begin) view.come();

  return {
    /** Newer facts about the same recording. The film goes on, unless it is another film now. */
    refresh(fresh) {
      const other = WHICH_FILM.some((key) => fresh[key] !== current[key]);
      current = { ...current, ...fresh };
      view.rename(current);
      if (!other) return adapter.update(current);
      const position = adapter.position();
      progress.leaving();
      adapter.destroy();
      return open(position);
    },

    /** Sends what is left to send and takes everything down. */
    destroy() {
      clearTimeout(slowTimer);
      document.removeEventListener("visibilitychange", onHidden);
      removeEventListener("pagehide", progress.hide);
      progress.close();
      adapter.destroy();
      view.destroy();
    },
  };
}

import { signals } from "./signals.js";
import { embedAddress, embedFrame } from "./embed-frame.js";
import { captionsFor } from "../captions-choice.js";
import { unplayable } from "./unplayable.js";

const ORIGIN = "https://player.vimeo.com";
const CALL_MILLIS = 500;
const LISTENED_EVENTS = [
  "play",
  "playing",
  "pause",
  "ended",
  "finish",
  "timeupdate",
  "seeking",
  "seeked",
  "bufferstart",
  "bufferend",
  "playbackratechange",
  "volumechange",
  "texttrackchange",
  "error",
];
/**
 * Errors that mean the film cannot be shown here; others tell only that one command was not obeyed.
 *
 * @type {Record<string, PlayerSentence>}
 */
const REASONS = {
  PrivacyError: "embeddingForbidden",
  PasswordError: "passwordNeeded",
  NotFoundError: "videoGone",
};

/**
 * Vimeo's player, by the messages that its own script would exchange with the frame.
 *
 * @param {Playable} recording
 * @param {AdapterWishes} wishes
 * @returns {Adapter}
 */
export function openVimeo(recording, { startAt, label }) {
  const events = signals();
  const { on, emit, silence } = events;
  const url = embedAddress(recording.embedUrl, ORIGIN);
  if (!url) return unplayable(events);
  url.searchParams.set("dnt", "1");
  url.searchParams.set("playsinline", "1");

  let ready = false;
  let running = false;
  let blocked = false;
  let position = startAt;
  let duration = 0;
  let rate = 1;
  let muted = false;
  /** @type {{language: string, kind: string, mode: string, label?: string}[]} */
  let tracks = [];
  const frame = embedFrame(url, label, received);

  // A frame that was ready before anyone listened says nothing; it answers a ping.
  const calling = setInterval(call, CALL_MILLIS);
  frame.element.addEventListener("load", call);

  function call() {
    command("ping");
  }

  /**
   * @param {string} method
   * @param {unknown} [value]
   */
  function command(method, value) {
    frame.post(value === undefined ? { method } : { method, value });
  }

  /** @param {{event?: string, method?: string, data?: any, value?: any}} message */
  function received({ event, method, data, value }) {
    if (method !== undefined && event === undefined) answer(method, value);
    else heard(event, data ?? {});
  }

  /** @type {(method: string, value: any) => void} */
  function answer(method, value) {
    if (method === "ping") begin();
    else if (method === "getDuration" && value > 0) duration = value;
    else if (method === "getTextTracks" && Array.isArray(value)) {
      tracks = value;
      emit("captionschange");
    }
  }

  /** @param {string | null | undefined} language */
  function captionsAre(language) {
    tracks = tracks.map((track) => ({ ...track, mode: track.language === language ? "showing" : "disabled" }));
    emit("captionschange");
  }

  function begin() {
    if (ready) return;
    ready = true;
    clearInterval(calling);
    for (const name of LISTENED_EVENTS) command("addEventListener", name);
    command("getDuration");
    command("getTextTracks");
    if (startAt > 0) command("setCurrentTime", startAt);
    // What was chosen before it listened.
    if (rate !== 1) command("setPlaybackRate", rate);
    emit("ready");
  }

  /**
   * @param {string | undefined} event
   * @param {any} data
   */
  function heard(event, data) {
    if (event === "error") return refused(data);
    if (data.duration > 0) duration = data.duration;
    switch (event) {
      case "ready":
        return begin();
      case "play":
        take(data);
        if (running) return emit("timechange");
        running = true;
        return emit("play");
      case "playing":
      case "bufferend":
        blocked = false;
        return emit("timechange");
      case "bufferstart":
        emit("timechange");
        blocked = true;
        return emit("timechange");
      case "pause":
        take(data);
        running = false;
        return emit("pause");
      case "timeupdate":
        blocked = false;
        take(data);
        return emit("timechange");
      case "seeking":
      case "seeked":
        take(data);
        return emit("seek");
      case "ended":
      case "finish":
        take(data);
        return over();
      case "playbackratechange":
        rate = data.playbackRate > 0 ? data.playbackRate : rate;
        return emit("ratechange");
      case "volumechange":
        muted = data.muted ?? data.volume === 0;
        return undefined;
      case "texttrackchange":
        return captionsAre(data.language);
      default:
        return undefined;
    }
  }

  /** @param {{seconds: number}} data */
  function take({ seconds }) {
    // Before the film starts it reports 0, wherever it is going to start.
    if (Number.isFinite(seconds) && (seconds > 0 || running)) position = seconds;
  }

  function over() {
    if (!running) return;
    running = false;
    emit("ended");
  }

  /** @param {{name: string, method: string}} error */
  function refused({ name, method }) {
    if (REASONS[name] || method === "ready") emit("failed", { reason: REASONS[name] ?? "cannotPlay", fatal: true });
    else if (method === "setPlaybackRate") emit("ratechange");
  }

  return {
    element: frame.element,
    on,
    play: () => command("play"),
    pause: () => command("pause"),
    seek(seconds) {
      position = seconds;
      emit("seek");
      command("setCurrentTime", seconds);
    },
    setRate(wanted) {
      if (ready) return command("setPlaybackRate", wanted);
      rate = wanted;
      return undefined;
    },
    mute() {
      muted = !muted;
      command("setMuted", muted);
      return muted;
    },
    captions: () =>
      tracks.length === 0
        ? null
        : {
            shown: tracks.find((track) => track.mode === "showing")?.language ?? null,
            tracks: tracks.map(({ language, label }) => ({ language, label: label ?? language })),
          },
    showCaptions(language) {
      const chosen = language === null ? null : captionsFor(tracks, language);
      if (chosen) command("enableTextTrack", { language: chosen.language, kind: chosen.kind });
      else command("disableTextTrack");
      captionsAre(chosen?.language);
    },
    retry: call,
    update() {},
    position: () => position,
    duration: () => duration,
    rate: () => rate,
    playing: () => running,
    moving: () => running && !blocked,
    destroy() {
      silence();
      clearInterval(calling);
      frame.destroy();
    },
  };
}

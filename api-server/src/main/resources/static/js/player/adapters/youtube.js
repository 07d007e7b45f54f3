import { signals } from "./signals.js";
import { embedAddress, embedFrame } from "./embed-frame.js";
import { unplayable } from "./unplayable.js";

const ORIGIN = "https://www.youtube-nocookie.com";
const CALL_MILLIS = 250;
const LISTENED_EVENTS = ["onStateChange", "onPlaybackRateChange", "onError"];
const STATE = { ended: 0, playing: 1, paused: 2, buffering: 3 };
/** @type {Record<number, PlayerSentence>} */
const REASONS = {
  2: "youtubeAddress",
  5: "youtubePlayer",
  100: "videoGone",
  101: "embeddingForbidden",
  150: "embeddingForbidden",
  153: "youtubeReferrer",
};

/**
 * YouTube's player, by the messages its own script would exchange with the frame.
 *
 * @param {Playable} recording
 * @param {AdapterWishes} wishes
 * @returns {Adapter}
 */
export function openYouTube(recording, { startAt, label }) {
  const events = signals();
  const { on, emit, silence } = events;
  const url = embedAddress(recording.embedUrl, ORIGIN);
  if (!url) return unplayable(events, "youtubeAddress");
  url.searchParams.set("enablejsapi", "1");
  url.searchParams.set("origin", location.origin);
  url.searchParams.set("playsinline", "1");
  url.searchParams.set("rel", "0");
  if (startAt > 0) url.searchParams.set("start", String(Math.floor(startAt)));

  let ready = false;
  /** @type {number | null} */
  let state = null;
  let position = startAt;
  let duration = 0;
  let rate = 1;
  let muted = false;
  const frame = embedFrame(url, label, received);

  // The frame does not say when it begins to listen; it is called until it answers.
  const calling = setInterval(call, CALL_MILLIS);
  frame.element.addEventListener("load", call);

  function call() {
    send({ event: "listening" });
  }

  /** @param {object} message */
  function send(message) {
    frame.post(JSON.stringify({ ...message, id: recording.recordingId, channel: "widget" }));
  }

  /**
   * @param {string} func
   * @param {unknown[]} args
   */
  function command(func, ...args) {
    send({ event: "command", func, args });
  }

  /** @param {{event: string, info: any}} message */
  function received({ event, info }) {
    switch (event) {
      case "onReady":
      case "initialDelivery":
      case "infoDelivery":
        answered();
        told(info);
        break;
      case "onStateChange":
        told({ playerState: info });
        break;
      case "onPlaybackRateChange":
        told({ playbackRate: info });
        break;
      case "onError":
        emit("failed", { reason: REASONS[info] ?? "cannotPlay", fatal: true });
        break;
      default:
    }
  }

  function answered() {
    if (ready) return;
    ready = true;
    clearInterval(calling);
    for (const name of LISTENED_EVENTS) command("addEventListener", name);
    // What was chosen before it listened.
    if (rate !== 1) command("setPlaybackRate", rate);
    emit("ready");
  }

  /** @param {any} info */
  function told(info) {
    if (!info || typeof info !== "object") return;
    if (info.duration > 0) duration = info.duration;
    if (typeof info.muted === "boolean") muted = info.muted;
    if (info.playbackRate > 0 && info.playbackRate !== rate) {
      rate = info.playbackRate;
      emit("ratechange");
    }
    // Before the film starts it reports 0, wherever it is going to start.
    const started = state === STATE.playing || state === STATE.paused || info.playerState === STATE.playing;
    if (Number.isFinite(info.currentTime) && (started || info.currentTime > 0)) position = info.currentTime;
    if (Number.isInteger(info.playerState) && info.playerState !== state) changed(info.playerState);
    else if (Number.isFinite(info.currentTime)) emit("timechange");
  }

  /** @param {number} now */
  function changed(now) {
    const before = state;
    state = now;
    if (now === STATE.playing) emit(before === STATE.buffering ? "timechange" : "play");
    else if (now === STATE.paused) emit("pause");
    else if (now === STATE.ended) emit("ended");
    else emit("timechange");
  }

  return {
    element: frame.element,
    on,
    play: () => command("playVideo"),
    pause: () => command("pauseVideo"),
    seek(seconds) {
      position = seconds;
      emit("seek");
      command("seekTo", seconds, true);
    },
    setRate(wanted) {
      if (ready) return command("setPlaybackRate", wanted);
      rate = wanted;
      return undefined;
    },
    mute() {
      muted = !muted;
      command(muted ? "mute" : "unMute");
      return muted;
    },
    captions: () => null,
    showCaptions() {},
    retry: call,
    update() {},
    position: () => position,
    duration: () => duration,
    rate: () => rate,
    playing: () => state === STATE.playing || state === STATE.buffering,
    moving: () => state === STATE.playing,
    destroy() {
      silence();
      clearInterval(calling);
      frame.destroy();
    },
  };
}

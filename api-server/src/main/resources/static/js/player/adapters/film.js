import { el } from "../elements.js";
import { signals } from "./signals.js";
import { sourceOf } from "./film-source.js";
import { captionsOf, captionTracks, showCaptions } from "./captions.js";

const HLS = "application/vnd.apple.mpegurl";
const PAUSES_MILLIS = [0, 1_000, 4_000, 10_000];
const STALL_MILLIS = 8_000;

/**
 * A film that the browser plays itself: uploaded ones by ticket addresses that die, direct ones by their own.
 *
 * @param {Playable} recording
 * @param {FilmWishes} wishes
 * @returns {Adapter}
 */
export function openFilm(recording, { startAt, label, renew }) {
  const { on, emit, silence } = signals();
  const video = el("video", { controls: true, preload: "metadata", playsInline: true, ariaLabel: label });
  let current = recording;
  /**
   * Where the film goes on and how, while its source is exchanged; the element itself forgets both.
   *
   * @type {{position: number, playing: boolean} | null}
   */
  let held = { position: startAt, playing: false };
  let wantedRate = 1;
  let attempts = 0;
  /** @type {Timer} */
  let timer = 0;
  /** @type {Timer} */
  let stallTimer = 0;
  let gone = false;

  function load() {
    const address = sourceOf(current);
    if (!address) return emit("failed", { reason: "cannotPlay", fatal: true });
    if (/\.m3u8$/i.test(new URL(address).pathname) && !video.canPlayType(HLS)) {
      return emit("failed", { reason: "noHls", fatal: true });
    }
    captionTracks(video, current, address);
    video.src = address;
  }

  /** Takes the place back after a load; a start beyond the end begins anew. */
  function arrived() {
    if (!held) return;
    const { position, playing } = held;
    held = null;
    attempts = 0;
    if (position > 0 && position < video.duration) video.currentTime = position;
    video.defaultPlaybackRate = wantedRate;
    video.playbackRate = wantedRate;
    emit("ready");
    if (playing) start();
  }

  function hold() {
    held ??= { position: video.currentTime, playing: !video.paused && !video.ended };
  }

  function start() {
    video.play().catch((error) => {
      if (error.name === "NotAllowedError") emit("notice", "pressPlay");
    });
  }

  /** A dead ticket and a dead network look alike to the element: ask for a fresh address, a few times. */
  function recover() {
    if (gone || timer) return;
    hold();
    emit("timechange");
    const pause = PAUSES_MILLIS[attempts++];
    if (pause === undefined) return emit("failed", { reason: "cannotPlay", fatal: false, href: sourceOf(current) });
    emit("notice", "reconnecting");
    timer = setTimeout(async () => {
      try {
        const fresh = current.platform === "UPLOAD" ? await renew() : current;
        timer = 0;
        if (gone) return;
        current = { ...current, ...fresh };
        load();
      } catch (error) {
        timer = 0;
        if (gone) return;
        if (error?.retryable) recover();
        else emit("failed", { reason: "notAvailable", fatal: true, href: null });
      }
    }, pause);
  }

  function retry() {
    attempts = 0;
    recover();
  }

  function backOnline() {
    if (held && attempts > 0) retry();
  }

  /** A stall with data still missing after a while is a connection that died without a word. */
  function watchStall() {
    clearTimeout(stallTimer);
    const before = video.currentTime;
    stallTimer = setTimeout(() => {
      const starved = video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
      if (starved && !video.paused && video.currentTime === before) recover();
    }, STALL_MILLIS);
  }

  /** @type {(name: keyof HTMLMediaElementEventMap, listener: () => void) => void} */
  const listen = (name, listener) => video.addEventListener(name, listener);
  listen("loadedmetadata", arrived);
  listen("error", recover);
  listen("stalled", watchStall);
  listen("waiting", watchStall);
  listen("play", () => held || emit("play"));
  listen("playing", () => held || emit("timechange"));
  listen("pause", () => held || video.ended || emit("pause"));
  listen("timeupdate", () => held || emit("timechange"));
  listen("seeking", () => held || emit("seek"));
  listen("seeked", () => held || emit("seek"));
  listen("ended", () => held || emit("ended"));
  listen("ratechange", () => {
    if (held) return;
    wantedRate = video.playbackRate;
    emit("ratechange");
  });
  video.textTracks.addEventListener("change", () => emit("captionschange"));
  addEventListener("online", backOnline);
  queueMicrotask(() => gone || load());

  return {
    element: video,
    on,
    play() {
      if (held) held.playing = true;
      else start();
    },
    pause() {
      if (held) held.playing = false;
      video.pause();
    },
    seek(seconds) {
      if (held) held.position = seconds;
      else video.currentTime = seconds;
    },
    setRate(rate) {
      wantedRate = rate;
      if (!held) video.playbackRate = rate;
    },
    mute() {
      video.muted = !video.muted;
      return video.muted;
    },
    captions: () => captionsOf(video),
    showCaptions: (language) => showCaptions(video, language),
    retry,
    /** Fresh facts about the recording; a new address is for the next load, so that nothing interrupts the film. */
    update(fresh) {
      current = { ...current, ...fresh };
    },
    position: () => (held ? held.position : video.currentTime),
    duration: () => (Number.isFinite(video.duration) ? video.duration : 0),
    rate: () => wantedRate,
    playing: () => (held ? held.playing : !video.paused && !video.ended),
    moving: () => !held && !video.paused && !video.ended && !video.seeking,
    destroy() {
      gone = true;
      silence();
      clearTimeout(timer);
      clearTimeout(stallTimer);
      removeEventListener("online", backOnline);
      video.pause();
      // Without a source the browser lets go of the connection and of what it buffered.
      video.removeAttribute("src");
      video.load();
      video.remove();
    },
  };
}

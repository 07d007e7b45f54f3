import { el } from "../elements.js";
import { captionsFor } from "../captions-choice.js";
import { webUrl } from "../../api/address.js";

/**
 * Puts the recording's captions on the film. Captions from elsewhere need the film fetched with CORS too: the portal
 * allows that for its own films; a film from a third place plays without captions rather than not at all.
 *
 * @param {HTMLVideoElement} video
 * @param {Playable} recording
 * @param {string} source
 */
export function captionTracks(video, recording, source) {
  const shown = [...video.textTracks].find((track) => track.mode === "showing")?.language;
  video.querySelectorAll("track").forEach((track) => track.remove());
  const film = new URL(source).origin;
  const captions = (recording.captions ?? [])
    .flatMap((caption) => {
      const url = webUrl(caption.url);
      return url ? [{ ...caption, url }] : [];
    })
    .filter(({ url }) => url.origin === location.origin || url.origin === film);
  if (captions.some(({ url }) => url.origin !== location.origin)) video.crossOrigin = "anonymous";
  for (const caption of captions) {
    const track = el("track", {
      kind: "captions",
      srclang: caption.language,
      label: caption.label,
      src: caption.url.href,
    });
    video.append(track);
    if (caption.language === shown) track.track.mode = "showing";
  }
}

/**
 * @param {HTMLVideoElement} video
 * @returns {CaptionState | null} the language of the captions that are on; null when the film has none
 */
export function captionsOf(video) {
  const tracks = [...video.textTracks];
  if (tracks.length === 0) return null;
  const shown = tracks.find((track) => track.mode === "showing")?.language ?? null;
  return { shown, tracks: tracks.map(({ language, label }) => ({ language, label })) };
}

/**
 * @param {HTMLVideoElement} video
 * @param {string | null} language that is wanted, or null for none
 */
export function showCaptions(video, language) {
  const tracks = [...video.textTracks];
  const chosen = language === null ? null : captionsFor(tracks, language);
  for (const track of tracks) {
    if (track === chosen) track.mode = "showing";
    else if (track.mode === "showing") track.mode = "hidden";
  }
}

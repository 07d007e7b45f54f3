import { el } from "../elements.js";
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
 * Shows the first captions, or hides those shown; null when the film has none.
 *
 * @param {HTMLVideoElement} video
 */
export function toggleCaptions(video) {
  const tracks = [...video.textTracks];
  if (tracks.length === 0) return null;
  const shown = tracks.filter((track) => track.mode === "showing");
  for (const track of shown) track.mode = "hidden";
  if (shown.length === 0) tracks[0].mode = "showing";
  return shown.length === 0;
}

import { el } from "../elements.js";
import { webAddress } from "../web-address.js";

/** Puts the recording's captions on the film. Captions from elsewhere need the film fetched with CORS too. */
export function captionTracks(video, recording, source) {
  const shown = [...video.textTracks].find((track) => track.mode === "showing")?.language;
  video.querySelectorAll("track").forEach((track) => track.remove());
  const captions = (recording.captions ?? []).filter((caption) => webAddress(caption.url));
  const own = location.origin;
  const elsewhere = captions.some((caption) => new URL(webAddress(caption.url)).origin !== own);
  if (elsewhere && new URL(source).origin !== own) video.crossOrigin = "anonymous";
  for (const caption of captions) {
    const track = el("track", {
      kind: "captions",
      srclang: caption.language,
      label: caption.label,
      src: webAddress(caption.url),
    });
    video.append(track);
    if (caption.language === shown) track.track.mode = "showing";
  }
}

/** Shows the first captions, or hides those shown; null when the film has none. */
export function toggleCaptions(video) {
  const tracks = [...video.textTracks];
  if (tracks.length === 0) return null;
  const shown = tracks.filter((track) => track.mode === "showing");
  for (const track of shown) track.mode = "hidden";
  if (shown.length === 0) tracks[0].mode = "showing";
  return shown.length === 0;
}

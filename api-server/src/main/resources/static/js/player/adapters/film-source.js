import { webAddress } from "../../api/address.js";

/**
 * The absolute address of the bytes, or null when there is none a browser should open.
 *
 * @param {Playable} recording
 */
export function sourceOf(recording) {
  return webAddress(recording.platform === "UPLOAD" ? recording.streamUrl : recording.videoUrl);
}

import { openFilm } from "./film.js";
import { openVimeo } from "./vimeo.js";
import { openYouTube } from "./youtube.js";

/**
 * The one interface to every kind of player.
 *
 * `element` goes into the page; play(), pause(), seek(seconds), setRate(rate), mute(), showCaptions(language, or null for
 * none) and destroy() command; position(), duration(), rate(), captions() ({ shown: language or null }, or null where there
 * are none), playing() (wanted to play) and moving() (really advancing) tell; on(event, listener) listens. Events: ready,
 * play, pause, seek, timechange, ratechange, captionschange, ended, notice (a key of the texts), failed
 * ({ reason, fatal, href }): a key of the texts; not fatal means that another attempt may help; where the recording is to
 * be had elsewhere, null for nowhere, and without it, where a person opens it.
 *
 * @param {Playable} recording
 * @param {FilmWishes} wishes
 * @returns {Adapter}
 */
export function openAdapter(recording, { startAt, label, renew }) {
  switch (recording.platform) {
    case "YOUTUBE":
      return openYouTube(recording, { startAt, label });
    case "VIMEO":
      return openVimeo(recording, { startAt, label });
    default:
      return openFilm(recording, { startAt, label, renew });
  }
}

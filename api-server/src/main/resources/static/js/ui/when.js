import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { appointment } from "../course/format.js";
import { say, texts } from "../texts/say.js";

/**
 * When a session takes place: by the course's clock, and by the reader's own where that shows another time.
 *
 * @type {(scheduledAt: Instant, config: ServerConfig) => Content}
 */
export function when(scheduledAt, { timeZone }) {
  const { text, here } = appointment(scheduledAt, timeZone, texts.language);
  return html`<time datetime=${scheduledAt}>${text}</time>${
    here ? html` <span class="own-time">(${say(texts.day.yourTime, { time: here })})</span>` : nothing
  }`;
}

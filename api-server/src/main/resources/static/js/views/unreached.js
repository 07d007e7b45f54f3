import { unreachable } from "../api/errors.js";
import { html } from "../../lib/lit-html/lit-html.js";
import { texts } from "../texts/say.js";
import { failure } from "../ui/state.js";

/**
 * What is shown in the place of a page whose code did not arrive.
 *
 * @param {() => void} again
 * @returns {View}
 */
export const unreached = (again) => ({
  title: () => texts.unreached.title,
  view: () => html`<h1 tabindex="-1">${texts.unreached.title}</h1>
    ${failure(texts.unreached.text, unreachable(), again)}`,
});

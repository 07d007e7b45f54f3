import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ifDefined } from "../../lib/lit-html/directives/if-defined.js";
import { texts } from "../texts/say.js";
import { icon } from "./icons.js";

/** @param {Event} event */
function reveal(event) {
  const button = /** @type {HTMLElement} */ (event.currentTarget);
  const input = /** @type {HTMLInputElement} */ (button.parentElement?.querySelector("input"));
  const shown = input.type === "password";
  input.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", String(shown));
}

/**
 * A labelled input. What is typed belongs to the browser: no state of the page ever overwrites it.
 *
 * @param {{name: string, label: string, type?: string, autocomplete?: string, hint?: string, problem?: string,
 *   start?: string, mode?: string, capitals?: string}} field
 */
export function field({ name, label, type = "text", autocomplete, hint, problem, start, mode, capitals = "none" }) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  return html`<div class="field ${problem ? "bad" : ""}">
    <label for=${name}>${label}</label>
    <div class="input">
      <input
        id=${name}
        name=${name}
        type=${type}
        autocomplete=${ifDefined(autocomplete)}
        inputmode=${ifDefined(mode)}
        value=${ifDefined(start)}
        autocapitalize=${capitals}
        spellcheck="false"
        aria-invalid=${problem ? "true" : "false"}
        aria-describedby=${ifDefined(described || undefined)}
      />
      ${
        type === "password"
          ? html`<button type="button" class="bare reveal" aria-pressed="false" aria-label=${texts.password.show} @click=${reveal}>
            ${icon("eye")}
          </button>`
          : nothing
      }
    </div>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    <div aria-live="polite">${problem ? refused(name, problem) : nothing}</div>
  </div>`;
}

/**
 * Said aloud too: who sent the form from this field is in it already, so that moving there would say nothing.
 *
 * @type {(name: string, problem: string) => Template}
 */
const refused = (name, problem) =>
  html`<p class="problem" id="${name}-problem">${icon("warn")}<span>${problem}</span></p>`;

/**
 * The place where a form says what went wrong with it as a whole.
 *
 * What changes each second is for the eye; it is said aloud once.
 *
 * @type {(problem: string | null, extra?: Content, now?: string | null) => Template}
 */
export const formProblem = (problem, extra = nothing, now = null) =>
  html`<div class="form-problem" role="alert">${
    problem
      ? html`<p class="problem">
          ${icon("warn")}
          ${
            now
              ? html`<span><span class="hidden">${problem}</span><span aria-hidden="true">${now}</span></span>`
              : html`<span>${problem} ${extra}</span>`
          }
        </p>`
      : nothing
  }</div>`;

/** @type {(label: string, pending: boolean | undefined, extra?: string) => Template} */
export const submit = (label, pending, extra = "") =>
  html`<button class="button primary ${extra}" aria-disabled=${pending ? "true" : "false"}>
    ${pending ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${label}
  </button>`;

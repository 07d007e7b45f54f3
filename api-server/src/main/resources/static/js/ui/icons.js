import { svg, html } from "../../lib/lit-html/lit-html.js";

const paths = {
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  open: svg`<rect x="5" y="11" width="14" height="9" rx="2.5"/><path d="M8 11V8a4 4 0 0 1 7.6-1.7"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  play: svg`<path d="M8 5.6v12.8a.8.8 0 0 0 1.2.7l10-6.4a.8.8 0 0 0 0-1.4l-10-6.4A.8.8 0 0 0 8 5.6Z"/>`,
  video: svg`<rect x="3" y="6" width="12.5" height="12" rx="2.5"/><path d="m15.5 10.5 5-3v9l-5-3"/>`,
  slides: svg`<rect x="3.5" y="4.5" width="17" height="11.5" rx="2"/><path d="M12 16v4M8.5 20h7"/>`,
  file: svg`<path d="M13.5 3.5H7.5a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-10l-5-5Z"/><path d="M13.5 3.5v5h5"/>`,
  out: svg`<path d="M13 5h6v6M19 5l-8.5 8.5"/><path d="M17 14v4a2 2 0 0 1-2 2H6.5a2 2 0 0 1-2-2V9.5a2 2 0 0 1 2-2h4"/>`,
  left: svg`<path d="M19 12H5.5M11 6l-6 6 6 6"/>`,
  right: svg`<path d="M5 12h13.5M13 6l6 6-6 6"/>`,
  person: svg`<circle cx="12" cy="8.5" r="3.75"/><path d="M4.75 19.5c1-3.4 3.8-5 7.25-5s6.25 1.6 7.25 5"/>`,
  course: svg`<rect x="4" y="4" width="7" height="7" rx="1.75"/><rect x="13" y="4" width="7" height="7" rx="1.75"/><rect x="4" y="13" width="7" height="7" rx="1.75"/><rect x="13" y="13" width="7" height="7" rx="1.75"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v1.5M12 19.5v1.5M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1"/>`,
  moon: svg`<path d="M19.5 14.3A8 8 0 0 1 9.7 4.5a8 8 0 1 0 9.8 9.8Z"/>`,
  print: svg`<path d="M7 9V4h10v5M7 17H5.5A1.5 1.5 0 0 1 4 15.5V11a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v4.5a1.5 1.5 0 0 1-1.5 1.5H17"/><rect x="7" y="14" width="10" height="6" rx="1"/>`,
  download: svg`<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"/>`,
  grow: svg`<path d="M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5"/>`,
  close: svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="3"/>`,
  warn: svg`<path d="M12 4 2.8 19.5h18.4L12 4Z"/><path d="M12 10v4M12 16.8v.2"/>`,
  live: svg`<circle cx="12" cy="12" r="2.25"/><path d="M7.8 16.2a6 6 0 0 1 0-8.4M16.2 7.8a6 6 0 0 1 0 8.4M5 19a10 10 0 0 1 0-14M19 5a10 10 0 0 1 0 14"/>`,
  chart: svg`<path d="M5 20v-6M12 20V4M19 20v-10"/>`,
  bell: svg`<path d="M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5l1.5-1.5Z"/><path d="M10 20.5h4"/>`,
  calendar: svg`<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10.5h16M8.5 3.5v4M15.5 3.5v4"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`,
};

/**
 * An icon drawn for this site; it says nothing to a screen reader, the text beside it does
 *
 * @type {(name: keyof typeof paths, extra?: string) => Template}
 */
export const icon = (name, extra = "") => html`<svg
  class="icon ${extra}"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="1.75"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
  focusable="false"
>
  ${paths[name]}
</svg>`;

/** The portal's mark: three rising bars. */
export const mark = () => html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <rect x="4" y="17" width="6.5" height="11" rx="2" opacity="0.55" />
  <rect x="12.75" y="11" width="6.5" height="17" rx="2" opacity="0.78" />
  <rect x="21.5" y="4" width="6.5" height="24" rx="2" />
</svg>`;

/** Four squares, as the button that leads to Microsoft's page has them. */
export const microsoftMark = () => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <rect x="3" y="3" width="8.5" height="8.5" fill="#f25022" />
  <rect x="12.5" y="3" width="8.5" height="8.5" fill="#7fba00" />
  <rect x="3" y="12.5" width="8.5" height="8.5" fill="#00a4ef" />
  <rect x="12.5" y="12.5" width="8.5" height="8.5" fill="#ffb900" />
</svg>`;

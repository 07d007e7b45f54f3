import { html, svg } from "../../lib/lit-html/lit-html.js";

const bars = [34, 52, 44, 70, 62, 88, 104];

/** A report page as the course teaches to build, drawn here. Decoration. */
export const illustration =
  () => html`<svg class="illustration" viewBox="0 0 480 360" aria-hidden="true" focusable="false">
  <rect class="art-sheet" x="24" y="20" width="432" height="320" rx="20" />
  <g class="art-soft">
    <rect x="48" y="46" width="112" height="12" rx="6" />
    <rect x="48" y="66" width="72" height="8" rx="4" opacity="0.6" />
    <circle cx="424" cy="56" r="10" opacity="0.7" />
  </g>
  <rect class="art-card" x="48" y="92" width="246" height="148" rx="14" />
  ${bars.map(
    (height, at) => svg`<rect
    class=${at > 4 ? "art-bright" : "art-dim"}
    x=${68 + at * 30} y=${224 - height} width="18" height=${height} rx="5" />`,
  )}
  <path class="art-line" d="M77 176 107 160 137 166 167 138 197 142 227 118 257 108" />
  <circle class="art-dot" cx="257" cy="108" r="5" />
  <rect class="art-card" x="310" y="92" width="122" height="148" rx="14" />
  <circle class="art-track" cx="371" cy="158" r="36" />
  <circle class="art-arc" cx="371" cy="158" r="36" pathLength="100" stroke-dasharray="68 100" transform="rotate(-90 371 158)" />
  <g class="art-soft"><rect x="344" y="212" width="54" height="8" rx="4" /></g>
  ${[0, 1, 2].map(
    (at) => svg`<g>
    <rect class="art-card" x=${48 + at * 130} y="256" width="124" height="60" rx="12" />
    <rect class=${at === 0 ? "art-bright" : "art-dim"} x=${62 + at * 130} y="272" width="28" height="28" rx="8" />
    <g class="art-soft">
      <rect x=${100 + at * 130} y="275" width="54" height="8" rx="4" />
      <rect x=${100 + at * 130} y="290" width="36" height="7" rx="3.5" opacity="0.6" />
    </g>
  </g>`,
  )}
</svg>`;

const SVG = "http://www.w3.org/2000/svg";

/** Drawn for this site, on a field of 24 by 24. */
const PATHS = {
  play: ["M7 4.5v15l12-7.5z"],
  pause: ["M7 5h3.5v14H7zM13.5 5H17v14h-3.5z"],
  back: ["M11.5 5 6 10l5.5 5", "M6.5 10h6.5a5 5 0 0 1 0 10h-4"],
  forward: ["M12.5 5 18 10l-5.5 5", "M17.5 10H11a5 5 0 0 0 0 10h4"],
  captions: ["M4 6h16v12H4z", "M10.5 10.7a2 2 0 1 0 0 2.6M16.5 10.7a2 2 0 1 0 0 2.6"],
  grow: ["M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"],
  next: ["M6 5v14l9-7z", "M18 5v14"],
};

/**
 * @typedef {keyof typeof PATHS} PlayerIcon
 * @param {PlayerIcon} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `player-icon player-icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

"use strict";

// Runs before anything is painted, so that nobody sees the wrong theme for a moment. The rest is in js/app/theme.js.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("portal.theme");
  } catch {
    // A browser that lets nothing be stored gets what its device prefers.
  }
  const light = chosen ? chosen === "light" : matchMedia("(prefers-color-scheme: light)").matches;
  document.documentElement.dataset.theme = light ? "light" : "dark";
  const colour = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=theme-color]"));
  colour.content = light ? "#f6f7fb" : "#0f1419";
})();

const KEY = "portal.theme";
const light = matchMedia("(prefers-color-scheme: light)");

/** @returns {"system" | "dark" | "light"} what was chosen */
export function chosenTheme() {
  try {
    return /** @type {ChosenTheme | null} */ (localStorage.getItem(KEY)) ?? "system";
  } catch {
    return "system";
  }
}

/** @returns {"dark" | "light"} what is shown; dark unless someone or someone's device prefers light */
export const shownTheme = () => /** @type {Theme} */ (document.documentElement.dataset.theme);

/**
 * Chooses a theme, for this browser.
 *
 * @param {ChosenTheme} theme
 */
export function chooseTheme(theme) {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Shown now, forgotten later: a browser that stores nothing is no reason to refuse.
  }
  show(theme);
}

/** @param {ChosenTheme} theme */
function show(theme) {
  const shown = theme === "system" ? (light.matches ? "light" : "dark") : theme;
  document.documentElement.dataset.theme = shown;
  const colour = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=theme-color]"));
  colour.content = shown === "light" ? "#f6f7fb" : "#0f1419";
}

/**
 * Follows the device and the other tabs.
 *
 * @param {() => void} changed
 */
export function followTheme(changed) {
  const again = () => {
    show(chosenTheme());
    changed();
  };
  light.addEventListener("change", again);
  addEventListener("storage", (event) => event.key === KEY && again());
}

const KEY = "portal.player.captions";

/** The language this person reads captions in on any recording, or null for none. */
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string | null} language */
function remember(language) {
  try {
    if (language) localStorage.setItem(KEY, language);
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/**
 * The captions of the wanted language, else of one that the browser's owner reads, else the first.
 *
 * @template {{language: string}} T
 * @param {T[]} tracks
 * @param {string} wanted
 * @returns {T}
 */
export function captionsFor(tracks, wanted) {
  /** @param {string} language */
  const base = (language) => String(language).toLowerCase().split("-")[0];
  /** @param {string} language */
  const find = (language) => tracks.find((track) => base(track.language) === base(language));
  return [wanted, ...navigator.languages].filter(Boolean).map(find).find(Boolean) ?? tracks[0];
}

/**
 * Keeps a player's captions as the person chose them, by our button or in the player's own menu.
 *
 * @param {Adapter} adapter
 */
export function captionsChoice(adapter) {
  /** @type {string | null | undefined} */
  let shown;

  /** Captions may become known after the film; from then on a change is somebody's choice. */
  function follow() {
    const now = adapter.captions();
    if (!now) return;
    if (shown === undefined && remembered()) adapter.showCaptions(remembered());
    else if (shown !== undefined && shown !== now.shown) remember(now.shown);
    shown = adapter.captions()?.shown;
  }

  /** @param {string | null} language */
  function show(language) {
    adapter.showCaptions(language);
    shown = adapter.captions()?.shown;
    remember(shown ?? null);
  }

  return {
    follow,
    /** @returns {CaptionState | null} null where there are none to switch */
    state: () => adapter.captions(),
    toggle() {
      const now = adapter.captions();
      if (now) show(now.shown === null ? (remembered() ?? "") : null);
    },
    /** @param {string | null} language of the menu, or null for none */
    choose: (language) => show(language),
  };
}

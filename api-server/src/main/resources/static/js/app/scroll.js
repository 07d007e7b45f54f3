/** A page that is still being read may be too short for the place; after this long it is what it is. */
const PATIENCE_MS = 3_000;

/**
 * Remembers how far each page was scrolled, so that going back leads to the place one left. Browsers do that for
 * documents; here the page is drawn after they looked.
 *
 * @param {{root: HTMLElement}} parts
 */
export function scrollMemory({ root }) {
  history.scrollRestoration = "manual";
  /** @type {Map<string, number>} by visit, and by page */
  const places = new Map();
  let page = "";
  let visit = visitOf();
  /** @type {() => void} */
  let giveUp = () => {};

  /** A visit is an entry of the browser's history; a new one has no name yet. */
  function visitOf() {
    const { portalVisit } = history.state ?? {};
    if (portalVisit) return String(portalVisit);
    const name = `${Date.now()}-${Math.random()}`;
    history.replaceState({ ...history.state, portalVisit: name }, "");
    return name;
  }

  function note() {
    places.set(visit, scrollY);
    places.set(page, scrollY);
  }

  addEventListener("scroll", note, { passive: true });
  addEventListener("pagehide", () => keep(visit, scrollY));

  /** @param {number} y */
  function scrollSoon(y) {
    giveUp();
    const grown = new ResizeObserver(() => reach());
    const timer = setTimeout(() => giveUp(), PATIENCE_MS);
    const moved = ["wheel", "touchstart", "keydown", "pointerdown"];
    giveUp = () => {
      clearTimeout(timer);
      grown.disconnect();
      moved.forEach((name) => removeEventListener(name, giveUp));
      giveUp = () => {};
    };
    function reach() {
      scrollTo(0, y);
      if (Math.abs(scrollY - y) < 2) giveUp();
    }
    moved.forEach((name) => addEventListener(name, giveUp, { passive: true }));
    grown.observe(root);
    reach();
  }

  return {
    /** Before another page is drawn: it may be shorter, and the browser scrolls at once. */
    leave() {
      giveUp();
      page = "";
      visit = "";
    },
    /**
     * A page is drawn.
     *
     * @param {string} name
     * @param {boolean} back whether it was entered by a link that leads back to it
     */
    arrive(name, back) {
      const known = Boolean(history.state?.portalVisit);
      visit = visitOf();
      page = name;
      const y = known ? (places.get(visit) ?? kept(visit)) : back ? places.get(name) : 0;
      scrollSoon(y ?? 0);
    },
  };
}

const KEY = "portal.scroll";

/** @type {(visit: string, y: number) => void} */
function keep(visit, y) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ visit, y }));
  } catch {
    // A reload begins at the top then.
  }
}

/** @param {string} visit */
function kept(visit) {
  try {
    const place = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return place?.visit === visit ? Number(place.y) : undefined;
  } catch {
    return undefined;
  }
}

const EVERY_MS = 15_000;

/**
 * A visitor is told nothing live: as long as someone looks at the landing page, its outline is asked for again and
 * again, and whenever they come back to it.
 *
 * @param {{store: PageStore, load: () => void}} parts
 */
export function watchOutline({ store, load }) {
  const looking = () => {
    const { route, session } = store.get();
    return !document.hidden && route.name === "landing" && session.status === "out";
  };
  const look = () => {
    if (looking()) load();
  };
  const again = () => {
    look();
    setTimeout(again, EVERY_MS);
  };
  setTimeout(again, EVERY_MS);
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
}

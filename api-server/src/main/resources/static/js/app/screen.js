import { render } from "../../lib/lit-html/lit-html.js";
import { shell } from "../ui/shell.js";
import { admit, page, parse, place } from "./router.js";

/**
 * Shows the state: picks the page, fetches its code, renders it, and on a change of page moves the focus to its
 * heading, as a browser does when it loads a document.
 *
 * @param {{root: HTMLElement, store: object, course: object, actions: object}} parts
 */
export function createScreen({ root, store, course, actions }) {
  let shown = null;
  let queued = false;
  let moved = false;
  const keyOf = (route) => `${route.name}/${route.dayNumber ?? ""}`;

  /** The state is drawn soon, not now, and also while nobody looks: a lock takes effect in a hidden tab too. */
  function draw() {
    if (queued) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      if (shown) paint();
    });
  }

  function paint() {
    const state = store.get();
    if (root.dataset.ready === undefined) {
      root.replaceChildren();
      root.dataset.ready = "";
    }
    render(shell(state, actions, shown.route.name, shown.module.view(state, actions)), root);
    document.title = titleOf(state);
    if (moved) arrive();
  }

  function titleOf(state) {
    const own = shown.module.title(state);
    const site = state.config.courseTitle;
    return own && own !== site ? `${own} · ${site}` : site;
  }

  function arrive() {
    moved = false;
    scrollTo(0, 0);
    root.querySelector("h1")?.focus({ preventScroll: true });
  }

  async function go() {
    const state = store.get();
    const route = admit(parse(location.hash), state.session);
    if (route.redirect) return redirect(route);
    if (shown && keyOf(route) === keyOf(shown.route)) return;
    const module = await page(route.name)
      .load()
      .catch(() => null);
    if (!module) return document.dispatchEvent(new Event("portal:stopped"));
    if (keyOf(admit(parse(location.hash), store.get().session)) !== keyOf(route)) return;
    moved = shown !== null;
    shown = { route, module };
    if (state.day && state.day.dayNumber !== route.dayNumber) course.close();
    store.set({ route, forms: {} });
    module.enter?.(store.get(), actions);
    draw();
  }

  function redirect({ redirect: to }) {
    if (to === "sign-in") {
      place.remember(location.hash);
      const { session } = store.get();
      if (!session.reason) store.set({ session: { ...session, reason: shown ? session.reason : "needed" } });
      location.replace("#/sign-in");
    } else {
      location.replace(place.take());
    }
  }

  addEventListener("hashchange", go);
  store.subscribe(draw);
  return { go, draw };
}

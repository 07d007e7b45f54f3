import { render } from "../../lib/lit-html/lit-html.js";
import { operation } from "../api/graphql.js";
import { shell } from "../ui/shell.js";
import { admit, page, parse, place } from "./router.js";

/**
 * Shows the state: picks the page, fetches its code, renders it, and on a change of page moves the focus to its
 * heading, as a browser does when it loads a document.
 *
 * @param {{root: HTMLElement, store: PageStore, course: Course, actions: Actions}} parts
 */
export function createScreen({ root, store, course, actions }) {
  /** @type {{route: Route, module: View} | null} */
  let shown = null;
  let queued = false;
  let moved = false;
  /** @param {Route} route */
  const keyOf = (route) => `${route.name}/${route.dayNumber ?? ""}`;

  /** The state is drawn soon, not now, and also while nobody looks: a lock takes effect in a hidden tab too. */
  function draw() {
    if (queued) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      if (shown) paint(shown);
    });
  }

  /** @param {NonNullable<typeof shown>} shown */
  function paint({ route, module }) {
    const state = store.get();
    if (root.dataset.ready === undefined) {
      root.replaceChildren();
      root.dataset.ready = "";
    }
    render(shell(state, actions, route.name, module.view(state, actions)), root);
    document.title = titleOf(module, state);
    if (moved) arrive();
  }

  /** @type {(module: View, state: State) => string} */
  function titleOf(module, state) {
    const own = module.title(state);
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
    const module = await fetched(route.name);
    if (!module) return document.dispatchEvent(new Event("portal:stopped"));
    if (keyOf(admit(parse(location.hash), store.get().session)) !== keyOf(route)) return;
    if (route.name !== "sign-in" && store.get().session.reason) forgive();
    // A link for a forgotten password is a way into the middle of things: it begins at their heading as well.
    moved = shown !== null || route.name === "reset";
    shown = { route, module };
    if (state.day && state.day.dayNumber !== route.dayNumber) course.close();
    store.set(moved ? { route, forms: {} } : { route });
    module.enter?.(store.get(), actions);
    draw();
  }

  /**
   * A page's code, with the operations it will ask for on their way beside it.
   *
   * @param {PageName} name
   */
  async function fetched(name) {
    const { asks = [], load } = page(name);
    asks.forEach((one) => operation(one).catch(() => {}));
    return load().catch(() => null);
  }

  /** Why someone was signed out is said once. */
  const forgive = () => store.set(({ session }) => ({ session: { ...session, reason: undefined } }));

  /** @param {Admission} route */
  function redirect({ redirect: to }) {
    if (to !== "sign-in") return location.replace(place.take());
    const { session } = store.get();
    if (session.reason !== "left" && session.reason !== "everywhere") place.remember(location.hash);
    if (!session.reason) store.set({ session: { ...session, reason: "needed" } });
    location.replace("#/sign-in");
  }

  addEventListener("hashchange", go);
  store.subscribe(draw);
  /** The page that is shown begins anew. */
  function greet() {
    moved = true;
    draw();
  }

  return { go, draw, greet, prepare: () => fetched(parse(location.hash).name) };
}

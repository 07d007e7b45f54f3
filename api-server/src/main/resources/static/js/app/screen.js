import { render } from "../../lib/lit-html/lit-html.js";
import { operation } from "../api/graphql.js";
import { keepFilmsFree } from "../ui/notice-place.js";
import { shell } from "../ui/shell.js";
import { unreached } from "../views/unreached.js";
import { admit, page, pages, parse, place } from "./router.js";
import { scrollMemory } from "./scroll.js";

/**
 * Shows the state: picks the page, fetches its code, renders it, and on a change of page moves the focus to its
 * heading, as a browser does when it loads a document.
 *
 * @param {{root: HTMLElement, store: PageStore, course: Course, actions: Actions}} parts
 */
export function createScreen({ root, store, course, actions }) {
  /** @type {{route: Route, module: View, missing?: boolean} | null} */
  let shown = null;
  const scroll = scrollMemory({ root });
  const placeNews = keepFilmsFree(root);
  let queued = false;
  let moved = false;
  let returned = false;
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
    const held = document.activeElement;
    const inNews = held?.closest(".notices");
    render(shell(state, actions, route.name, module.view(state, actions)), root);
    document.title = titleOf(module, state);
    if (held && held !== document.body && !held.isConnected) takeFocus(held, inNews);
    placeNews();
    if (moved) arrive();
  }

  /** @type {(module: View, state: State) => string} */
  function titleOf(module, state) {
    const own = module.title(state);
    const site = state.config.courseTitle;
    return own && own !== site ? `${own} · ${site}` : site;
  }

  /**
   * What had the focus is gone, perhaps by a lock: the keyboard goes on near the place, not at the top of the document.
   *
   * @param {Element} held
   * @param {Element | null | undefined} news
   */
  function takeFocus(held, news) {
    const next = news?.querySelector("button") ?? root.querySelector(".locked-panel h2") ?? root.querySelector("h1");
    /** @type {HTMLElement | null} */ (next)?.focus({ preventScroll: true });
    // The day is open again: what was on the screen when it was locked had shrunk to nothing.
    if (held.closest(".locked-panel")) root.querySelector(".day-grid")?.scrollIntoView();
  }

  function arrive() {
    moved = false;
    root.querySelector("h1")?.focus({ preventScroll: true });
    scroll.arrive(keyOf(/** @type {NonNullable<typeof shown>} */ (shown).route), returned);
  }

  async function go() {
    const state = store.get();
    const route = admit(parse(location.hash), state.session);
    if (route.redirect) return redirect(route);
    if (shown && !shown.missing && keyOf(route) === keyOf(shown.route)) return;
    const code = await fetched(route.name);
    const module = code ?? unreached(go);
    if (keyOf(admit(parse(location.hash), store.get().session)) !== keyOf(route)) return;
    if (route.name !== "sign-in" && store.get().session.reason) forgive();
    // A link for a forgotten password is a way into the middle of things: it begins at their heading as well.
    const first = shown === null;
    moved = !first || route.name === "reset";
    returned = route.name === "course" && shown?.route.name === "day";
    if (!first) scroll.leave();
    shown = { route, module, missing: !code };
    if (state.day && state.day.dayNumber !== route.dayNumber) course.close();
    store.set(moved ? { route, forms: {} } : { route });
    module.enter?.(store.get(), actions);
    draw();
    if (first) scroll.arrive(keyOf(route), false);
  }

  /** A page whose code did not arrive is asked for again as soon as the portal can be reached. */
  function reached() {
    if (shown?.missing) go();
  }

  /** The other pages' code, so that none is missing when it is wanted. */
  const fetchAhead = () => pages.forEach((name) => fetched(name));

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
  addEventListener("online", reached);
  let line = store.get().connection;
  store.subscribe(({ connection }) => {
    const back = connection === "live" && line !== "live";
    line = connection;
    if (back) reached();
    draw();
  });
  /** The page that is shown begins anew. */
  function greet() {
    moved = true;
    draw();
  }

  /** Whether the page that will be shown is for anyone; its code is on its way. */
  function prepare() {
    const { name } = parse(location.hash);
    fetched(name);
    return page(name).open === true;
  }

  return { go, draw, greet, prepare, fetchAhead };
}

/**
 * Reports are asked for too: while a page goes away there is no time to fetch them.
 *
 * @type {OperationName[]}
 */
const DAY = ["TrainingDays", "TrainingDay", "ExplainAccess", "MarkContentViewed", "RecordPlayback"];

/**
 * The pages. `open` ones are for anyone; `guest` ones only for those who are not signed in. What a page `asks` is
 * fetched together with its code.
 *
 * @type {Record<PageName, Page>}
 */
const PAGES = {
  landing: { open: true, asks: ["CourseOutline"], load: () => import("../views/landing.js") },
  "sign-in": { open: true, guest: true, load: () => import("../views/sign-in.js") },
  register: { open: true, guest: true, load: () => import("../views/register.js") },
  // For whoever is signed in too: someone else may have used this browser last.
  reset: { open: true, load: () => import("../views/reset.js") },
  course: { asks: ["TrainingDays"], load: () => import("../views/course.js") },
  day: { asks: DAY, load: () => import("../views/day.js") },
  me: { asks: ["TrainingDays"], load: () => import("../views/me.js") },
  "new-password": { load: () => import("../views/new-password.js") },
  missing: { open: true, load: () => import("../views/missing.js") },
};

/**
 * Pages whose address is their name.
 *
 * @type {PageName[]}
 */
const NAMES = ["sign-in", "register", "reset", "course", "me"];

/**
 * @param {string} hash
 * @returns {Route} the page an address means
 */
export function parse(hash) {
  const [first = "", second, ...rest] = hash.replace(/^#?\/?/, "").split("/");
  if (rest.length) return { name: "missing" };
  if (first === "day" && /^\d{1,4}$/.test(second ?? "")) return { name: "day", dayNumber: Number(second) };
  if (second !== undefined) return { name: "missing" };
  if (first === "") return { name: "landing" };
  return { name: NAMES.find((name) => name === first) ?? "missing" };
}

/** What anyone may be led to; microseconds where the code is in one file, and ahead of a lost line where it is not. */
export const pages = /** @type {PageName[]} */ (Object.keys(PAGES));

/** @param {PageName} name */
export const page = (name) => PAGES[name];

/**
 * Which page is to be shown: not always the one asked for.
 *
 * @param {Route} route
 * @param {Pick<Session, "status" | "mustChange">} session
 * @returns {Admission}
 */
export function admit(route, session) {
  const wanted = PAGES[route.name];
  if (session.status === "in") {
    if (session.mustChange && !(wanted.open && !wanted.guest)) return { name: "new-password" };
    return wanted.guest ? { ...route, redirect: "place" } : route;
  }
  if (session.status === "out" && !wanted.open) return { ...route, redirect: "sign-in" };
  return route;
}

const PLACE = "portal.place";

/** Where someone wanted to go before the sign-in page came between. */
export const place = {
  /** @param {string} hash */
  remember: (hash) => keep(() => sessionStorage.setItem(PLACE, hash)),
  take() {
    const remembered = keep(() => sessionStorage.getItem(PLACE));
    keep(() => sessionStorage.removeItem(PLACE));
    return remembered ?? "#/course";
  },
};

/**
 * @template T
 * @param {() => T} work
 * @returns {T | null}
 */
function keep(work) {
  try {
    return work();
  } catch {
    return null;
  }
}

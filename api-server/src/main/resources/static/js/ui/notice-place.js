/**
 * Where news is shown so that no film is covered: at the bottom, else below the head of the page, else it is said aloud
 * and told by a sign in that head.
 *
 * @typedef {{top: number, bottom: number, left: number, right: number}} Box
 * @type {(film: Box | null, news: {width: number, height: number}, view: {width: number, height: number, head: number}) =>
 *   "bottom" | "top" | "aside"}
 */
export function placeOfNews(film, news, view) {
  const EDGE = 16;
  const right = view.width - EDGE;
  /** @param {number} top */
  const free = (top) =>
    !film ||
    film.bottom <= top ||
    film.top >= top + news.height ||
    film.right <= right - news.width ||
    film.left >= right;
  if (free(view.height - EDGE - news.height)) return "bottom";
  return free(view.head + EDGE) ? "top" : "aside";
}

/**
 * Where the word on the connection stands: below the head of the page, or at the bottom when a film is there and not here.
 *
 * @type {(film: Box | null, word: {height: number}, view: {height: number, head: number}) => "top" | "bottom"}
 */
export function placeOfWord(film, word, view) {
  if (!film || film.bottom <= view.head || film.top >= view.head + word.height) return "top";
  return film.bottom <= view.height - word.height ? "bottom" : "top";
}

/** Room for a line with some air around it. */
const WORD = { height: 48 };

/**
 * Keeps news and the word on the connection where they cover no film, whatever is scrolled, opened or turned.
 *
 * @param {HTMLElement} root
 */
export function keepFilmsFree(root) {
  let asked = false;

  function place() {
    asked = false;
    const news = /** @type {HTMLElement | null} */ (root.querySelector(".notices"));
    if (!news) return;
    const list = /** @type {HTMLElement} */ (news.firstElementChild);
    const film = root.querySelector(".player-frame")?.getBoundingClientRect() ?? null;
    const head = root.querySelector(".top")?.getBoundingClientRect().height ?? 0;
    const { offsetWidth: width, offsetHeight: height } = list;
    const view = { width: innerWidth, height: innerHeight, head };
    const place = placeOfNews(film, { width, height }, view);
    news.dataset.place = place === "aside" && news.classList.contains("asked") ? "top" : place;
    root.dataset.news = place;
    root.dataset.word = placeOfWord(film, WORD, view);
  }

  function soon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(place);
  }

  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  return soon;
}

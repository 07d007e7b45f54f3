/**
 * Where news is shown so that no film is covered: at the bottom, else below the head of the page, else only said aloud.
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
 * Keeps the news where it covers no film, whatever is scrolled, opened or turned.
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
    news.dataset.place = placeOfNews(film, { width, height }, { width: innerWidth, height: innerHeight, head });
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

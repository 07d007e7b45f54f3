import { noticeText } from "../ui/shell.js";
import { say, texts } from "../texts/say.js";

const STAYS_MS = 12_000;
const MOST = 4;
/** News that a hand or a keyboard is on its way to, or that had no place to be seen at. */
const UNREAD = ".notices:hover, .notices:focus-within, .notices[data-place=aside]";
/** @type {News["kind"][]} */
const ORDER = ["locked", "edited", "unlocked", "recording"];
/** More days than this at once are one piece of news. */
const MANY = 2;

/**
 * Quiet notices, the newest first. They go by themselves, because the page itself shows what they tell, but not from under a hand or a
 * keyboard that is on its way to them, and not while nobody can see them.
 *
 * @param {PageStore} store
 */
export function createNotices(store) {
  let last = 0;

  /** @param {number} id */
  function dismiss(id) {
    store.set(({ notices, allNews, newsAsked }) => {
      const left = notices.filter((one) => one.id !== id);
      return { notices: left, allNews: allNews && left.length > 1, newsAsked: newsAsked && left.length > 0 };
    });
  }

  /** @param {number} id */
  function expire(id) {
    setTimeout(() => {
      if (document.hidden || document.querySelector(UNREAD)) expire(id);
      else dismiss(id);
    }, STAYS_MS);
  }

  /** @param {Omit<Notice, "id">} notice */
  function add(notice) {
    const id = ++last;
    store.set(({ notices }) => ({ notices: [{ ...notice, id }, ...notices].slice(0, MOST) }));
    expire(id);
  }

  return {
    dismiss,
    /**
     * Tells changes of the course.
     *
     * @param {News[]} news
     */
    tell(news) {
      /** @type {News["kind"][]} */
      for (const kind of ORDER) {
        const same = news.filter((one) => one.kind === kind);
        if (same.length > MANY) add({ kind, text: say(texts.notices.many[kind], { n: same.length }) });
        else same.forEach((one) => add({ kind, dayNumber: one.dayNumber, text: noticeText(one) }));
      }
    },
  };
}

import assert from "node:assert/strict";
import test from "node:test";
import { always } from "../../support/random.js";
import { placeOfNews, placeOfWord } from "../../../src/main/resources/static/js/ui/notice-place.js";

const news = { width: 328, height: 60 };
const phone = { width: 360, height: 640, head: 64 };
const film = (top, height = 185) => ({ top, bottom: top + height, left: 16, right: 344 });

test("news is told at the bottom, unless a film is there", () => {
  assert.equal(placeOfNews(null, news, phone), "bottom");
  assert.equal(placeOfNews(film(100), news, phone), "bottom");
  assert.equal(placeOfNews(film(450), news, phone), "top");
  assert.equal(
    placeOfNews(
      { top: 0, bottom: 768, left: 16, right: 900 },
      { width: 384, height: 90 },
      { width: 1366, height: 768, head: 64 },
    ),
    "bottom",
  );
});

test("where a film fills the screen, news is only said aloud", () => {
  assert.equal(placeOfNews(film(0, 640), news, phone), "aside");
});

test("whatever the film and the screen, none of the film is covered", () => {
  return always(({ below }) => {
    const whole = (from, to) => from + below(to - from);
    const view = { width: whole(300, 2000), height: whole(300, 1200), head: 64 };
    const size = { width: whole(200, 384), height: whole(40, 300) };
    const top = whole(-400, 1200);
    const left = whole(-50, 1500);
    const box = { top, left, bottom: top + whole(50, 900), right: left + whole(50, 1200) };
    const place = placeOfNews(box, size, view);
    if (place === "aside") return;
    const y = place === "bottom" ? view.height - 16 - size.height : view.head + 16;
    const x = view.width - 16 - size.width;
    const apart = box.bottom <= y || box.top >= y + size.height || box.right <= x || box.left >= x + size.width;
    assert.ok(apart, JSON.stringify({ view, size, box, place }));
  });
});

test("the word on the connection leaves a film too, where there is room for it", () => {
  const word = { height: 48 };
  assert.equal(placeOfWord(null, word, phone), "top");
  assert.equal(placeOfWord(film(300), word, phone), "top");
  assert.equal(placeOfWord(film(70), word, phone), "bottom");
  assert.equal(placeOfWord(film(-200), word, phone), "top");
  assert.equal(placeOfWord(film(20, 620), word, phone), "top");
});

import assert from "node:assert/strict";
import test from "node:test";
import { localStorageFake, navigatorFake } from "../../support/browser.js";
import { captionsChoice, captionsFor } from "../../../src/main/resources/static/js/player/captions-choice.js";

const [english, german] = [{ language: "en-US" }, { language: "de" }];

/** A player with captions in two languages, none of them shown. */
function player() {
  const it = { tracks: [english, german], shown: null };
  it.captions = () => (it.tracks.length ? { shown: it.shown, tracks: it.tracks } : null);
  it.showCaptions = (language) => (it.shown = language === null ? null : captionsFor(it.tracks, language).language);
  return it;
}

test.beforeEach(() => localStorageFake.empty());

test("captions are those that are wanted, else of a language that the browser's owner reads, else the first", () => {
  navigatorFake.languages = ["fr", "de-AT"];
  assert.equal(captionsFor([english, german], "en-GB"), english);
  assert.equal(captionsFor([english, german], "it"), german);
  navigatorFake.languages = [];
  assert.equal(captionsFor([german, english], ""), german);
});

test("a choice by our button holds for the next recording, until it is taken back", () => {
  navigatorFake.languages = ["de"];
  captionsChoice(player()).toggle();
  const next = player();
  const choice = captionsChoice(next);
  choice.follow();
  assert.equal(next.shown, "de");
  choice.toggle();
  const last = player();
  captionsChoice(last).follow();
  assert.equal(last.shown, null);
});

test("a choice in the player's own menu is remembered as well", () => {
  const first = player();
  const choice = captionsChoice(first);
  choice.follow();
  first.shown = "en-US";
  choice.follow();
  const next = player();
  captionsChoice(next).follow();
  assert.equal(next.shown, "en-US");
});

test("where there are no captions there is nothing to switch", () => {
  const none = player();
  none.tracks = [];
  const choice = captionsChoice(none);
  choice.follow();
  choice.toggle();
  assert.equal(choice.state(), null);
});

test("a language chosen in our menu holds for the next recording, and so does none", () => {
  navigatorFake.languages = ["en"];
  captionsChoice(player()).choose("de");
  const next = player();
  const choice = captionsChoice(next);
  choice.follow();
  assert.equal(choice.state().shown, "de");
  choice.choose(null);
  const last = player();
  captionsChoice(last).follow();
  assert.equal(last.shown, null);
});

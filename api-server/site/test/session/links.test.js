import assert from "node:assert/strict";
import test from "node:test";
import "../../support/browser.js";
import { takeInvitation, takeResetLink } from "../../../src/main/resources/static/js/session/links.js";

test("a trainer's link is taken out of the address with the code in it", () => {
  const places = [];
  globalThis.history = { replaceState: (state, title, place) => places.push(place) };
  location.hash = "#/reset?email=ann%2Bx%40school.example&code=AAAA-BBBB";
  assert.deepEqual(takeResetLink(), { email: "ann+x@school.example", code: "AAAA-BBBB" });
  assert.deepEqual(places, ["#/reset"]);
});

test("half a link says what it says, and any other address nothing", () => {
  globalThis.history = { replaceState: () => {} };
  location.hash = "#/reset?code=AAAA";
  assert.deepEqual(takeResetLink(), { email: "", code: "AAAA" });
  for (const hash of ["#/reset", "#/resets?code=1", "#/course", ""]) {
    location.hash = hash;
    assert.equal(takeResetLink(), null, hash);
  }
});

test("an invitation is taken out of the address as well, and is no link of the other kind", () => {
  const places = [];
  globalThis.history = { replaceState: (state, title, place) => places.push(place) };
  location.hash = "#/register?code=AAAA-BBBB";
  assert.equal(takeResetLink(), null);
  assert.deepEqual(takeInvitation(), { invite: "AAAA-BBBB" });
  assert.deepEqual(places, ["#/register"]);
  location.hash = "#/register";
  assert.equal(takeInvitation(), null);
});

import assert from "node:assert/strict";
import test from "node:test";
import { sessionStorageFake } from "../../support/browser.js";
import { admit, parse, place } from "../../../src/main/resources/static/js/app/router.js";

const visitor = { status: "out", mustChange: false };
const student = { status: "in", mustChange: false };
const newcomer = { status: "in", mustChange: true };
const unknown = { status: "restoring", mustChange: false };

test("an address means one page", () => {
  const addresses = {
    "": { name: "landing" },
    "#": { name: "landing" },
    "#/": { name: "landing" },
    "#/course": { name: "course" },
    "#/sign-in": { name: "sign-in" },
    "#/register": { name: "register" },
    "#/reset": { name: "reset" },
    "#/me": { name: "me" },
    "#/day/3": { name: "day", dayNumber: 3 },
    "#/day/0012": { name: "day", dayNumber: 12 },
  };
  for (const [address, page] of Object.entries(addresses)) assert.deepEqual(parse(address), page, address);
});

test("any other address is a page that is missing", () => {
  const odd = ["#/day", "#/day/", "#/day/x", "#/day/12345", "#/day/-1", "#/day/3/4", "#/course/", "#/me/x", "#/Course"];
  // Names of pages, and of what every object has, that are no addresses.
  odd.push("#/new-password", "#/missing", "#/landing", "#/toString", "#/__proto__");
  for (const address of odd) assert.deepEqual(parse(address), { name: "missing" }, address);
});

test("a page of the course is for those who are signed in", () => {
  for (const name of ["course", "day", "me", "new-password"]) {
    assert.equal(admit({ name }, visitor).redirect, "sign-in", name);
    assert.equal(admit({ name }, student).redirect, undefined, name);
    assert.equal(admit({ name }, unknown).redirect, undefined, `${name} while that is not known yet`);
  }
});

test("who is signed in has no use for the sign-in page", () => {
  for (const name of ["sign-in", "register"]) {
    assert.equal(admit({ name }, student).redirect, "place", name);
    assert.equal(admit({ name }, visitor).redirect, undefined, name);
  }
});

test("a password of the first time is changed before anything else", () => {
  for (const name of ["course", "day", "me", "sign-in", "register"]) {
    assert.deepEqual(admit({ name }, newcomer), { name: "new-password" }, name);
  }
  for (const name of ["landing", "reset", "missing"]) assert.deepEqual(admit({ name }, newcomer), { name }, name);
});

test("where someone wanted to go is remembered for one sign-in", () => {
  assert.equal(place.take(), "#/course");
  place.remember("#/day/3");
  assert.equal(place.take(), "#/day/3");
  assert.equal(place.take(), "#/course");
});

test("a browser that stores nothing leads to the course", () => {
  sessionStorageFake.closed = true;
  place.remember("#/day/3");
  assert.equal(place.take(), "#/course");
});

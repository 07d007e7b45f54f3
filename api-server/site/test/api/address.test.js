import assert from "node:assert/strict";
import test from "node:test";
import "../../support/browser.js";

const { readAddressesOf, webAddress, webUrl } = await import("../../../src/main/resources/static/js/api/address.js");

test("a relative address is the portal's, wherever the page lies", () => {
  readAddressesOf("https://portal.example/base");
  assert.equal(webAddress("/api/v1/videos/1.mp4"), "https://portal.example/api/v1/videos/1.mp4");
  assert.equal(webAddress("slides/1"), "https://portal.example/base/slides/1");
});

test("data never becomes the address of a script or a file", () => {
  const hostile = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>",
    "blob:https://portal.example/1",
    "file:///etc/passwd",
    "ftp://portal.example/",
  ];
  for (const address of hostile) assert.equal(webUrl(address), null, address);
});

test("what is no text, or no address, leads nowhere", () => {
  for (const odd of [null, undefined, "", 7, {}, ["https://a.example"], "https://", "http://[::1"]) {
    assert.equal(webAddress(odd), null, String(odd));
  }
});

test("an address elsewhere stays what it is", () => {
  assert.equal(webAddress("https://slides.example/a?b=c#d"), "https://slides.example/a?b=c#d");
});

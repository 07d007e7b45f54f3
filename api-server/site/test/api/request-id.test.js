import assert from "node:assert/strict";
import test from "node:test";
import "../../support/browser.js";

const { createHttp } = await import("../../../src/main/resources/static/js/api/http.js");
const { requestId } = await import("../../../src/main/resources/static/js/api/request-id.js");

/** Sends by `createHttp` and gives the headers that went out. */
async function sent(t, path, ask) {
  const real = globalThis.fetch;
  let seen = {};
  globalThis.fetch = async (_, request) => {
    seen = request.headers;
    return new Response("{}");
  };
  t.after(() => (globalThis.fetch = real));
  await createHttp(location.origin).send(path, ask);
  return seen;
}

test("each request has a name of its own, which the portal takes", () => {
  assert.match(requestId(), /^[0-9a-f]{32}$/);
  assert.notEqual(requestId(), requestId());
});

test("who is signed in, or sends something, names the request", async (t) => {
  assert.match((await sent(t, "/graphql", { token: "t" }))["X-Request-Id"], /^[0-9a-f]{32}$/);
  assert.match((await sent(t, "/graphql", { method: "POST", body: {} }))["X-Request-Id"], /^[0-9a-f]{32}$/);
});

test("a plain question stays one that another origin's browser sends at once", async (t) => {
  assert.equal((await sent(t, "/api/v1/config"))["X-Request-Id"], undefined);
});

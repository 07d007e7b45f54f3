import assert from "node:assert/strict";
import test from "node:test";
import { ofGraphQl, ofResponse, PortalError, unreachable } from "../../../src/main/resources/static/js/api/errors.js";

const problem = (status, body, headers = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

test("a refusal of the portal's keeps its code, its sentence and the field it is about", async () => {
  const body = { code: "EMAIL_TAKEN", detail: "Taken.", field: "email", retryable: false };
  const refused = await ofResponse(problem(409, body));
  assert.ok(refused instanceof PortalError);
  assert.deepEqual(
    [refused.code, refused.sentence, refused.field, refused.retryable, refused.status],
    ["EMAIL_TAKEN", "Taken.", "email", false, 409],
  );
});

test("how long to wait is taken from the answer's head", async () => {
  const limited = await ofResponse(problem(429, { code: "TOO_MANY_REQUESTS" }, { "Retry-After": "17" }));
  assert.equal(limited.retryAfter, 17);
  const odd = await ofResponse(problem(429, { code: "TOO_MANY_REQUESTS" }, { "Retry-After": "Mon, 02 Mar 2026" }));
  assert.equal(odd.retryAfter, undefined);
});

test("what a gateway says in the portal's place means that the portal is away", async () => {
  for (const status of [502, 503, 504]) {
    const away = await ofResponse(problem(status, "<html>Bad gateway</html>"));
    assert.deepEqual([away.code, away.retryable], ["UNREACHABLE", true]);
  }
});

test("an answer that is not the portal's is told by its status", async () => {
  assert.equal((await ofResponse(problem(404, "nothing here"))).code, "NOT_FOUND");
  assert.equal((await ofResponse(problem(500, ""))).code, "INTERNAL");
  assert.equal((await ofResponse(problem(400, "null"))).code, "INTERNAL");
});

test("what the portal's log calls a request is kept", async () => {
  const failed = await ofResponse(problem(500, { code: "INTERNAL" }, { "X-Request-Id": "abc-123-def" }));
  assert.equal(failed.requestId, "abc-123-def");
  assert.equal((await ofResponse(problem(500, ""))).requestId, undefined);
  assert.equal(ofGraphQl([{ message: "Broken.", extensions: { requestId: "abc-123-def" } }]).requestId, "abc-123-def");
});

test("the first error of a GraphQL answer speaks for it", () => {
  const extensions = { code: "DAY_LOCKED", field: "dayNumber", retryable: false, retryAfterSeconds: 4 };
  const refused = ofGraphQl([{ message: "Locked.", extensions }, { message: "Other." }]);
  assert.deepEqual(
    [refused.code, refused.sentence, refused.field, refused.retryAfter],
    ["DAY_LOCKED", "Locked.", "dayNumber", 4],
  );
  assert.equal(ofGraphQl([{ message: "Broken." }]).code, "INTERNAL");
});

test("no answer may be asked for again", () => {
  assert.ok(unreachable().retryable);
});

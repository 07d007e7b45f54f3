import assert from "node:assert/strict";
import test from "node:test";
import { settled } from "../../support/browser.js";

const { createGraphQl, data, operation } = await import("../../../src/main/resources/static/js/api/graphql.js");

/** The site's own files, as fetch gives them; `asked` names those that were asked for. */
function siteFiles(t, answer) {
  const real = globalThis.fetch;
  const asked = [];
  globalThis.fetch = async (url) => {
    const name = /([^/]+)\.graphql$/.exec(String(url))[1];
    asked.push(name);
    return answer(name);
  };
  t.after(() => (globalThis.fetch = real));
  return asked;
}

const keeper = (token) => ({ authorized: (call) => call(token), held: () => token });

test("an operation is read once, also when two ask at the same moment", async (t) => {
  const asked = siteFiles(t, (name) => new Response(`query ${name}`));
  const [one, other] = await Promise.all([operation("TrainingDays"), operation("TrainingDays")]);
  assert.equal(one, "query TrainingDays");
  assert.equal(await operation("TrainingDays"), other);
  assert.deepEqual(asked, ["TrainingDays"]);
});

test("an operation that did not arrive is asked for again", async (t) => {
  let there = false;
  const asked = siteFiles(t, () => new Response("query", { status: there ? 200 : 404 }));
  await assert.rejects(operation("TrainingDay"), { code: "UNREACHABLE" });
  there = true;
  assert.equal(await operation("TrainingDay"), "query");
  assert.equal(asked.length, 2);
});

test("a question carries the token of whoever is signed in; the outline says nobody's", async (t) => {
  siteFiles(t, (name) => new Response(name));
  const sent = [];
  const http = { json: async (path, ask) => (sent.push(ask), { data: {} }) };
  const graphql = createGraphQl({ http, keeper: keeper("secret") });
  await graphql.ask("MarkContentViewed", { dayNumber: 3 });
  await graphql.askAnonymously("CourseOutline");
  assert.deepEqual(
    sent.map((ask) => [ask.token, ask.body]),
    [
      ["secret", { query: "MarkContentViewed", variables: { dayNumber: 3 } }],
      [undefined, { query: "CourseOutline", variables: undefined }],
    ],
  );
});

test("a page that goes away sends at once what it has the words for, and nothing else", async (t) => {
  siteFiles(t, (name) => new Response(name));
  const sent = [];
  const http = { json: async (path, ask) => sent.push(ask) };
  const { send } = createGraphQl({ http, keeper: keeper("secret") });
  send("RecordPlayback", { input: 1 });
  assert.deepEqual(sent, [], "its text was never fetched");
  await operation("RecordPlayback");
  createGraphQl({ http, keeper: keeper(undefined) }).send("RecordPlayback", { input: 1 });
  assert.deepEqual(sent, [], "nobody is signed in");
  send("RecordPlayback", { input: 1 });
  await settled();
  assert.equal(sent[0].keepalive, true);
});

test("an answer with errors is a failure, whatever else it holds", () => {
  assert.deepEqual(data({ data: { a: 1 }, errors: [] }), { a: 1 });
  assert.throws(() => data({ data: { a: 1 }, errors: [{ message: "No.", extensions: { code: "DAY_LOCKED" } }] }), {
    code: "DAY_LOCKED",
  });
});

import { ofGraphQl, unreachable } from "./errors.js";

const FOLDER = new URL("../../graphql/", import.meta.url);
const texts = new Map();
const loading = new Map();

async function load(name) {
  const answer = await fetch(new URL(`${name}.graphql`, FOLDER));
  if (!answer.ok) throw unreachable();
  texts.set(name, await answer.text());
  return texts.get(name);
}

/** @returns {Promise<string>} the named operation's text, read once */
export async function operation(name) {
  if (texts.has(name)) return texts.get(name);
  if (!loading.has(name)) loading.set(name, load(name).finally(() => loading.delete(name)));
  return loading.get(name).catch(() => {
    throw unreachable();
  });
}

/**
 * Asks the API by the name of an operation.
 *
 * @param {{http: object, keeper: object}} parts
 */
export function createGraphQl({ http, keeper }) {
  async function post(name, variables, token, options) {
    const query = await operation(name);
    const answer = await http.json("/graphql", { method: "POST", body: { query, variables }, token, ...options });
    return data(answer);
  }

  return {
    /** As the person who is signed in. */
    ask: (name, variables) => keeper.authorized((token) => post(name, variables, token)),
    /** Without saying who asks: a token that ran out must not keep the outline from a visitor. */
    askAnonymously: (name) => post(name, undefined, undefined),
    /** While the page goes away: nothing may be awaited before the request is on its way. */
    send(name, variables) {
      const query = texts.get(name);
      const token = keeper.held();
      if (!query || !token) return;
      const body = { query, variables };
      http.json("/graphql", { method: "POST", body, token, keepalive: true }).catch(() => {});
    },
  };
}

/** @returns {object} the data of an answer without errors */
export function data(answer) {
  if (answer.errors?.length) throw ofGraphQl(answer.errors);
  return answer.data;
}

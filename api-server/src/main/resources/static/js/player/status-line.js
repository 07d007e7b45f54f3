import { el } from "./elements.js";

/**
 * One line below the film that says, politely, what is the matter, with ways out. Of several things the most serious is
 * shown: a failure, then slowness, then notices, then how the reports fare.
 *
 * @param {{texts: PlayerTexts, onRetry: () => void}} parts
 */
export function statusLine({ texts, onRetry }) {
  /** @type {StatusRank[]} */
  const RANKS = ["failure", "slow", "notice", "reports"];
  /** @type {Map<StatusRank, StatusWords>} */
  const said = new Map();
  const text = el("p", { className: "player-status-text", role: "status" });
  const actions = el("p", { className: "player-status-actions" });
  const element = el("div", { className: "player-status" }, text, actions);

  /** @param {Link} link */
  function link({ href, label }) {
    const newTab = el("span", { className: "player-hidden", textContent: ` ${texts.newTab}` });
    return el("a", { href, target: "_blank", rel: "noopener" }, label, newTab);
  }

  function render() {
    const rank = RANKS.find((name) => said.has(name));
    const { sentence = "", elsewhere = null, retry = false } = (rank && said.get(rank)) || {};
    if (text.textContent !== sentence) text.textContent = sentence;
    element.dataset.kind = rank ?? "";
    actions.replaceChildren(
      ...(elsewhere ? [link(elsewhere)] : []),
      ...(retry
        ? [el("button", { type: "button", className: "player-button", onclick: onRetry }, texts.tryAgain)]
        : []),
    );
  }

  return {
    element,
    /** @type {(rank: StatusRank, what: StatusWords) => void} */
    say(rank, what) {
      said.set(rank, what);
      render();
    },
    /** @param {StatusRank[]} ranks */
    clear(...ranks) {
      const before = said.size;
      for (const rank of ranks) said.delete(rank);
      if (said.size !== before) render();
    },
  };
}

/**
 * What is wrong with the layout of the page as it stands, in words: what sticks out, what is cut, what covers a control,
 * and what is too small to be hit. Contrast is axe's affair.
 */
() => {
  const flaws = [];
  const SMALLEST = 24;
  const name = (one) =>
    `${one.localName}${one.id ? `#${one.id}` : ""}${one.classList.length ? `.${[...one.classList].join(".")}` : ""} "${(one.getAttribute("aria-label") ?? one.textContent).trim().replace(/\s+/g, " ").slice(0, 30)}"`;
  const shown = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const spoken = (one) => one.closest(".hidden, .player-hidden, .skip, [data-place=aside]") !== null;
  const root = document.documentElement;

  if (root.scrollWidth > root.clientWidth) flaws.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);

  const texts = [...document.querySelectorAll("h1, h2, h3, p, span, td, th, li, dt, dd, label, legend, time")];
  for (const one of texts) {
    if (!shown(one) || spoken(one) || !one.textContent.trim()) continue;
    const { left, right, width } = one.getBoundingClientRect();
    if (width <= 1) continue;
    if (left < -1 || right > root.clientWidth + 1) flaws.push(`${name(one)} sticks out`);
    const style = getComputedStyle(one);
    const clamped = style.webkitLineClamp !== "none";
    // The sign for more stands beyond the last letter that fits.
    const cut = !clamped && style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
    if (cut && style.textOverflow !== "ellipsis" && style.display !== "inline") flaws.push(`${name(one)} is cut at its side`);
    if (!clamped && style.overflowY === "hidden" && one.scrollHeight > one.clientHeight + 2) flaws.push(`${name(one)} is cut below`);
  }

  const controls = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
  const before = scrollY;
  for (const one of controls) {
    if (!shown(one) || spoken(one)) continue;
    const style = getComputedStyle(one);
    // A link within a sentence is as high as its line; that is allowed.
    const inSentence = style.display === "inline" && one.localName === "a";
    // What a label shows for a control is what is hit.
    const target = one.matches("input[type=radio], input[type=checkbox]") ? (one.closest("label") ?? one) : one;
    target.scrollIntoView({ block: "center", inline: "nearest" });
    const rect = target.getBoundingClientRect();
    const { left, right, width, height } = rect;
    if (!inSentence && (width < SMALLEST - 0.5 || height < SMALLEST - 0.5)) {
      const stretched = getComputedStyle(one, "::after").position === "absolute";
      if (!stretched) flaws.push(`${name(one)} is ${Math.round(width)} by ${Math.round(height)} px`);
    }
    if (left < -1 || right > root.clientWidth + 1) flaws.push(`${name(one)} sticks out`);
    if (one.localName === "button" && one.scrollWidth > one.clientWidth + 1) flaws.push(`${name(one)} is cut`);
    const [first] = inSentence ? one.getClientRects() : [rect];
    const hit = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2);
    const itself = hit && (target.contains(hit) || hit.contains(target) || hit.closest("label")?.contains(one));
    if (!itself && !hit?.closest(".notices")) flaws.push(`${name(one)} is covered by ${hit ? name(hit) : "nothing"}`);
  }
  scrollTo(0, before);

  for (const film of document.querySelectorAll(".player-frame")) {
    const box = film.getBoundingClientRect();
    for (const one of document.querySelectorAll(".notice, .more-news")) {
      if (!shown(one) || spoken(one)) continue;
      const news = one.getBoundingClientRect();
      const apart = news.right <= box.left || news.left >= box.right || news.bottom <= box.top || news.top >= box.bottom;
      if (!apart) flaws.push(`${name(one)} covers the film`);
    }
  }
  const word = document.querySelector(".pill")?.getBoundingClientRect();
  for (const one of word ? document.querySelectorAll("main :is(h1, p, a, button), .player-frame") : []) {
    if (!shown(one) || spoken(one)) continue;
    const box = one.getBoundingClientRect();
    const apart = word.right <= box.left || word.left >= box.right || word.bottom <= box.top || word.top >= box.bottom;
    if (!apart && box.top < root.clientHeight / 4) flaws.push(`${name(one)} is covered by the word on the connection`);
  }
  const row = document.querySelector(".player-controls");
  if (row && root.clientWidth >= 360) {
    const tops = [...row.children].filter((one) => shown(one) && !one.matches(".player-keys")).map((one) => one.getBoundingClientRect());
    if (tops.some((one) => one.top >= tops[0].bottom)) flaws.push("the player's controls take more than one row");
  }
  return [...new Set(flaws)];
}

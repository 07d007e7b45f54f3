import assert from "node:assert/strict";
import test from "node:test";
import "../../support/browser.js";

const { readAddressesOf } = await import("../../../src/main/resources/static/js/api/address.js");
const { material } = await import("../../../src/main/resources/static/js/course/address.js");

const BASE = "https://portal.example";

test("the portal's own pages are shown in the page; its other files, and what lies elsewhere, are links", () => {
  readAddressesOf(BASE);
  const shown = (address) => {
    const { own, framed } = material(address, BASE);
    return { own, framed };
  };
  assert.deepEqual(shown("/api/v1/materials/t/index.html"), { own: true, framed: true });
  assert.deepEqual(shown("/api/v1/materials/t/"), { own: true, framed: true });
  assert.deepEqual(shown("/api/v1/materials/t/slides.pdf"), { own: true, framed: false });
  assert.deepEqual(shown("https://slides.example/index.html"), { own: false, framed: false });
  assert.deepEqual(shown(`${BASE}/other/index.html`), { own: false, framed: false });
});

test("a file that a browser does not open says which program does", () => {
  readAddressesOf(BASE);
  const program = (name) => material(`/api/v1/materials/t/${name}`, BASE).program;
  assert.deepEqual(
    ["deck.pptx", "Deck.PPT", "notes.docx", "sales.xlsx", "model.pbix", "slides.pdf", "index.html", "pptx"].map(
      program,
    ),
    ["powerpoint", "powerpoint", "word", "excel", "powerbi", null, null, null],
  );
  assert.equal(material("https://files.example/deck.pptx?dl=1", BASE).program, "powerpoint");
});

test("what only looks like the portal's is not", () => {
  for (const address of ["https://portal.example.evil/api/v1/x.html", "http://portal.example/api/v1/x.html"]) {
    assert.equal(material(address, BASE).framed, false, address);
  }
});

test("what is no address of the web becomes nothing", () => {
  for (const address of ["javascript:alert(1)", "data:text/html,x", null, ""])
    assert.equal(material(address, BASE), null);
});

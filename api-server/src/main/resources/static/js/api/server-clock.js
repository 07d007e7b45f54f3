/** A head's date has whole seconds, and servers make it once a second. */
const COARSE_MS = 2_000;

/**
 * What the portal's clock shows, whatever this computer's does: it is the portal's that opens days. Each answer says in
 * its head when it was made, which leaves a span of possible offsets. Where none is possible, this computer is believed.
 */
export function createServerClock() {
  let least = -Infinity;
  let most = Infinity;

  const offset = () => (least > 0 || most < 0 ? (least + most) / 2 : 0);

  return {
    now: () => Date.now() + offset(),
    /**
     * @param {string | null} date the head of an answer that has just come
     * @param {number} sent when it was asked for
     */
    hear(date, sent) {
      const said = Date.parse(date ?? "");
      if (Number.isNaN(said)) return;
      const from = said - Date.now();
      const to = said + COARSE_MS - sent;
      // A clock that was set meanwhile, here or there, begins a new span.
      const fits = from <= most && to >= least;
      least = fits ? Math.max(least, from) : from;
      most = fits ? Math.min(most, to) : to;
    },
  };
}

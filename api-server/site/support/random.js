const RUNS = 300;

/** Numbers that look random and are the same for the same seed (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Checks that something holds whatever is drawn, and names the seed of the first draw for which it does not.
 *
 * @param {(draw: {below: (limit: number) => number, listOf: (most: number, one: () => any) => any[]}) => void} holds
 */
export async function always(holds, runs = RUNS) {
  for (let seed = 1; seed <= runs; seed++) {
    const next = numbers(seed);
    const below = (limit) => Math.floor(next() * limit);
    const listOf = (most, one) => Array.from({ length: below(most + 1) }, one);
    try {
      await holds({ below, listOf });
    } catch (problem) {
      problem.message = `seed ${seed}: ${problem.message}`;
      throw problem;
    }
  }
}

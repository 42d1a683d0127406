/** Numbers from words: the same prompt always gives the same clip. */

/** Gives numbers from 0 up to, but not including, 1. */
export type Random = () => number;

/** Scrambles 32 bits so that neighbouring inputs end far apart. */
function scramble(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** A 32-bit hash of a text, by its UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    hash = scramble(hash + text.charCodeAt(index) + 0x6d2b79f5);
  }
  return hash;
}

/** A repeatable source of random numbers: the same seed gives the same sequence. */
export function createRandom(seed: number): Random {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    return scramble(counter) / 2 ** 32;
  };
}

/** One of the list, which must not be empty. */
export function pick<Item>(items: readonly [Item, ...Item[]], random: Random): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

export function between(low: number, high: number, random: Random): number {
  return low + (high - low) * random();
}

// Reads a printed code the way a telephone does once it has found one: out of its black modules, up to version 6, without
// correcting errors. It shares nothing with what draws them.

const TOTAL = [26, 44, 70, 100, 134, 172];
/** By the two bits of the level: how many blocks, and how many words of each only correct errors. */
const LEVELS = {
  1: [[1, 1, 1, 1, 1, 2], [7, 10, 15, 20, 26, 18]], 0: [[1, 1, 1, 2, 2, 4], [10, 16, 26, 18, 24, 16]],
  3: [[1, 1, 2, 2, 4, 4], [13, 22, 18, 26, 18, 24]], 2: [[1, 1, 2, 4, 4, 4], [17, 28, 22, 16, 22, 28]],
};
const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3), (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** The modules of a drawing that is one path of strokes `M{x} {y}h{n}v1h-{n}z`, inside its quiet margin of four. */
export function modulesOf(svg) {
  const side = Number(svg.match(/viewBox="0 0 (\d+) \1"/)[1]);
  const dark = Array.from({ length: side }, () => Array(side).fill(false));
  for (const [, x, y, long] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) dark[y].fill(true, Number(x), Number(x) + Number(long));
  const margin = dark.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, side - 1 - x, side - 1 - y) < 4));
  if (margin.some(Boolean)) throw Error("something is drawn in the quiet margin");
  return dark.slice(4, -4).map((row) => row.slice(4, -4));
}

/** The text of a code. */
export function read(dark) {
  const size = dark.length;
  const version = (size - 17) / 4;
  const at = (x, y) => Number(dark[y][x]);
  const format = [0, 1, 2, 3, 4, 5, 7, 8].map((y) => at(8, y)).concat([7, 5, 4, 3, 2, 1, 0].map((x) => at(x, 8)));
  const told = format.reduce((all, bit, place) => all | (bit << place), 0) ^ 0x5412;
  const [blocks, correcting] = LEVELS[told >> 13].map((all) => all[version - 1]);
  const mask = MASKS[(told >> 10) & 7];
  const bits = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!fixed(x, y, size)) bits.push(at(x, y) ^ Number(mask(x, y) === 0));
    }
  }
  const words = Array.from({ length: TOTAL[version - 1] }, (_, n) => number(bits, n * 8, 8));
  const long = TOTAL[version - 1] % blocks;
  const short = Math.floor(TOTAL[version - 1] / blocks) - correcting;
  const each = Array.from({ length: blocks }, () => []);
  let next = 0;
  for (let n = 0; n <= short; n += 1) each.forEach((block, b) => { if (n < short || b >= blocks - long) block.push(words[next++]); });
  const data = each.flat().flatMap((word) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (word >> bit) & 1));
  if (number(data, 0, 4) !== 4) throw Error("these are no bytes");
  return new TextDecoder().decode(Uint8Array.from({ length: number(data, 4, 8) }, (_, n) => number(data, 12 + n * 8, 8)));
}

const number = (bits, from, long) => bits.slice(from, from + long).reduce((all, bit) => all * 2 + bit, 0);

/** Whether a module belongs to the pattern and not to the data. */
function fixed(x, y, size) {
  const middle = (n) => Math.abs(n - (size - 7)) <= 2;
  return (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8) || x === 6 || y === 6 || (size > 21 && middle(x) && middle(y));
}

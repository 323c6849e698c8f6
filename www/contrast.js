// Colours as a reader's eye has them: the contrast of WCAG 2, and a colour corrected until it can be read. Colours are
// `[red, green, blue]` from 0 to 1. Nothing here touches a page.

/** How bright a colour is, from 0 to 1. */
export const brightness = (colour) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => {
    const part = colour[at];
    return sum + weight * (part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92);
  }, 0);

/** From 1 (the same) to 21 (black on white). */
export const contrast = (one, other) => {
  const [low, high] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** The colour, or where it cannot be read on `ground` the nearest one towards black or white that can. */
export const readable = (colour, ground) => {
  const end = brightness(ground) > 0.18 ? 0 : 1;
  let made = colour;
  for (let step = 0; step <= 50 && contrast(made, ground) < 4.5; step += 1) {
    made = colour.map((part) => Math.round((part + ((end - part) * step) / 50) * 255) / 255);
  }
  return made;
};

/** Black or white, whichever is read better on a colour. */
export const inkOn = (colour) => (brightness(colour) > 0.18 ? [0, 0, 0] : [1, 1, 1]);

export const hex = (colour) => `#${colour.map((part) => Math.round(part * 255).toString(16).padStart(2, "0")).join("")}`;

/** What a browser computed for a colour, and how much of it covers; nothing where it is in no form known here. */
export const channels = (text) => {
  const [, name, rest] = /^(rgb|color\(srgb)a?[( ](.*)\)/.exec(text) ?? [];
  const [red, green, blue, cover = 1] = rest?.match(/-?[\d.]+(e-\d+)?/g)?.map(Number) ?? [];
  if (blue === undefined) return undefined;
  return Object.assign([red, green, blue].map((part) => Math.min(1, Math.max(0, name === "rgb" ? part / 255 : part))), { cover });
};

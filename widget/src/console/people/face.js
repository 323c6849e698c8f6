import { written } from "chie-written";

/** The longest side of a face, in pixels: it is shown as small as a name. */
const SIDE = 256;

/** Reads a picture the way it was held, and writes its middle anew as a square. */
export async function squared(file) {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const cut = Math.min(bitmap.width, bitmap.height);
  const side = Math.min(SIDE, cut);
  try {
    return await written(bitmap, [(bitmap.width - cut) / 2, (bitmap.height - cut) / 2, cut, cut], side, side, 0.86);
  } finally {
    bitmap.close();
  }
}

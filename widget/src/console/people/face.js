/** The longest side of a face, in pixels: it is shown as small as a name. */
const SIDE = 256;

/** Reads a picture the way it was held, cuts its middle out as a square and writes it anew: nothing of where and with what it was taken goes along. */
export async function squared(file) {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const cut = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.min(SIDE, cut);
  const context = canvas.getContext("2d");
  // What can be seen through becomes white paper.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, (bitmap.width - cut) / 2, (bitmap.height - cut) / 2, cut, cut, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(Error("no picture"))), "image/jpeg", 0.86));
}

// How a picture is written anew before it is sent, in the widget and in the console: nothing of where and with what it was taken goes along.

/** Draws `[left, top, width, height]` of a picture in that size and writes it as JPEG; what can be seen through becomes white paper. */
export function written(bitmap, [left, top, wide, high], width, height, quality) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, left, top, wide, high, 0, 0, width, height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(Error("no picture"))), "image/jpeg", quality));
}

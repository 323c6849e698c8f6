// Pictures that tests send: small real ones of each kind, with the place where they were taken inside, as telephones write
// it, and a few that are none.

const REAL = {
  jpeg: "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAGAAgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwBlnpMfHSiiisqlWfNuVhK1T2a1P//Z",
  png: "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAGElEQVR4nGNkYGiQY2DARCwMGgxYAT0kAPnyAjAX1AN6AAAAAElFTkSuQmCC",
  webp: "UklGRkAAAABXRUJQVlA4IDQAAADwAQCdASoIAAYAA4BaJbACdH8AGBTYDAAA/uoBXVrZJ93LZvYb5ck2tLzwB9oNSrt9cUAA",
};

/** The camera's name, which stands next to the place in everything made here. */
export const CAMERA = "Kettlecam 3000";
const PLACE = "35 deg 39' 31.0\" N, 139 deg 44' 43.0\" E";

/** Eight pixels by six, without anything else. */
export const plain = (kind) => Buffer.from(REAL[kind], "base64");

/** A table of tags as EXIF has it: the camera, the way the telephone was held, and where. */
export function exif({ orientation = 1 } = {}) {
  const tags = (entries, after) => {
    const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
    bytes.writeUInt16BE(entries.length, 0);
    entries.forEach(([tag, type, count, value], index) => {
      const at = 2 + index * 12;
      bytes.writeUInt16BE(tag, at);
      bytes.writeUInt16BE(type, at + 2);
      bytes.writeUInt32BE(count, at + 4);
      if (Buffer.isBuffer(value)) value.copy(bytes, at + 8);
      else if (type === 3) bytes.writeUInt16BE(value, at + 8);
      else bytes.writeUInt32BE(value, at + 8);
    });
    return Buffer.concat([bytes, ...after]);
  };
  const three = (...numbers) => Buffer.concat(numbers.flatMap((n) => [n, 1]).map((n) => { const it = Buffer.alloc(4); it.writeUInt32BE(n); return it; }));
  const camera = Buffer.from(`${CAMERA}\0`);
  const first = 8, second = first + 2 + 3 * 12 + 4 + camera.length, numbers = second + 2 + 4 * 12 + 4;
  const main = tags([[0x0110, 2, camera.length, second - camera.length], [0x0112, 3, 1, orientation], [0x8825, 4, 1, second]], [camera]);
  const place = tags([
    [1, 2, 2, Buffer.from("N\0\0\0")], [2, 5, 3, numbers], [3, 2, 2, Buffer.from("E\0\0\0")], [4, 5, 3, numbers + 24],
  ], [three(35, 39, 31), three(139, 44, 43)]);
  return Buffer.concat([Buffer.from("MM\0*\0\0\0\x08", "latin1"), main, place]);
}

/** Puts the place and the camera into a JPEG, as EXIF, as XMP and as a comment. */
export function tellingJpeg(bytes = plain("jpeg"), options) {
  const segment = (mark, ...parts) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    return Buffer.concat([Buffer.from([0xff, mark, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
  };
  return Buffer.concat([
    bytes.subarray(0, 2),
    segment(0xe1, "Exif\0\0", exif(options)),
    segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", `<x:xmpmeta>${PLACE} ${CAMERA}</x:xmpmeta>`),
    segment(0xfe, `${PLACE} ${CAMERA}`),
    bytes.subarray(2),
    Buffer.from(`behind the end: ${PLACE} ${CAMERA}`),
  ]);
}

function tellingPng() {
  const bytes = plain("png");
  const chunk = (name, body) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name), body, Buffer.from([0, 0, 0, 0])]);
  };
  return Buffer.concat([bytes.subarray(0, 33), chunk("eXIf", exif()), chunk("tEXt", Buffer.from(`Comment\0${PLACE} ${CAMERA}`)), bytes.subarray(33)]);
}

function tellingWebp() {
  const chunk = (name, body) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(name), length, body, Buffer.alloc(body.length % 2)]);
  };
  const header = chunk("VP8X", Buffer.from([0x0c, 0, 0, 0, 7, 0, 0, 5, 0, 0]));
  const body = Buffer.concat([Buffer.from("WEBP"), header, plain("webp").subarray(12), chunk("EXIF", exif()), chunk("XMP ", Buffer.from(`${PLACE} ${CAMERA}`))]);
  return chunk("RIFF", body);
}

/** Eight pixels by six, with where they were taken and with what. */
export const telling = (kind) => ({ jpeg: tellingJpeg, png: tellingPng, webp: tellingWebp })[kind]();

/** Whether anything of where or with what is left. */
export const tells = (bytes) => ["Exif", "eXIf", "EXIF", CAMERA, "35 deg", "XMP ", "xmpmeta"].some((word) => bytes.includes(word))
  || bytes.includes(Buffer.from([0, 0, 0, 35, 0, 0, 0, 1, 0, 0, 0, 39, 0, 0, 0, 1]));

/** A JPEG that announces another size than it has. */
export function announcing(width, height) {
  const bytes = plain("jpeg");
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

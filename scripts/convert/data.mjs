// The values in a text of JSON, or of lines of JSON.
import { Plain } from "../shell.mjs";

export function dataOf(name, text) {
  try {
    return [JSON.parse(text)];
  } catch (error) {
    const lines = text.split("\n").filter((line) => line.trim());
    if (lines.length < 2 || !/^\s*[[{].*[\]}]\s*$/.test(lines[0])) throw new Plain(`${name} is damaged: ${error.message}`);
    return lines.map((line, place) => {
      try {
        return JSON.parse(line);
      } catch (wrong) {
        throw new Plain(`${name} is damaged in line ${place + 1}: ${wrong.message}`);
      }
    });
  }
}

/** A text, whatever stands there instead. */
export const textOf = (value) => (typeof value === "string" ? value.toWellFormed() : typeof value === "number" ? String(value) : "");
/** A whole number that is not negative, or 0. */
export const countOf = (value) => (Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : 0);
/** A list, whatever stands there instead. */
export const listOf = (value) => (Array.isArray(value) ? value.filter((one) => one && typeof one === "object") : []);
/** A moment in milliseconds; `undefined` where none can be read. */
export function momentOf(value) {
  const text = textOf(value).trim();
  // The dump of a database says no zone where it means UTC.
  const at = Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/.test(text) ? `${text.replace(" ", "T")}Z` : text);
  return Number.isFinite(at) && at > 0 ? at : undefined;
}

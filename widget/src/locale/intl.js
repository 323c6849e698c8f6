// What the platform knows about languages, in browsers and in the Worker alike: plural forms, numbers, dates, times ago. Each
// formatter is made once.
const made = new Map();
const use = (kind, lang, options) => {
  const name = kind + lang + (options ? Object.values(options) : "");
  if (!made.has(name)) made.set(name, new Intl[kind](lang, options));
  return made.get(name);
};

export const plural = (lang, n) => use("PluralRules", lang).select(n);

export const number = (lang, n) => use("NumberFormat", lang).format(n);

export const ago = (lang, style, n, unit) => use("RelativeTimeFormat", lang, { style }).format(-n, unit);

/** The day, or the day and the minute; everybody's day, or the visitor's. English has the day before the month, as most of the world reads it. */
export const date = (lang, at, minute, utc) => {
  const options = { year: "numeric", month: "short", day: "numeric" };
  if (minute) options.hour = options.minute = "2-digit";
  if (utc) options.timeZone = "UTC";
  if (minute && utc) options.timeZoneName = "short";
  return use("DateTimeFormat", lang === "en" ? "en-GB" : lang, options).format(at);
};

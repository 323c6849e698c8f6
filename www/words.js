// The few words that are needed before any answer of the Worker is here. The build takes them from the languages' own files
// (`scripts/words.mjs`).

const WORDS = __CHIE_WORDS__;

/** The words of the nearest language, and which one that is; what it misses is said in English. */
export function wordsOf(lang) {
  const code = lang.split("-")[0];
  return WORDS[code] ? { ...WORDS.en, ...WORDS[code], lang: code } : { ...WORDS.en, lang: "en" };
}

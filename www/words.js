// The few words that are needed before any answer of the Worker is here: a language is a line.

const WORDS = {
  en: { name: "Questions and answers", close: "Close" },
  ja: { name: "質問と答え", close: "閉じる" },
};

/** The words of the nearest language, and which one that is. */
export function wordsOf(lang) {
  const code = lang.split("-")[0];
  return WORDS[code] ? { ...WORDS[code], lang: code } : { ...WORDS.en, lang: "en" };
}

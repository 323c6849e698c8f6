//! What somebody looks for: clauses, each a word or pair with whatever means the same. A line that is being typed is only
//! words; a search also knows "phrases" and -exclusion. Everything else in the text separates words.

use crate::search::fold::{Letter, Run, is_kana, runs};
use crate::search::synonyms::{Lists, Taken};
use crate::search::tokens::{of_run, pairs};

/// How many clauses of a text are looked at.
const MOST_CLAUSES: usize = 32;
/// How many terms that mean the same are looked for.
const MOST_TERMS: usize = 8;

/// Something to find in a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Term {
    /// These words in this order.
    Words(Vec<String>),
    /// These words in this order, the last one begun.
    Begun(Vec<String>),
    /// One character of a packed script.
    Character(char),
}

/// What a document must have one of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// What was written, and whatever means the same.
    pub(crate) any: Vec<Term>,
    /// Whether the last word may still be in the middle of being typed.
    pub(crate) typed: bool,
}

/// A whole question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Question {
    /// What to find.
    pub(crate) clauses: Vec<Clause>,
    /// What must not be there.
    pub(crate) excluded: Vec<Term>,
    /// What was put between quotation marks and must be there as it stands.
    pub(crate) exact: Vec<Term>,
}

/// A part of a search text.
#[derive(Debug, PartialEq, Eq)]
enum Part<'a> {
    Plain(&'a str),
    Exact(&'a str),
    Without(&'a str),
}

impl Term {
    /// The term in a MATCH expression. It has letters and digits only, so that nothing in it is an operator.
    pub(crate) fn expression(&self) -> String {
        match self {
            Self::Words(words) => ["\"", &words.join(" "), "\""].concat(),
            Self::Begun(words) => ["\"", &words.join(" "), "\" *"].concat(),
            Self::Character(c) => ["chars : \"", &c.to_string(), "\""].concat(),
        }
    }
}

impl Clause {
    /// The clause in a MATCH expression.
    pub(crate) fn expression(&self) -> String {
        let terms: Vec<String> = self.any.iter().map(Term::expression).collect();
        ["(", &terms.join(" OR "), ")"].concat()
    }
}

/// A line that somebody types: words only.
pub(crate) fn of_line(text: &str, lists: &Lists) -> Question {
    let mut question = Question::default();
    clauses(&runs(text), lists, !text.ends_with(char::is_whitespace), &mut question.clauses);
    without_endings(&mut question.clauses, &runs(text));
    question
}

/// A search text: words, "phrases" and -exclusion.
pub(crate) fn of_search(text: &str, lists: &Lists) -> Question {
    let mut question = Question::default();
    let mut plain = Vec::new();
    for part in parts(text) {
        match part {
            Part::Plain(words) => {
                clauses(&runs(words), lists, false, &mut question.clauses);
                plain.extend(runs(words));
            }
            Part::Exact(words) => question.exact.extend(phrase(&runs(words))),
            Part::Without(words) => question.excluded.extend(phrase(&runs(words))),
        }
    }
    without_endings(&mut question.clauses, &plain);
    question.exact.truncate(MOST_TERMS);
    question.excluded.truncate(MOST_TERMS);
    question
}

/// All runs of a text, whatever its parts are: for looking up what means the same.
pub(crate) fn all_runs(text: &str) -> Vec<Run> {
    runs(text)
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{ff02}' | '\u{201e}')
}

const fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{ff0d}' | '\u{2212}')
}

/// The parts of a search text. A quotation mark without its partner, or a hyphen inside a word, is no operator.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut at_start = true;
    while let Some(c) = rest.chars().next() {
        let behind = rest.get(c.len_utf8()..).unwrap_or_default();
        let minus = at_start && is_minus(c);
        let opened = if minus { behind } else { rest };
        if let Some((quoted, after)) = quoted(opened) {
            parts.push(if minus { Part::Without(quoted) } else { Part::Exact(quoted) });
            (rest, at_start) = (after, true);
            continue;
        }
        let end = opened.find(|c: char| c.is_whitespace() || is_quote(c)).filter(|end| *end > 0);
        let (word, after) = match end {
            Some(end) => opened.split_at(end),
            None if opened.chars().next().is_some_and(|c| c.is_whitespace() || is_quote(c)) => {
                let next = opened.chars().next().map_or(0, char::len_utf8);
                (rest, at_start) = (opened.get(next..).unwrap_or_default(), true);
                continue;
            }
            None => (opened, ""),
        };
        if word.is_empty() {
            break;
        }
        parts.push(if minus { Part::Without(word) } else { Part::Plain(word) });
        (rest, at_start) = (after, false);
    }
    parts
}

fn quoted(text: &str) -> Option<(&str, &str)> {
    let open = text.chars().next().filter(|c| is_quote(*c))?;
    let inside = text.get(open.len_utf8()..)?;
    let end = inside.find(is_quote)?;
    let close = inside.get(end..)?.chars().next()?;
    Some((inside.get(..end)?, inside.get(end + close.len_utf8()..)?))
}

/// Runs as one term, in their order.
fn phrase(runs: &[Run]) -> Option<Term> {
    let (last, before) = runs.split_last()?;
    let mut words: Vec<String> = before.iter().flat_map(of_run).collect();
    match last.letters.as_slice() {
        [one] if last.packed && words.is_empty() => return Some(Term::Character(one.folded)),
        [one] if last.packed => {
            words.push(one.folded.to_string());
            return Some(Term::Begun(words));
        }
        _ if last.packed => words.extend(pairs(last)),
        _ => words.extend(of_run(last)),
    }
    Some(Term::Words(words))
}

/// The clauses of plain words.
fn clauses(runs: &[Run], lists: &Lists, typing: bool, into: &mut Vec<Clause>) {
    let mut add = |clause: Clause| {
        if into.len() < MOST_CLAUSES && !clause.any.is_empty() && into.iter().all(|other| other.any != clause.any) {
            into.push(clause);
        }
    };
    let mut at = 0;
    while let Some(run) = runs.get(at) {
        let rest = runs.get(at..).unwrap_or_default();
        if run.packed {
            packed(run, rest, lists, &mut add);
            at += 1;
            continue;
        }
        let is_last = at + 1 == runs.len();
        if let Some((meant, Taken::Runs(taken))) = lists.at(rest, 0) {
            let mut any: Vec<Term> = phrase(rest.get(..taken).unwrap_or_default()).into_iter().collect();
            any.extend(meant.iter().filter_map(|entry| phrase(entry)));
            add(Clause { any: unique(any), typed: false });
            at += taken;
            continue;
        }
        let typed = typing && is_last && run.letters.len() >= 3;
        add(Clause { any: phrase(rest.get(..1).unwrap_or_default()).into_iter().collect(), typed });
        at += 1;
    }
}

fn unique(terms: Vec<Term>) -> Vec<Term> {
    let mut kept: Vec<Term> = Vec::new();
    for term in terms {
        if kept.len() < MOST_TERMS && !kept.contains(&term) {
            kept.push(term);
        }
    }
    kept
}

/// The clauses of a run without spaces: what means the same as something else stands for itself, the rest in pairs.
fn packed(run: &Run, rest: &[Run], lists: &Lists, add: &mut impl FnMut(Clause)) {
    let mut plain: Vec<Letter> = Vec::new();
    let mut at = 0;
    let flush = |plain: &mut Vec<Letter>, add: &mut dyn FnMut(Clause)| {
        let piece = Run { packed: true, letters: std::mem::take(plain) };
        match piece.letters.as_slice() {
            [] => {}
            [one] => {
                // A single kana beside other words says nothing.
                if !is_kana(one.folded) || run.letters.len() == 1 {
                    add(Clause { any: vec![Term::Character(one.folded)], typed: false });
                }
            }
            _ => pairs(&piece).into_iter().for_each(|pair| add(Clause { any: vec![Term::Words(vec![pair])], typed: false })),
        }
    };
    while at < run.letters.len() {
        if let Some((meant, Taken::Letters(taken))) = lists.at(rest, at) {
            flush(&mut plain, add);
            let own = Run { packed: true, letters: run.letters.get(at..at + taken).unwrap_or_default().to_vec() };
            let mut any: Vec<Term> = phrase(&[own]).into_iter().collect();
            any.extend(meant.iter().filter_map(|entry| phrase(entry)));
            add(Clause { any: unique(any), typed: false });
            at += taken;
        } else {
            plain.extend(run.letters.get(at));
            at += 1;
        }
    }
    flush(&mut plain, add);
}

/// Endings and particles are hiragana, and every second sentence shares them: beside words of content they only mislead.
fn without_endings(clauses: &mut Vec<Clause>, runs: &[Run]) {
    let loan: Vec<String> = runs
        .iter()
        .filter(|run| run.packed)
        .flat_map(|run| run.letters.windows(2))
        .filter(|pair| pair.iter().all(|letter| letter.katakana))
        .map(|pair| pair.iter().map(|letter| letter.folded).collect())
        .collect();
    let has_content = |clause: &Clause| {
        clause.any.len() > 1
            || clause.any.iter().any(|term| match term {
                Term::Words(words) | Term::Begun(words) => {
                    words.iter().any(|word| loan.contains(word) || word.chars().any(|c| !is_kana(c)))
                }
                Term::Character(c) => !is_kana(*c),
            })
    };
    let alone = runs.len() == 1 && runs.first().is_some_and(|run| run.letters.len() <= 4);
    if !alone && clauses.iter().any(has_content) {
        clauses.retain(has_content);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(text: &str) -> Vec<String> {
        of_line(text, &Lists::shipped()).clauses.iter().map(Clause::expression).collect()
    }

    fn search(text: &str) -> Question {
        of_search(text, &Lists::shipped())
    }

    #[test]
    fn a_line_is_pairs_characters_and_words() {
        assert_eq!(line("糸"), ["(chars : \"糸\")"]);
        assert_eq!(line("湯気"), ["(\"湯気\")"]);
        assert_eq!(line("湯がしません"), ["(\"湯が\")"]);
        assert_eq!(line("パンがすき"), ["(\"ぱん\")"]);
        assert_eq!(line("ふた"), ["(\"ふた\" OR chars : \"蓋\" OR \"かば ばー\" OR \"きゃ ゃっ っぷ\")"]);
        assert_eq!(line("糸 の"), ["(chars : \"糸\")"]);
        assert_eq!(line("my zebras"), ["(\"my\")", "(\"zebra\")"]);
        assert!(line("蓋がかたい").len() == 1 && line("蓋がかたい")[0].contains("ふた"), "{:?}", line("蓋がかたい"));
    }

    #[test]
    fn a_search_knows_phrases_and_exclusion() {
        let found = search("kettle \"the lid sticks\" -glass －緑色 well-known -\"red one\"");
        assert_eq!(found.exact, [Term::Words(["the", "lid", "stick"].map(str::to_owned).to_vec())]);
        let excluded: Vec<String> = found.excluded.iter().map(Term::expression).collect();
        assert_eq!(excluded, ["\"glass\"", "\"緑色\"", "\"red one\""]);
        let words: Vec<String> = found.clauses.iter().map(Clause::expression).collect();
        assert_eq!(words, ["(\"kettl\")", "(\"well\")", "(\"known\")"]);
        assert_eq!(search("“水が漏れる”").exact, [Term::Words(["水が", "が漏", "漏れ", "れる"].map(str::to_owned).to_vec())]);
        assert_eq!(search("\"ac 笛\"").exact, [Term::Begun(vec!["ac".to_owned(), "笛".to_owned()])]);
        assert_eq!(search("\"open").clauses.len(), 1, "a lone quotation mark is no operator");
    }

    #[test]
    fn nothing_in_a_text_becomes_an_operator() {
        for hostile in ["\" OR *", "a* NEAR(b, 3)", "title : x", "- ^ ( )", "'; --", "\"\"\"", "-\"", "--", "AND OR NOT", "😀👍🏽"]
        {
            for question in [search(hostile), of_line(hostile, &Lists::shipped())] {
                for term in question.clauses.iter().flat_map(|clause| &clause.any).chain(&question.excluded).chain(&question.exact)
                {
                    let inside = match term {
                        Term::Words(words) | Term::Begun(words) => words.concat(),
                        Term::Character(c) => c.to_string(),
                    };
                    assert!(!inside.is_empty() && inside.chars().all(char::is_alphanumeric), "{inside}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_asked(text in "(\\PC|[\"\\-“”「」 　]){0,120}") {
            let (line, search) = (of_line(&text, &Lists::shipped()), search(&text));
            prop_assert!(line.clauses.len() <= MOST_CLAUSES && search.clauses.len() <= MOST_CLAUSES);
            for term in search.clauses.iter().chain(&line.clauses).flat_map(|clause| &clause.any).chain(&search.excluded) {
                let quotes = term.expression().matches('"').count();
                prop_assert_eq!(quotes, 2);
            }
        }
    }
}

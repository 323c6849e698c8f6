//! Marks: where the words of a question stand in a text, as the text was written. Worked out here and not in the browser,
//! because only the engine knows what was folded, stemmed or meant the same.

use std::collections::{HashMap, HashSet};

use crate::search::fold::runs;
use crate::search::question::{Question, Term};
use crate::search::stem::stem;

/// What to mark.
#[derive(Debug, Default)]
pub(crate) struct Marker {
    words: HashSet<String>,
    begun: Vec<String>,
    /// Letters of packed scripts by their first one.
    packed: HashMap<char, Vec<Vec<char>>>,
}

impl Marker {
    /// Marks what a question looks for.
    pub(crate) fn of(question: &Question) -> Self {
        let mut marker = Self::default();
        for clause in &question.clauses {
            for term in &clause.any {
                marker.add(term);
                if let (true, Term::Words(words)) = (clause.typed, term) {
                    marker.begun.extend(words.last().cloned());
                }
            }
        }
        question.exact.iter().for_each(|term| marker.add(term));
        marker
    }

    /// Whether nothing is looked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.begun.is_empty() && self.packed.is_empty()
    }

    fn add(&mut self, term: &Term) {
        match term {
            Term::Character(c) => self.packed.entry(*c).or_default().push(vec![*c]),
            Term::Words(words) | Term::Begun(words) => {
                let mut letters: Vec<char> = Vec::new();
                for word in words {
                    let is_packed = word.chars().next().is_some_and(crate::search::fold::is_packed);
                    if !is_packed {
                        self.words.insert(word.clone());
                        continue;
                    }
                    // Pairs of one run overlap by a letter; together they are the run again.
                    let mut pair = word.chars();
                    match (letters.last(), pair.next()) {
                        (Some(last), Some(first)) if *last == first => letters.extend(pair),
                        _ => letters.extend(word.chars()),
                    }
                }
                if let Some(first) = letters.first() {
                    self.packed.entry(*first).or_default().push(letters);
                }
            }
        }
    }

    /// The places of all hits, in order, none touching another.
    pub(crate) fn places(&self, text: &str) -> Vec<(usize, usize)> {
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut add = |from: usize, to: usize| match places.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => places.push((from, to)),
        };
        for run in runs(text) {
            if run.packed {
                for at in 0..run.letters.len() {
                    let rest = run.letters.get(at..).unwrap_or_default();
                    let needles = rest.first().and_then(|letter| self.packed.get(&letter.folded)).into_iter().flatten();
                    let fits = |needle: &&Vec<char>| {
                        rest.len() >= needle.len() && rest.iter().zip(needle.iter()).all(|(letter, c)| letter.folded == *c)
                    };
                    let longest = needles.filter(fits).map(Vec::len).max();
                    let last = longest.and_then(|length| rest.get(length.saturating_sub(1)));
                    if let Some((first, last)) = rest.first().zip(last) {
                        add(first.from, last.to);
                    }
                }
            } else {
                let (word, first, last) = (run.text(), run.letters.first(), run.letters.last());
                let hit = self.words.contains(&stem(&word)) || self.begun.iter().any(|begun| word.starts_with(begun.as_str()));
                if let (true, Some((first, last))) = (hit, first.zip(last)) {
                    add(first.from, last.to);
                }
            }
        }
        places
    }

    /// The text in pieces, plain and marked in turn, beginning with a plain one, which may be empty.
    pub(crate) fn pieces(&self, text: &str) -> Vec<String> {
        cut(text, &self.places(text))
    }

    /// About `most` characters of a text around the place where most different words stand close together.
    pub(crate) fn excerpt(&self, text: &str, most: usize) -> Vec<String> {
        let places = self.places(text);
        if text.chars().count() <= most {
            return cut(text, &places);
        }
        // Bytes are good enough for choosing a place; the cut itself is made between characters.
        let window = most * text.len() / text.chars().count().max(1);
        let hits_from = |from: usize| places.iter().filter(|(start, end)| *start >= from && *end <= from + window).count();
        let best = places.iter().map(|(start, _)| *start).max_by_key(|start| (hits_from(*start), std::cmp::Reverse(*start)));
        let begin = best.filter(|start| *start > window / 2).map_or(0, |start| boundary(text, start.saturating_sub(window / 5)));
        let end = text.get(begin..).and_then(|rest| rest.char_indices().nth(most)).map_or(text.len(), |(at, _)| begin + at);
        let inside = text.get(begin..end).unwrap_or_default();
        let mut shown = String::new();
        if begin > 0 {
            shown.push('…');
        }
        shown.push_str(inside.trim());
        if end < text.len() {
            shown.push('…');
        }
        let places = self.places(&shown);
        cut(&shown, &places)
    }
}

/// Where a word begins at or after this byte; in packed scripts any character will do.
fn boundary(text: &str, at: usize) -> usize {
    let mut from = at;
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let rest = text.get(from..).unwrap_or_default();
    let space = rest.char_indices().take(16).find(|(_, c)| c.is_whitespace());
    space.map_or(from, |(step, c)| from + step + c.len_utf8())
}

fn cut(text: &str, places: &[(usize, usize)]) -> Vec<String> {
    let mut pieces = Vec::with_capacity(places.len() * 2 + 1);
    let mut done = 0;
    for (from, to) in places {
        pieces.push(text.get(done..*from).unwrap_or_default().to_owned());
        pieces.push(text.get(*from..*to).unwrap_or_default().to_owned());
        done = *to;
    }
    let rest = text.get(done..).unwrap_or_default();
    if !rest.is_empty() || pieces.is_empty() {
        pieces.push(rest.to_owned());
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::question::of_line;
    use crate::search::synonyms::Lists;
    use proptest::prelude::*;

    fn marked(line: &str, text: &str) -> String {
        let pieces = Marker::of(&of_line(line, &Lists::shipped())).pieces(text);
        pieces.iter().enumerate().map(|(n, piece)| if n % 2 == 1 { format!("[{piece}]") } else { piece.clone() }).collect()
    }

    #[test]
    fn hits_are_marked_as_they_were_written() {
        assert_eq!(marked("lid boil", "The Lids were boiling."), "The [Lids] were [boiling].");
        assert_eq!(marked("湯沸器", "この湯沸器と湯沸し"), "この[湯沸器]と[湯沸]し");
        assert_eq!(marked("ふた", "ﾌﾀが蓋に"), "[ﾌﾀ]が[蓋]に");
        assert_eq!(marked("糸", "釣糸"), "釣[糸]");
        assert_eq!(marked("zeb", "A zebra"), "A [zebra]");
        assert_eq!(marked("zebra", "Nothing here"), "Nothing here");
    }

    #[test]
    fn an_excerpt_shows_where_the_words_stand() {
        let text = format!("{} The gasket is worn out. {}", "Many words. ".repeat(40), "More words. ".repeat(40));
        let pieces = Marker::of(&of_line("gasket worn", &Lists::shipped())).excerpt(&text, 80);
        let shown = pieces.concat();
        assert!(
            shown.contains("gasket is worn") && shown.chars().count() <= 82 && shown.starts_with('…') && shown.ends_with('…'),
            "{shown}"
        );
        assert!(pieces.contains(&"gasket".to_owned()));
    }

    proptest! {
        #[test]
        fn pieces_are_the_text(line in "\\PC{1,20}", text in "\\PC{0,60}") {
            let marker = Marker::of(&of_line(&line, &Lists::shipped()));
            prop_assert_eq!(marker.pieces(&text).concat(), text.clone());
            prop_assert!(marker.excerpt(&text, 20).concat().chars().count() <= 22);
        }
    }
}

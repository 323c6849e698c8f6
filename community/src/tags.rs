//! Tags of threads: what stands on one, and what its words suggest: situations out of a small list for each language, which is
//! data, then the rarest words of the thread itself.

use chie_domain::api::get_tags::MOST_OFFERED;
use chie_domain::tag::{Tag, Tags};
use unicode_normalization::UnicodeNormalization;

use crate::here::Here;
use crate::row::args;
use crate::search::stem::stem;
use crate::sql::{Fault, Sql};

/// The lists, one for each language. A further language is a further file here.
const LISTS: [&str; 2] = [include_str!("../data/tags.en.txt"), include_str!("../data/tags.ja.txt")];
/// So many words of the thread itself are offered.
const OWN_WORDS: usize = 3;
/// A word in so many posts or more says nothing about one.
const COMMON: u32 = 200;
/// Words that say nothing about a situation.
const EMPTY: &str = " about after again almost already also always another anybody because been before being cannot could does doing \
    done down each either even ever every everybody find from gets give goes going have here into just know like long look made make \
    many maybe more most much must need never nobody none nothing often once only other over please question really same should since \
    some somebody something still such sure take than thank thanks that their them then there these they thing this those through time \
    tried tries under until used uses using very want wants well were what when where which while will with without work works would \
    wrong your problem happens answer anyone someone working stopped today yesterday tomorrow week weeks month months year years \
    morning evening night last first later soon back away call says said tell told seems little great good 電話 昨日 今日 最近 質問 \
    回答 場合 方法 問題 自分 商品 製品 使用 ";

/// The tags that stand on a thread, in the order they were chosen in.
pub(crate) fn of<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<Vec<Tag>, Fault> {
    let rows = here.rows("SELECT tag FROM thread_tag WHERE thread = ? ORDER BY place", args![thread])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// Puts these tags on a thread in the place of all others; a tag that stays keeps who chose it. Who chose those that went.
pub(crate) fn set<S: Sql>(here: &Here<'_, S>, thread: u64, tags: &Tags, by: &str) -> Result<Vec<String>, Fault> {
    let before = here.rows("SELECT tag, by FROM thread_tag WHERE thread = ?", args![thread])?;
    let before =
        before.iter().map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))).collect::<Result<Vec<_>, Fault>>()?;
    here.run("DELETE FROM thread_tag WHERE thread = ?", args![thread])?;
    let mut kept = Vec::new();
    for (tag, place) in tags.iter().filter_map(folded).zip(0_u32..) {
        let who = before.iter().find(|(old, _)| old == tag.as_str()).map_or(by, |(_, who)| who.as_str());
        here.run(
            "INSERT INTO thread_tag (thread, tag, place, by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            args![thread, tag.as_str(), place, who],
        )?;
        kept.push(tag);
    }
    let gone = before.into_iter().filter(|(tag, _)| kept.iter().all(|now| now.as_str() != tag));
    Ok(gone.map(|(_, who)| who).collect())
}

/// The tag in its one form: wide letters and composed ones are the same tag.
pub(crate) fn folded(tag: &Tag) -> Option<Tag> {
    Tag::parse(&tag.as_str().nfkc().collect::<String>()).ok()
}

/// Tags that a text suggests, the likeliest first.
pub(crate) fn offered<S: Sql>(here: &Here<'_, S>, title: &str, body: &str) -> Result<Vec<Tag>, Fault> {
    let text: String = format!("{title} {body}").nfkc().flat_map(char::to_lowercase).collect();
    let mut found: Vec<Tag> =
        LISTS.iter().flat_map(|list| situations(list, &text)).filter_map(|tag| Tag::parse(tag).ok()).collect();
    found.truncate(MOST_OFFERED - OWN_WORDS);
    for word in own_words(here, &text)? {
        let known = |tag: &Tag| found.iter().any(|other| stem(other.as_str()) == stem(tag.as_str()));
        if let Some(tag) = Tag::parse(&word).ok().filter(|tag| !known(tag)) {
            found.push(tag);
        }
    }
    found.truncate(MOST_OFFERED);
    Ok(found)
}

fn situations<'a>(list: &'a str, text: &str) -> Vec<&'a str> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(':'));
    pairs
        .filter(|(_, words)| words.split(',').any(|word| says(text, &word.trim().to_lowercase())))
        .map(|(tag, _)| tag.trim())
        .collect()
}

/// Whether a text has a word: as a whole where words have spaces around them, anywhere else.
fn says(text: &str, word: &str) -> bool {
    let (word, beginning) = word.strip_suffix('-').map_or((word, false), |word| (word, true));
    if word.is_empty() {
        return false;
    }
    if !word.is_ascii() {
        return text.contains(word);
    }
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        !letter(before) && (beginning || !letter(after))
    })
}

/// The rarest words of a text: Latin ones by how few posts have them, then runs of katakana and of Han in their order.
fn own_words<S: Sql>(here: &Here<'_, S>, text: &str) -> Result<Vec<String>, Fault> {
    let mut latin: Vec<(u32, String)> = Vec::new();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| (4..=16).contains(&word.len()));
    for word in words.filter(|word| !EMPTY.contains(&format!(" {word} ")) && word.bytes().any(|byte| byte.is_ascii_alphabetic())) {
        if latin.len() >= 24 || latin.iter().any(|(_, other)| stem(other) == stem(word)) {
            continue;
        }
        let count = "SELECT count(*) FROM (SELECT rowid FROM found WHERE found MATCH ? LIMIT ?)";
        let common = here.row(count, args![format!("\"{}\"", stem(word)), COMMON])?.map_or(Ok(0), |row| row.count(0))?;
        if common < COMMON {
            latin.push((common, word.to_owned()));
        }
    }
    latin.sort_by_key(|(common, _)| *common);
    let mut words: Vec<String> = latin.into_iter().map(|(_, word)| word).collect();
    words.extend(runs(text));
    words.truncate(OWN_WORDS);
    Ok(words)
}

/// Runs of katakana, and of Han, of two to eight letters, each once.
fn runs(text: &str) -> Vec<String> {
    let kind = |c: char| match c {
        '\u{30a1}'..='\u{30fa}' | 'ー' => 1,
        '\u{4e00}'..='\u{9fff}' | '々' => 2,
        _ => 0,
    };
    let mut runs: Vec<String> = Vec::new();
    let mut run = String::new();
    let mut of = 0;
    for c in text.chars().chain([' ']) {
        if kind(c) != of {
            let length = run.chars().count();
            let says = !EMPTY.contains(&format!(" {run} "));
            if of != 0 && says && (2..=8).contains(&length) && !runs.contains(&run) {
                runs.push(run.clone());
            }
            run.clear();
            of = kind(c);
        }
        run.push(c);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_point_to_situations() {
        let of = |text: &str| LISTS.iter().flat_map(|list| situations(list, text)).collect::<Vec<_>>();
        assert_eq!(of("the handle gets warm on my gas hob, and our water is full of limescale"), ["gas", "hard water"]);
        assert_eq!(of("a gasket, gassy"), Vec::<&str>::new());
        assert_eq!(of("after descaling it"), ["hard water", "after cleaning"]);
        assert_eq!(of("母の日にプレゼントしました。ガス火です"), ["ガス", "贈り物"]);
    }

    #[test]
    fn every_tag_of_the_lists_is_a_tag() {
        for list in LISTS {
            for line in list.lines().filter(|line| !line.starts_with('#')) {
                let (tag, words) = line.split_once(':').expect("a colon");
                assert_eq!(Tag::parse(tag).map(|tag| tag.to_string()), Ok(tag.to_owned()));
                assert!(words.split(',').all(|word| !word.trim().is_empty()), "{line}");
            }
        }
    }
}

//! Words that mean the same: a small list that is shipped with Chie, per language and as data, and the brand's own list. A
//! group's entries are folded like everything else, so that one spelling of each is enough.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::here::Here;
use crate::row::args;
use crate::search::fold::{Run, runs};
use crate::search::tokens::of_run;
use crate::sql::{Fault, Sql};

/// The words of one entry, in their order, as a run's text or as a stem.
pub(crate) type Entry = Vec<Run>;

/// Groups of entries, found by the first word of each entry.
#[derive(Debug, Default)]
pub(crate) struct Synonyms {
    groups: Vec<Vec<Entry>>,
    by_first: HashMap<String, Vec<(usize, usize)>>,
}

/// What the shipped files say; lines that begin with `#` explain.
pub(crate) const SHIPPED: [&str; 2] = [include_str!("../../data/synonyms.en.txt"), include_str!("../../data/synonyms.ja.txt")];

static READ: LazyLock<Synonyms> = LazyLock::new(|| Synonyms::of(shipped()));

/// The shipped groups as they are written.
pub(crate) fn shipped() -> impl Iterator<Item = Vec<&'static str>> {
    let lines = SHIPPED.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| line.split([',', '、']).map(str::trim).filter(|entry| !entry.is_empty()).collect())
}

impl Synonyms {
    fn of<'a>(groups: impl IntoIterator<Item = Vec<&'a str>>) -> Self {
        let mut all = Self::default();
        for group in groups {
            let entries: Vec<Entry> = group.iter().map(|entry| runs(entry)).filter(|entry| !entry.is_empty()).collect();
            for (place, entry) in entries.iter().enumerate() {
                if let Some(first) = first(entry) {
                    all.by_first.entry(first).or_default().push((all.groups.len(), place));
                }
            }
            all.groups.push(entries);
        }
        all
    }

    /// The longest entry that the runs begin with after `skip` letters of the first: its group, and how many runs or, inside a
    /// packed run, letters it takes.
    fn longest(&self, runs: &[Run], skip: usize) -> Option<(usize, &Entry)> {
        let head = head(runs, skip)?;
        let places = self.by_first.get(&head)?;
        let entries = places.iter().filter_map(|(group, place)| Some((*group, self.groups.get(*group)?.get(*place)?)));
        entries
            .filter(|(_, entry)| fits(entry, runs, skip))
            .max_by_key(|(_, entry)| entry.iter().map(|run| run.letters.len()).sum::<usize>())
    }
}

/// The first word by which an entry is found.
pub(crate) fn first(entry: &[Run]) -> Option<String> {
    head(entry, 0)
}

fn head(runs: &[Run], skip: usize) -> Option<String> {
    let run = runs.first()?;
    if run.packed { run.letters.get(skip).map(|letter| letter.folded.to_string()) } else { of_run(run).into_iter().next() }
}

fn same(one: &Run, other: &Run) -> bool {
    one.packed == other.packed && of_run(one) == of_run(other)
}

fn fits(entry: &[Run], runs: &[Run], skip: usize) -> bool {
    match entry {
        [only] if only.packed => {
            let rest = runs.first().and_then(|run| run.letters.get(skip..)).unwrap_or_default();
            let wanted = &only.letters;
            rest.len() >= wanted.len() && rest.iter().zip(wanted).all(|(a, b)| a.folded == b.folded)
        }
        _ => skip == 0 && runs.len() >= entry.len() && runs.iter().zip(entry).all(|(a, b)| same(a, b)),
    }
}

/// The lists that count in one community.
pub(crate) struct Lists {
    own: Synonyms,
    with_shipped: bool,
}

impl Lists {
    /// Only the shipped ones.
    #[cfg(test)]
    pub(crate) fn shipped() -> Self {
        Self { own: Synonyms::default(), with_shipped: true }
    }

    /// What the community says about these runs: of its own list only the groups that may occur are read.
    pub(crate) fn load<S: Sql>(here: &Here<'_, S>, runs: &[Run]) -> Result<Self, Fault> {
        let settings = here.row("SELECT shipped, own FROM search_words", &[])?;
        let (with_shipped, has_own) = match &settings {
            Some(row) => (row.whole(0)? == 1, row.whole(1)? == 1),
            None => (true, false),
        };
        let mut own = Synonyms::default();
        if has_own {
            let heads: Vec<String> = runs
                .iter()
                .take(40)
                .flat_map(|run| if run.packed { run.letters.iter().map(|l| l.folded.to_string()).collect() } else { of_run(run) })
                .collect();
            let heads = serde_json::to_string(&heads).map_err(|_| Fault("words could not be written down".to_owned()))?;
            let rows = here.rows(
                "SELECT part, text FROM synonym WHERE part IN (SELECT part FROM synonym WHERE first IN (SELECT value FROM json_each(?))) \
                 ORDER BY part, place LIMIT 400",
                args![heads],
            )?;
            let mut groups: Vec<(u64, Vec<&str>)> = Vec::new();
            for row in &rows {
                let (part, text) = (row.whole(0)?, row.text(1)?);
                match groups.last_mut() {
                    Some((last, group)) if *last == part => group.push(text),
                    _ => groups.push((part, vec![text])),
                }
            }
            own = Synonyms::of(groups.into_iter().map(|(_, group)| group));
        }
        Ok(Self { own, with_shipped })
    }

    /// All entries that mean what the runs begin with, and how long that beginning is.
    pub(crate) fn at(&self, runs: &[Run], skip: usize) -> Option<(Vec<&Entry>, Taken)> {
        let own = self.own.longest(runs, skip).map(|found| (&self.own, found));
        let shipped =
            Some(&*READ).filter(|_| self.with_shipped).and_then(|list| list.longest(runs, skip).map(|found| (list, found)));
        let taken = |entry: &Entry| match entry.as_slice() {
            [only] if only.packed => Taken::Letters(only.letters.len()),
            _ => Taken::Runs(entry.len()),
        };
        let length = |found: &(&Synonyms, (usize, &Entry))| found.1.1.iter().map(|run| run.letters.len()).sum::<usize>();
        let best = [&own, &shipped].into_iter().flatten().max_by_key(|found| length(found))?;
        let mut meant: Vec<&Entry> = Vec::new();
        // Both lists may know the same word; a shorter word inside a longer one is left aside.
        for (list, (group, entry)) in [&own, &shipped].into_iter().flatten() {
            if entry.len() == best.1.1.len() && taken(entry) == taken(best.1.1) {
                meant.extend(list.groups.get(*group).into_iter().flatten());
            }
        }
        Some((meant, taken(best.1.1)))
    }
}

/// How much of a query an entry takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taken {
    /// So many letters of a packed run.
    Letters(usize),
    /// So many whole runs.
    Runs(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_are_well_formed() {
        for group in shipped() {
            assert!((2..=8).contains(&group.len()), "{group:?}");
            for entry in &group {
                assert!(!runs(entry).is_empty() && runs(entry).len() <= 4, "{entry}");
            }
        }
    }

    #[test]
    fn the_longest_entry_counts() {
        let lists = Lists::shipped();
        let of = |text: &str| lists.at(&runs(text), 0).map(|(meant, taken)| (meant.len(), taken));
        assert_eq!(of("蓋が開かない").map(|(_, taken)| taken), Some(Taken::Letters(1)));
        assert_eq!(of("電源が入らないとき").map(|(_, taken)| taken), Some(Taken::Letters(7)));
        assert_eq!(of("フタ").map(|(_, taken)| taken), Some(Taken::Letters(2)));
        assert_eq!(of("covers").map(|(_, taken)| taken), Some(Taken::Runs(1)));
        assert_eq!(of("power on").map(|(_, taken)| taken), Some(Taken::Runs(2)));
        assert_eq!(of("zebra"), None);
    }
}

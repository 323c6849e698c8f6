//! A representative says which words mean the same and what else products are called. The lists are read whole before anything
//! is written: one wrong line changes nothing and is named.

use chie_domain::api::set_search_words::{Request, SetSearchWordsRefusal};
use chie_domain::policy::Act;
use chie_domain::set_up::Aliases;
use chie_domain::text::{ProductKey, ProductName, WordLines};

use crate::ask::{Outcome, Trouble};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::products;
use crate::query::search_words;
use crate::row::args;
use crate::search::fold::runs;
use crate::search::synonyms;
use crate::sql::Sql;

/// How many lines a list may have.
const LINES: usize = 200;
/// How many entries a line may have.
const ENTRIES: usize = 8;
/// How long an entry may be, in characters.
const LONGEST: usize = 40;
/// How many words an entry may have.
const WORDS: usize = 4;

/// Takes the lists.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    let groups = groups(request.synonyms.as_ref()).map_err(refuse)?;
    let aliases = aliases(request.aliases.as_ref()).map_err(refuse)?;
    here.whole(|here| {
        let company = Company::load(here)?;
        authorised(here, &company, &Act::Claim)?.ok_or_else(|| refuse(SetSearchWordsRefusal::NotAllowed))?;
        here.run("DELETE FROM synonym", &[])?;
        for (group, part) in groups.iter().zip(1_u32..) {
            for (entry, place) in group.iter().zip(1_u32..) {
                let first = synonyms::first(&runs(entry)).unwrap_or_default();
                let sql = "INSERT INTO synonym (part, place, first, text) VALUES (?, ?, ?, ?)";
                here.run(sql, args![part, place, first, entry.as_str()])?;
            }
        }
        let own = u32::from(!groups.is_empty());
        here.run("UPDATE search_words SET shipped = ?, own = ?", args![u32::from(request.shipped), own])?;
        let before = here.rows("SELECT DISTINCT product FROM product_alias", &[])?;
        here.run("DELETE FROM product_alias", &[])?;
        for row in &before {
            products::name(here, &row.parse(0)?)?;
        }
        for (line, key, names) in &aliases {
            if here.row("SELECT 1 FROM product WHERE key = ? AND merged_into IS NULL", args![key.as_str()])?.is_none() {
                return Err(refuse(SetSearchWordsRefusal::UnknownProduct(*line)));
            }
            for (name, place) in names.iter().zip(1_u32..) {
                let sql = "INSERT INTO product_alias (product, place, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
                here.run(sql, args![key.as_str(), place, name.as_str()])?;
            }
            products::name(here, key)?;
        }
        Ok(Outcome::SearchWords(search_words::lists(here)?))
    })
}

/// The lines that say something, with their numbers.
fn lines(list: Option<&WordLines>) -> Result<Vec<(usize, &str)>, SetSearchWordsRefusal> {
    let lines = list.map_or("", WordLines::as_str).lines().map(str::trim);
    let lines: Vec<(usize, &str)> = (1..).zip(lines).filter(|(_, line)| !line.is_empty()).collect();
    if lines.len() > LINES { Err(SetSearchWordsRefusal::TooLong) } else { Ok(lines) }
}

fn entries(line: &str) -> Vec<String> {
    line.split([',', '、', '，']).map(str::trim).filter(|entry| !entry.is_empty()).map(str::to_owned).collect()
}

fn groups(list: Option<&WordLines>) -> Result<Vec<Vec<String>>, SetSearchWordsRefusal> {
    let read = |(number, line): (usize, &str)| {
        let entries = entries(line);
        let fits = |entry: &String| (1..=WORDS).contains(&runs(entry).len()) && entry.chars().count() <= LONGEST;
        let is_group = (2..=ENTRIES).contains(&entries.len()) && entries.iter().all(fits);
        if is_group { Ok(entries) } else { Err(SetSearchWordsRefusal::SynonymLine(number)) }
    };
    lines(list)?.into_iter().map(read).collect()
}

type AliasLine = (usize, ProductKey, Vec<String>);

fn aliases(list: Option<&WordLines>) -> Result<Vec<AliasLine>, SetSearchWordsRefusal> {
    let read = |(number, line): (usize, &str)| {
        let wrong = SetSearchWordsRefusal::AliasLine(number);
        let (key, names) = line.split_once([':', '：']).ok_or(wrong)?;
        let key = ProductKey::parse(key.trim()).map_err(|_| wrong)?;
        let names = entries(names);
        let fits = |name: &String| ProductName::parse(name).is_ok() && !runs(name).is_empty();
        let is_line = (1..=Aliases::MOST).contains(&names.len()) && names.iter().all(fits);
        if is_line { Ok((number, key, names)) } else { Err(wrong) }
    };
    lines(list)?.into_iter().map(read).collect()
}

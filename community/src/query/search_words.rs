//! Which words mean the same here and what else products are called, for those who may change it.

use chie_domain::api::get_search_words::{GetSearchWordsRefusal, Response};
use chie_domain::policy::Act;

use crate::ask::Trouble;
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::search::synonyms;
use crate::sql::{Fault, Sql};

/// The lists, for a representative.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Response, Trouble> {
    authorised(here, company, &Act::Claim)?.ok_or_else(|| refuse(GetSearchWordsRefusal::NotAllowed))?;
    Ok(lists(here)?)
}

/// The lists.
pub(crate) fn lists<S: Sql>(here: &Here<'_, S>) -> Result<Response, Fault> {
    let mut synonyms: Vec<(u64, Vec<String>)> = Vec::new();
    for row in here.rows("SELECT part, text FROM synonym ORDER BY part, place", &[])? {
        let (part, text) = (row.whole(0)?, row.text(1)?.to_owned());
        match synonyms.last_mut() {
            Some((last, group)) if *last == part => group.push(text),
            _ => synonyms.push((part, vec![text])),
        }
    }
    let mut aliases: Vec<(String, Vec<String>)> = Vec::new();
    for row in here.rows("SELECT product, name FROM product_alias ORDER BY product, place", &[])? {
        let (product, name) = (row.text(0)?.to_owned(), row.text(1)?.to_owned());
        match aliases.last_mut() {
            Some((last, names)) if *last == product => names.push(name),
            _ => aliases.push((product, vec![name])),
        }
    }
    let shipped = here.row("SELECT shipped FROM search_words", &[])?.map_or(Ok(1), |row| row.whole(0))? == 1;
    let lines = |lines: Vec<String>| lines.join("\n");
    Ok(Response {
        synonyms: lines(synonyms.into_iter().map(|(_, group)| group.join(", ")).collect()),
        aliases: lines(aliases.into_iter().map(|(product, names)| format!("{product}: {}", names.join(", "))).collect()),
        shipped,
        shipped_synonyms: lines(synonyms::shipped().map(|group| group.join(", ")).collect()),
    })
}

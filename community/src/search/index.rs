//! The search index. A document is a part of a thread: its title with the opening post and the first replies, and for a long
//! thread further parts with the title again, so that a new reply never costs more than one part. Only what everybody can see
//! is in it. Product and kind are in it as facets, so that even the commonest word is found within a small product at once.

use chie_domain::markup::Markup;
use chie_domain::text::ProductKey;
use chie_domain::thread::Kind;

use crate::here::Here;
use crate::row::args;
use crate::search::tokens::{characters, of_name, to_index};
use crate::sql::{Fault, Sql};

/// How many documents a thread may have; more of a thread is not searched.
pub(crate) const PARTS: u64 = 4_096;
/// From this length on, in bytes, a part takes no further reply.
const FULL: usize = 4_000;
/// How many threads are indexed anew at once.
const SLICE: u32 = 200;

/// Puts a new opening post (no `reply`) or the latest reply into the index.
pub(crate) fn add<S: Sql>(here: &Here<'_, S>, thread: u64, reply: Option<u64>) -> Result<(), Fault> {
    if reply.is_none() {
        return renew(here, thread);
    }
    let range = args![thread * PARTS, thread * PARTS + PARTS - 1];
    let last = here.rows("SELECT n, until, size FROM doc WHERE n BETWEEN ? AND ? ORDER BY n DESC LIMIT 2", range)?;
    let Some(row) = last.first() else { return renew(here, thread) };
    let (n, until, size) = (row.whole(0)?, row.whole(1)?, row.whole(2)?);
    let Some(thread) = Thread::load(here, thread)? else { return Ok(()) };
    if size < FULL as u64 {
        let before = last.get(1).map_or(Ok(0), |row| row.whole(1))?;
        forget(here, n)?;
        thread.write(here, n % PARTS, before)
    } else {
        thread.write(here, n % PARTS + 1, until)
    }
}

/// Makes everything of a thread anew: after a change of its title, kind, product or visibility, or of a post in it.
pub(crate) fn renew<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<(), Fault> {
    take_out_thread(here, thread)?;
    Thread::load(here, thread)?.map_or(Ok(()), |thread| thread.write(here, 0, 0))
}

/// Takes a removed reply out.
pub(crate) fn take_out_reply<S: Sql>(here: &Here<'_, S>, thread: u64, _reply: u64) -> Result<(), Fault> {
    renew(here, thread)
}

/// Takes a removed thread out, with its replies.
pub(crate) fn take_out_thread<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<(), Fault> {
    let range = args![thread * PARTS, thread * PARTS + PARTS - 1];
    for doc in here.rows("SELECT n FROM doc WHERE n BETWEEN ? AND ?", range)? {
        forget(here, doc.whole(0)?)?;
    }
    Ok(())
}

/// Indexes some threads that are not in the index although everybody can see them, after the index was made anew; says whether
/// there may be more.
pub(crate) fn catch_up<S: Sql>(here: &Here<'_, S>) -> Result<bool, Fault> {
    let sql = "SELECT t.n FROM thread t WHERE t.visibility = 'public' \
               AND NOT EXISTS (SELECT 1 FROM doc d WHERE d.n BETWEEN t.n * 4096 AND t.n * 4096 + 4095) LIMIT ?";
    let missing = here.rows(sql, args![SLICE])?;
    for row in &missing {
        renew(here, row.whole(0)?)?;
    }
    Ok(missing.len() == SLICE as usize)
}

/// Makes the words of a product's name, key and aliases anew.
pub(crate) fn name_product<S: Sql>(here: &Here<'_, S>, key: &ProductKey) -> Result<(), Fault> {
    here.run("DELETE FROM product_word WHERE product = ?", args![key.as_str()])?;
    let sql = "SELECT name FROM product WHERE key = ? UNION ALL SELECT name FROM product_alias WHERE product = ?";
    let mut words = of_name(key.as_str());
    for row in here.rows(sql, args![key.as_str(), key.as_str()])? {
        let name = row.text(0)?;
        // The query's words are stemmed.
        words.extend(to_index(name).split(' ').map(str::to_owned));
        words.extend(of_name(name));
    }
    for word in words.iter().filter(|word| !word.is_empty()) {
        here.run(
            "INSERT INTO product_word (word, product) VALUES (?, ?) ON CONFLICT DO NOTHING",
            args![word.as_str(), key.as_str()],
        )?;
    }
    Ok(())
}

/// The facet by which a product's documents are found.
pub(crate) fn product_facet(key: &str) -> String {
    key.bytes().fold("p".to_owned(), |text, byte| format!("{text}{byte:02x}"))
}

/// The facet by which a kind's documents are found.
pub(crate) const fn kind_facet(kind: Kind) -> &'static str {
    match kind {
        Kind::Question => "kq",
        Kind::Problem => "kp",
        Kind::Idea => "ki",
        Kind::Praise => "kr",
        Kind::Update => "ku",
    }
}

fn forget<S: Sql>(here: &Here<'_, S>, n: u64) -> Result<(), Fault> {
    here.run("DELETE FROM found WHERE rowid = CAST(? AS INTEGER)", args![n])?;
    here.run("DELETE FROM doc WHERE n = ?", args![n])
}

/// What of a thread goes into its documents.
struct Thread {
    n: u64,
    title: String,
    body: String,
    facets: String,
}

fn words(body: &str) -> Result<String, Fault> {
    let tree: Markup = serde_json::from_str(body).map_err(|_| Fault("a post cannot be read".to_owned()))?;
    Ok(tree.words())
}

impl Thread {
    /// The thread, if everybody can see it.
    fn load<S: Sql>(here: &Here<'_, S>, n: u64) -> Result<Option<Self>, Fault> {
        let sql = "SELECT title, body, product, kind FROM thread WHERE n = ? AND visibility = 'public'";
        let Some(row) = here.row(sql, args![n])? else { return Ok(None) };
        let facets = format!("{} {}", product_facet(row.text(2)?), kind_facet(row.code(3, Kind::from_code)?));
        Ok(Some(Self { n, title: row.text(0)?.to_owned(), body: words(row.text(1)?)?, facets }))
    }

    /// Writes parts from this one on, with the replies after `until`.
    fn write<S: Sql>(&self, here: &Here<'_, S>, part: u64, until: u64) -> Result<(), Fault> {
        let (mut part, mut until) = (part, until);
        let mut text = if part == 0 { self.body.clone() } else { String::new() };
        let mut unsaved = part == 0;
        loop {
            let sql = "SELECT n, body FROM reply WHERE thread = ? AND n > ? AND visibility = 'public' ORDER BY n LIMIT 50";
            let replies = here.rows(sql, args![self.n, until])?;
            for row in &replies {
                if text.len() >= FULL {
                    self.save(here, part, until, &text)?;
                    (text, part) = (String::new(), part + 1);
                }
                text.push('\n');
                text.push_str(&words(row.text(1)?)?);
                (until, unsaved) = (row.whole(0)?, true);
            }
            if replies.len() < 50 || part >= PARTS - 1 {
                break;
            }
        }
        if unsaved { self.save(here, part, until, &text) } else { Ok(()) }
    }

    fn save<S: Sql>(&self, here: &Here<'_, S>, part: u64, until: u64, text: &str) -> Result<(), Fault> {
        if part >= PARTS {
            return Ok(());
        }
        let n = self.n * PARTS + part;
        let size = u32::try_from(text.len()).unwrap_or(u32::MAX);
        here.run("INSERT INTO doc (n, until, size) VALUES (?, ?, ?)", args![n, until, size])?;
        let all = [self.title.as_str(), " ", text].concat();
        here.run(
            "INSERT INTO found (rowid, title, words, chars, facet) VALUES (CAST(? AS INTEGER), ?, ?, ?, ?)",
            args![n, to_index(&self.title), to_index(text), characters(&all), self.facets.as_str()],
        )
    }
}

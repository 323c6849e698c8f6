//! Brings a file into an empty community: its parts are laid down first, then all of it is looked at and written in one
//! transaction. Whatever is wrong with it is said, and nothing of it stays.

use chie_domain::api::error::ApiError;
use chie_domain::id::PhotoId;
use chie_domain::markup::parse;
use chie_domain::photo::UNUSED_LIVES;
use chie_domain::policy::{Act, can_act};
use chie_domain::text::{Body, ProductKey};
use serde_json::{Map, Value as Json};

use super::check::{Check, PICTURE, kind, split};
use super::shape::{Form, Kind, PHOTO};
use crate::ask::{NewPhoto, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::{Here, not_allowed};
use crate::row::args;
use crate::sql::{Fault, Sql, Value};
use crate::{credit, outbox, people, posts, products, schema, steward};

/// Lays a part down.
pub(crate) fn part<S: Sql>(here: &Here<'_, S>, number: u32, text: &str) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        schema::migrate(here)?;
        may_bring(here)??;
        if number == 0 {
            here.run("DELETE FROM carried", &[])?;
        }
        here.run("INSERT INTO carried (part, text) VALUES (?, ?)", args![number, text])?;
        Ok(Outcome::Done)
    })
}

/// Notes a picture that is about to be put where it belongs. If the file does not come in after all, it is deleted within a day.
pub(crate) fn picture<S: Sql>(here: &Here<'_, S>, id: &PhotoId, it: &NewPhoto) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        schema::migrate(here)?;
        may_bring(here)??;
        here.run(
            "INSERT OR REPLACE INTO carried_photo (id, at, media, width, height, bytes) VALUES (?, ?, ?, ?, ?, ?)",
            args![id.as_str(), here.now, it.media.code(), it.width, it.height, it.bytes],
        )?;
        due::plan_by(here, &Errand::Photos, here.now.after(UNUSED_LIVES))?;
        Ok(Outcome::Done)
    })
}

/// Looks at all parts and writes what they hold.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, parts: u32) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        schema::migrate(here)?;
        may_bring(here)??;
        let done = match here.whole(|here| write(here, parts)) {
            Ok(lines) => Ok(lines),
            Err(Trouble::Refused(wrong)) => Err(wrong),
            Err(Trouble::Fault(fault)) => return Err(Trouble::Fault(fault)),
        };
        // The parts go whether they were brought in or refused.
        here.run("DELETE FROM carried", &[])?;
        Ok(Outcome::Imported(done))
    })
}

/// Only the operator, and only where nothing is yet.
fn may_bring<S: Sql>(here: &Here<'_, S>) -> Result<Result<(), Trouble>, Fault> {
    let viewer = people::viewer(here, &Company::load(here)?)?;
    if !can_act(&viewer, &Act::Bring) {
        return Ok(Err(not_allowed("only the operator brings a community in")));
    }
    let taken = here.row("SELECT 1 FROM community WHERE opened IS NOT NULL UNION ALL SELECT 1 FROM thread LIMIT 1", &[])?;
    let why = "This brand has a community here already; a file can only be brought into an empty place.";
    Ok(if taken.is_some() { Err(Trouble::Refused(ApiError::new("not_empty", why))) } else { Ok(()) })
}

fn write<S: Sql>(here: &Here<'_, S>, parts: u32) -> Result<u32, Trouble> {
    let mut check = Check::new(here.brand, here.now);
    for number in 0..parts {
        laid_down(here, number)?.lines().for_each(|line| check.line(line));
    }
    if let Some(wrong) = check.verdict() {
        return Err(bad(&wrong));
    }
    let mut lines: u32 = 0;
    for number in 0..parts {
        for text in laid_down(here, number)?.lines() {
            lines += 1;
            let (name, line) = split(text).map_err(|what| bad(&what))?;
            if !["chie", "end", PICTURE].contains(&name.as_str()) {
                let kind = kind(&name).map_err(|what| bad(&what))?;
                put(here, kind, &line).map_err(|_| bad(&format!("line {lines}: the same `{name}` stands further up")))?;
            }
        }
    }
    settle(here)?;
    audit::record(here, Deed::BroughtIn, &people::on_console(here)?, here.brand.as_str())?;
    Ok(lines)
}

fn laid_down<S: Sql>(here: &Here<'_, S>, number: u32) -> Result<String, Trouble> {
    let part = here.row("SELECT text FROM carried WHERE part = ?", args![number])?;
    part.map_or_else(|| Err(bad("a part of the file did not arrive; send it again")), |row| Ok(row.text(0)?.to_owned()))
}

fn bad(wrong: &str) -> Trouble {
    Trouble::Refused(ApiError::new("bad_file", format!("Nothing was brought in. {wrong}.")))
}

/// Writes one line, which was looked at before.
fn put<S: Sql>(here: &Here<'_, S>, kind: &Kind, line: &Map<String, Json>) -> Result<(), Fault> {
    let mut columns = Vec::new();
    let mut places = Vec::new();
    let mut values = Vec::new();
    for field in kind.fields {
        let value = match line.get(field.name) {
            None if field.name == "title" && kind.name == "thread" => Value::from(""),
            None if field.name == "body" => Value::Text(body(line)?),
            None => Value::Null,
            Some(Json::String(text)) => Value::from(text.as_str()),
            Some(Json::Number(number)) => Value::from(number.as_u64().unwrap_or_default()),
            Some(tree) => Value::Text(tree.to_string()),
        };
        columns.push(field.name);
        places.push(match field.form {
            Form::Numbered(of) => format!("(SELECT n FROM {of} WHERE id = ?)"),
            _ => "?".to_owned(),
        });
        values.push(value);
    }
    if kind.single {
        let pairs: Vec<String> = columns.iter().map(|column| format!("{column} = ?")).collect();
        return here.run(&format!("UPDATE {} SET {}", kind.table, pairs.join(", ")), &values);
    }
    if kind.table == "thread" {
        columns.push("waits");
        places.push("1".to_owned());
    }
    if kind.name == PHOTO {
        columns.extend(["state", "key", "media", "width", "height", "bytes"]);
        places.extend(["'shown'", "?", "c.media", "c.width", "c.height", "c.bytes"].map(str::to_owned));
        values.push(Value::Text(here.mint.token()));
        // One whose picture was gone when the file was made stays behind.
        let (columns, places) = (columns.join(", "), places.join(", "));
        values.push(line.get("id").and_then(Json::as_str).map_or(Value::Null, Value::from));
        return here.run(&format!("INSERT INTO photo ({columns}) SELECT {places} FROM carried_photo c WHERE c.id = ?"), &values);
    }
    here.run(&format!("INSERT INTO {} ({}) VALUES ({})", kind.table, columns.join(", "), places.join(", ")), &values)
}

/// A post's tree out of its text; an empty one where it travelled without.
fn body(line: &Map<String, Json>) -> Result<String, Fault> {
    let tree = line.get("source").and_then(Json::as_str).and_then(|text| parse::parse(&Body::parse(text).ok()?).ok());
    posts::stored(&tree.unwrap_or_default())
}

/// Works everything out that is never carried.
fn settle<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    here.run("UPDATE reply SET stars = (SELECT count(*) FROM star s WHERE s.reply = reply.n)", &[])?;
    here.run(
        "UPDATE thread SET me_too = (SELECT count(*) FROM me_too m WHERE m.thread = thread.n), replies = (SELECT count(*) FROM reply r \
         WHERE r.thread = thread.n AND r.visibility = 'public' AND r.parent IS NULL AND r.deleted IS NULL)",
        &[],
    )?;
    let company = Company::load(here)?;
    for row in here.rows("SELECT n FROM thread", &[])? {
        let n = row.whole(0)?;
        steward::recount(here, &company, n)?;
        credit::recount_thread(here, n)?;
    }
    for row in here.rows("SELECT key FROM product WHERE merged_into IS NULL", &[])? {
        products::name(here, &row.parse::<ProductKey>(0)?)?;
    }
    here.run("DELETE FROM carried_photo WHERE id IN (SELECT id FROM photo)", &[])?;
    due::plan_soon(here, &Errand::Index)?;
    outbox::tell_directory(here)
}

//! Reads a community out, part by part: everything in order, threads with all that hangs on them. Pictures are elsewhere; a part
//! says where each belongs.

use chie_domain::id::PhotoId;
use chie_domain::policy::{Act, can_act};
use serde_json::{Map, Value as Json, json};

use super::shape::{Field, Form, KINDS, Kind, PHOTO, TEXTS};
use super::{FORMAT, not_yours};
use crate::ask::{Outcome, Piece, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::{Here, not_allowed};
use crate::people;
use crate::row::{Row, args};
use crate::sql::{Fault, Sql, Value};

/// A part ends after the thread with which it is at least this large, in bytes.
const PART: usize = 256 * 1024;
/// Rows that are read at once of a kind that hangs on no thread.
const AT_ONCE: u64 = 1_000;

/// Where the next part begins.
struct Place {
    kind: usize,
    /// The last thread's number, or how many rows were read.
    after: u64,
    /// Lines so far.
    lines: u64,
}

/// One part, from the beginning or from where the last one ended.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, from: Option<&str>) -> Result<Outcome, Trouble> {
    let company = Company::load(here)?;
    if !can_act(&people::viewer(here, &company)?, &Act::TakeAlong) {
        return Err(not_yours());
    }
    let mut part = Part::default();
    let mut place =
        from.map_or(Some(Place { kind: 0, after: 0, lines: 0 }), read).ok_or_else(|| not_allowed("this is no place in a file"))?;
    if from.is_none() {
        let who = people::on_console(here)?;
        audit::record(here, Deed::Exported, &who, here.brand.as_str())?;
        let head = json!({ "format": FORMAT, "brand": here.brand.to_string(), "made": here.now.millis() });
        part.push(&mut place, "chie", head);
    }
    while let Some(kind) = KINDS.get(place.kind) {
        if part.size >= PART {
            return Ok(Outcome::Exported(part.pieces, Some(format!("{} {} {}", place.kind, place.after, place.lines))));
        }
        let more =
            if kind.table == "thread" { thread(here, &mut part, &mut place)? } else { rows(here, kind, &mut part, &mut place)? };
        if !more {
            place = Place { kind: place.kind + 1, after: 0, lines: place.lines };
        }
    }
    let lines = place.lines;
    part.push(&mut place, "end", json!({ "lines": lines }));
    Ok(Outcome::Exported(part.pieces, None))
}

fn read(text: &str) -> Option<Place> {
    let mut numbers = text.split(' ').map(str::parse::<u64>);
    let mut next = || numbers.next()?.ok();
    Some(Place { kind: usize::try_from(next()?).ok()?, after: next()?, lines: next()? })
}

/// What a part holds so far.
#[derive(Default)]
struct Part {
    pieces: Vec<Piece>,
    size: usize,
}

impl Part {
    fn push(&mut self, place: &mut Place, kind: &str, value: Json) {
        let mut line = Json::Object(Map::from_iter([(kind.to_owned(), value)])).to_string();
        line.push('\n');
        self.size += line.len();
        match self.pieces.last_mut() {
            Some(Piece::Lines(lines)) => lines.push_str(&line),
            Some(Piece::Picture(_)) | None => self.pieces.push(Piece::Lines(line)),
        }
        place.lines += 1;
    }

    /// The line in which the picture of the photo before it stands.
    fn picture(&mut self, place: &mut Place, photo: PhotoId) {
        self.pieces.push(Piece::Picture(photo));
        place.lines += 1;
    }
}

/// Some rows of a kind that hangs on no thread; whether there may be more.
fn rows<S: Sql>(here: &Here<'_, S>, kind: &Kind, part: &mut Part, place: &mut Place) -> Result<bool, Fault> {
    if kind.hangs_on_thread() {
        return Ok(false);
    }
    let sql =
        format!("SELECT {} FROM {} x WHERE {} ORDER BY {} LIMIT ? OFFSET ?", columns(kind), kind.table, kind.which, kind.order);
    let rows = here.rows(&sql, args![AT_ONCE, place.after])?;
    for row in &rows {
        part.push(place, kind.name, line(kind, row)?);
    }
    let count = rows.len() as u64;
    place.after += count;
    Ok(count == AT_ONCE)
}

/// The next thread and everything that hangs on it; whether there was one.
fn thread<S: Sql>(here: &Here<'_, S>, part: &mut Part, place: &mut Place) -> Result<bool, Fault> {
    let Some(next) = here.row("SELECT n FROM thread WHERE n > ? ORDER BY n LIMIT 1", args![place.after])? else {
        return Ok(false);
    };
    place.after = next.whole(0)?;
    for kind in KINDS.iter().filter(|kind| kind.hangs_on_thread()) {
        let sql = format!(
            "WITH q AS (SELECT ? AS n) SELECT {} FROM {} x, q WHERE {} ORDER BY {}",
            columns(kind),
            kind.table,
            kind.which,
            kind.order
        );
        let rows = here.rows(&sql, args![place.after])?;
        // A held thread takes everything that hangs on it along into silence.
        if rows.is_empty() && kind.table == "thread" {
            break;
        }
        for row in &rows {
            part.push(place, kind.name, line(kind, row)?);
            if kind.name == PHOTO {
                part.picture(place, row.parse(0)?);
            }
        }
    }
    Ok(true)
}

fn columns(kind: &Kind) -> String {
    let column = |field: &Field| match field.form {
        Form::Numbered(of) => format!("(SELECT id FROM {of} WHERE n = x.{} AND visibility <> 'held')", field.name),
        _ => format!("x.{}", field.name),
    };
    kind.fields.iter().map(column).collect::<Vec<_>>().join(", ")
}

fn line(kind: &Kind, row: &Row) -> Result<Json, Fault> {
    let removed = kind
        .fields
        .iter()
        .zip(&row.0)
        .any(|(field, value)| field.name == "visibility" && *value == Value::Text("removed".to_owned()));
    let sourced = kind.fields.iter().zip(&row.0).any(|(field, value)| field.name == "source" && *value != Value::Null);
    let mut line = Map::new();
    for (place, field) in kind.fields.iter().enumerate() {
        if removed && TEXTS.contains(&field.name) || sourced && field.name == "body" {
            continue;
        }
        let value = match (field.form, row.0.get(place)) {
            (_, None | Some(Value::Null)) => continue,
            (Form::Tree, _) => {
                serde_json::from_str(row.text(place)?).map_err(|_| Fault("a stored post does not parse".to_owned()))?
            }
            (_, Some(Value::Text(text))) => Json::from(text.as_str()),
            (_, Some(Value::Number(_))) => Json::from(row.whole(place)?),
        };
        line.insert(field.name.to_owned(), value);
    }
    Ok(Json::Object(line))
}

//! Looks at every line of a file before anything of it is written: whether it has the form of its kind, names only what stands
//! further up, and is there once.

use std::collections::{BTreeSet, HashMap, HashSet};

use chie_domain::brand::BrandDomain;
use chie_domain::markup::parse;
use chie_domain::text::Body;
use chie_domain::time::Timestamp;
use serde_json::{Map, Value as Json};

use super::FORMAT;
use super::shape::{Field, Form, KINDS, Kind, PHOTO, is_own, is_tree};

/// How many mistakes are named before the rest is only counted.
const NAMED: usize = 20;

/// The name of the line that holds a picture.
pub(crate) const PICTURE: &str = "picture";

/// What is known after the lines so far.
pub(crate) struct Check<'a> {
    brand: &'a BrandDomain,
    now: Timestamp,
    known: HashMap<&'static str, HashSet<String>>,
    /// Photos whose pictures have not come yet.
    awaited: BTreeSet<String>,
    lines: u64,
    ended: bool,
    named: Vec<String>,
    more: usize,
}

impl<'a> Check<'a> {
    pub(crate) fn new(brand: &'a BrandDomain, now: Timestamp) -> Self {
        Self { brand, now, known: HashMap::new(), awaited: BTreeSet::new(), lines: 0, ended: false, named: Vec::new(), more: 0 }
    }

    /// Looks at the next line.
    pub(crate) fn line(&mut self, text: &str) {
        let found = if self.ended { Err("stands after the end".to_owned()) } else { self.look(text) };
        self.lines += 1;
        if let Err(what) = found {
            if self.named.len() < NAMED { self.named.push(format!("line {}: {what}", self.lines)) } else { self.more += 1 }
        }
    }

    /// What is wrong with the file, in sentences; nothing if it can be brought in.
    pub(crate) fn verdict(mut self) -> Option<String> {
        if !self.ended && self.named.is_empty() {
            self.named.push("the last line is missing: the file is not whole".to_owned());
        }
        if let Some(photo) = self.awaited.first().filter(|_| self.named.is_empty()) {
            self.named.push(format!("the picture of the photo {photo} is missing"));
        }
        if self.named.is_empty() {
            return None;
        }
        let rest = if self.more > 0 { format!("; and {} more", self.more) } else { String::new() };
        Some(format!("{}{rest}", self.named.join("; ")))
    }

    fn look(&mut self, text: &str) -> Result<(), String> {
        let (name, line) = split(text)?;
        if (name == "chie") != (self.lines == 0) {
            return Err("the first line, and no other, says `chie` and for which brand the file is".to_owned());
        }
        match name.as_str() {
            "chie" => self.head(&line),
            "end" => {
                self.ended = true;
                let said = line.get("lines").and_then(Json::as_u64);
                if said == Some(self.lines) { Ok(()) } else { Err(format!("says that {} lines come before it", said.unwrap_or(0))) }
            }
            PICTURE => self.picture(&line),
            _ => {
                let kind = kind(&name)?;
                if let Some(unknown) = line.keys().find(|key| kind.fields.iter().all(|field| field.name != key.as_str())) {
                    return Err(format!("`{name}` has no field `{unknown}`"));
                }
                for field in kind.fields {
                    self.field(kind, field, line.get(field.name)).map_err(|what| format!("`{name}.{}` {what}", field.name))?;
                }
                whole(kind, &line)
            }
        }
    }

    fn head(&self, line: &Map<String, Json>) -> Result<(), String> {
        if line.get("format").and_then(Json::as_u64) != Some(FORMAT) {
            return Err(format!("this is not version {FORMAT} of the format"));
        }
        match line.get("brand").and_then(Json::as_str) {
            Some(brand) if brand == self.brand.as_str() => Ok(()),
            other => Err(format!("the file is that of {}, not of {}", other.unwrap_or("no brand"), self.brand)),
        }
    }

    /// A picture was looked at and put where it belongs before its line came here.
    fn picture(&mut self, line: &Map<String, Json>) -> Result<(), String> {
        if let Some(unknown) = line.keys().find(|key| key.as_str() != PHOTO) {
            return Err(format!("`{PICTURE}` has no field `{unknown}`"));
        }
        let photo = line.get(PHOTO).and_then(Json::as_str).unwrap_or_default();
        if self.awaited.remove(photo) { Ok(()) } else { Err("is the picture of no photo that stands further up".to_owned()) }
    }

    fn field(&mut self, kind: &Kind, field: &Field, value: Option<&Json>) -> Result<(), String> {
        let Some(value) = value else {
            return if field.needed { Err("is missing".to_owned()) } else { Ok(()) };
        };
        let text = || value.as_str().ok_or_else(|| "is no text".to_owned());
        let fits = match field.form {
            Form::Text(fits) => fits(text()?),
            Form::Number(most) => value.as_u64().is_some_and(|number| number <= most),
            Form::Moment => value.as_u64().is_some_and(|at| at <= self.now.millis()),
            Form::Tree => is_tree(&value.to_string()),
            Form::Own => {
                let id = text()?;
                if !self.known.entry(kind.name).or_default().insert(id.to_owned()) {
                    return Err("is there twice".to_owned());
                }
                if kind.name == PHOTO {
                    self.awaited.insert(id.to_owned());
                }
                is_own(kind.name, id)
            }
            Form::Of(of) | Form::Numbered(of) => {
                let id = text()?;
                if !self.known.get(of).is_some_and(|known| known.contains(id)) {
                    return Err(format!("names a {of} that does not stand further up"));
                }
                true
            }
        };
        if fits { Ok(()) } else { Err("has a value that it cannot have".to_owned()) }
    }
}

/// What the fields of a line say together.
fn whole(kind: &Kind, line: &Map<String, Json>) -> Result<(), String> {
    let has = |name: &str| line.contains_key(name);
    let is_public = line.get("visibility").and_then(Json::as_str) == Some("public");
    if is_public && kind.name == "thread" && !has("title") {
        return Err("a thread that everybody sees has a title".to_owned());
    }
    if is_public && has("ground") {
        return Err("only what was removed has a ground".to_owned());
    }
    if let Some(source) = line.get("source").and_then(Json::as_str)
        && Body::parse(source).ok().is_none_or(|body| parse::parse(&body).is_err())
    {
        return Err("the text is too long".to_owned());
    }
    Ok(())
}

/// A line's kind and its fields.
pub(crate) fn split(text: &str) -> Result<(String, Map<String, Json>), String> {
    let Ok(Json::Object(line)) = serde_json::from_str(text) else {
        return Err("is no JSON object".to_owned());
    };
    let mut fields = line.into_iter();
    match (fields.next(), fields.next()) {
        (Some((name, Json::Object(line))), None) => Ok((name, line)),
        _ => Err("a line is one name with the fields of that kind".to_owned()),
    }
}

/// The kind of that name.
pub(crate) fn kind(name: &str) -> Result<&'static Kind, String> {
    KINDS.iter().find(|kind| kind.name == name).ok_or_else(|| format!("there is no kind `{name}`"))
}

//! A community as a file: taken along as a stream, part by part, so that its size does not matter; brought in whole or not at
//! all. The engine says what is in it and who may.

use chie_community::ask::{Ask, Caller, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::import_community;
use chie_domain::brand::BrandDomain;
use chie_domain::site::Room;
use futures_util::stream;
use worker::{Env, Response};

use super::call::Call;
use super::caller;
use super::community::{ask, unexpected};
use super::respond::{self, Keep};
use crate::clock;
use crate::protocol::{Answered, ToCommunity, Wish, ask_community};

const MEDIA: &str = "application/x-ndjson";
/// The largest file, in bytes.
const MOST: usize = 32 * 1024 * 1024;
/// Parts are cut at the line after which they are at least this large; a row of the object holds at most 2 MB.
const PART: usize = 256 * 1024;

/// What is needed to ask for the next part after the call itself has been answered.
struct Reader {
    env: Env,
    brand: BrandDomain,
    who: Caller,
    next: Option<String>,
}

pub(super) async fn export(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    // The first part is asked for before the first byte goes out, so that a refusal is a refusal.
    let Outcome::Exported(first, next) = ask(call, brand, who.clone(), None, Ask::Export(None)).await? else {
        return Err(unexpected());
    };
    let reader = Reader { env: call.env.clone(), brand: brand.clone(), who, next };
    let lines = stream::unfold((Some(first), reader), |(ready, mut reader)| async move {
        let part = match (ready, reader.next.take()) {
            (Some(first), next) => {
                reader.next = next;
                Ok(first)
            }
            (None, None) => return None,
            (None, Some(from)) => reader.read(from).await,
        };
        Some((part.map(String::into_bytes), (None, reader)))
    });
    respond::file(call, MEDIA, &format!("{brand}.chie.ndjson"), lines)
}

impl Reader {
    /// The next part. A file that breaks off lacks its last line, by which everybody sees that it is not whole.
    async fn read(&mut self, from: String) -> worker::Result<String> {
        let moment = clock::moment(clock::now()).map_err(|_| worker::Error::from("no moment"))?;
        let what = Wish::Ask(Box::new(Ask::Export(Some(from))));
        let asked = ToCommunity { caller: self.who.clone(), ..ToCommunity::of(&self.brand, Room::Public, moment, what) };
        match ask_community(&self.env, &asked).await {
            Ok(Answered::Done(Outcome::Exported(lines, next), _)) => {
                self.next = next;
                Ok(lines)
            }
            Ok(_) => Err("another outcome".into()),
            Err(error) => Err(error.message.into()),
        }
    }
}

pub(super) async fn import(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let bytes = call.body_up_to(MOST).await?;
    let text =
        std::str::from_utf8(&bytes).map_err(|_| ApiError::new("bad_file", "Nothing was brought in. The file is no UTF-8 text."))?;
    let mut parts: u32 = 0;
    for part in cut(text) {
        ask(call, brand, who.clone(), None, Ask::ImportPart(parts, part.to_owned())).await?;
        parts += 1;
    }
    match ask(call, brand, who, None, Ask::Import(parts)).await? {
        Outcome::Imported(Ok(lines)) => respond::value(call, Keep::Private, &import_community::Response { lines }),
        Outcome::Imported(Err(wrong)) => Err(wrong),
        _ => Err(unexpected()),
    }
}

/// The text in parts of whole lines.
fn cut(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = match rest.as_bytes().iter().skip(PART).position(|byte| *byte == b'\n') {
            Some(more) => PART + more + 1,
            None => rest.len(),
        };
        let (part, after) = rest.split_at_checked(end).filter(|(part, _)| !part.is_empty())?;
        rest = after;
        Some(part)
    })
}

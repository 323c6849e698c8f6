//! A community as a file: taken along as a stream, part by part, so that its size does not matter; brought in whole or not at
//! all. The engine says what is in it and who may; pictures, which are kept outside of it, are put in and taken off here.

use chie_community::ask::{Ask, Caller, Outcome, Piece};
use chie_domain::api::error::ApiError;
use chie_domain::api::import_community;
use chie_domain::brand::BrandDomain;
use chie_domain::site::Room;
use futures_util::{Stream, StreamExt, stream};
use std::collections::VecDeque;
use std::pin::pin;
use worker::{Env, Response};

use super::call::Call;
use super::caller;
use super::community::{ask, unexpected};
use super::respond::{self, Keep};
use crate::clock;
use crate::protocol::{Answered, ToCommunity, Wish, ask_community};

mod pictures;

const MEDIA: &str = "application/x-ndjson";
/// The largest file, in bytes; pictures aside.
const MOST: usize = 32 * 1024 * 1024;
/// The longest line, in bytes; pictures aside.
const LINE: usize = 512 * 1024;
/// Parts are cut at the line after which they are at least this large; a row of the object holds at most 2 MB.
const PART: usize = 256 * 1024;

/// What is needed to go on after the call itself has been answered.
struct Reader {
    env: Env,
    brand: BrandDomain,
    who: Caller,
    ready: VecDeque<Piece>,
    next: Option<String>,
}

pub(super) async fn export(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    // The first part is asked for before the first byte goes out, so that a refusal is a refusal.
    let Outcome::Exported(first, next) = ask(call, brand, who.clone(), None, Ask::Export(None)).await? else {
        return Err(unexpected());
    };
    let reader = Reader { env: call.env.clone(), brand: brand.clone(), who, ready: first.into(), next };
    let pieces = stream::unfold(reader, |mut reader| async move {
        let piece = reader.piece().await.transpose()?;
        Some((piece, reader))
    });
    respond::file(call, MEDIA, &format!("{brand}.chie.ndjson"), pieces)
}

impl Reader {
    /// The next piece. A file that breaks off lacks its last line, by which everybody sees that it is not whole.
    async fn piece(&mut self) -> worker::Result<Option<Vec<u8>>> {
        loop {
            match self.ready.pop_front() {
                Some(Piece::Lines(lines)) => return Ok(Some(lines.into_bytes())),
                Some(Piece::Picture(photo)) => return Ok(Some(pictures::line(&self.env, &photo).await?)),
                None => match self.next.take() {
                    Some(from) => self.read(from).await?,
                    None => return Ok(None),
                },
            }
        }
    }

    async fn read(&mut self, from: String) -> worker::Result<()> {
        let moment = clock::moment(clock::now()).map_err(|_| worker::Error::from("no moment"))?;
        let what = Wish::Ask(Box::new(Ask::Export(Some(from))));
        let asked = ToCommunity { caller: self.who.clone(), ..ToCommunity::of(&self.brand, Room::Public, moment, what) };
        match ask_community(&self.env, &asked).await {
            Ok(Answered::Done(Outcome::Exported(pieces, next), _)) => {
                self.ready.extend(pieces);
                self.next = next;
                Ok(())
            }
            Ok(_) => Err("another outcome".into()),
            Err(error) => Err(error.message.into()),
        }
    }
}

pub(super) async fn import(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let mut body = pin!(call.parts());
    let mut file = Incoming { call, brand, who, parts: 0, part: String::new(), lines: 0, size: 0 };
    match file.read(&mut body).await {
        Ok(lines) => respond::value(call, Keep::Private, &import_community::Response { lines }),
        Err(wrong) => {
            file.forget().await;
            hear_out(&mut body).await;
            Err(wrong)
        }
    }
}

/// A sender who is cut off while speaking never hears why: what still comes is let by, up to the size of a file.
async fn hear_out(body: &mut (impl Stream<Item = Result<Vec<u8>, ApiError>> + Unpin)) {
    let mut heard = 0;
    while let Some(Ok(bytes)) = body.next().await {
        heard += bytes.len();
        if heard > MOST {
            return;
        }
    }
}

/// A file on its way in. Nothing of it is kept here but the part that is being filled.
struct Incoming<'a> {
    call: &'a Call,
    brand: &'a BrandDomain,
    who: Caller,
    parts: u32,
    part: String,
    lines: u32,
    size: usize,
}

impl Incoming<'_> {
    async fn read(&mut self, body: &mut (impl Stream<Item = Result<Vec<u8>, ApiError>> + Unpin)) -> Result<u32, ApiError> {
        let mut cut = Cut::default();
        while let Some(bytes) = body.next().await {
            cut.rest.extend(bytes?);
            while let Some(line) = cut.line() {
                self.line(&line).await?;
            }
            if cut.rest.len() > pictures::LONGEST {
                return Err(too_large());
            }
        }
        if !cut.rest.is_empty() {
            self.line(&cut.rest).await?;
        }
        if !self.part.is_empty() {
            self.lay_down().await?;
        }
        match ask(self.call, self.brand, self.who.clone(), None, Ask::Import(self.parts)).await? {
            Outcome::Imported(done) => done,
            _ => Err(unexpected()),
        }
    }

    /// Takes a line up. The first one is laid down at once: whoever may bring nothing is told before more is read.
    async fn line(&mut self, line: &[u8]) -> Result<(), ApiError> {
        self.lines += 1;
        let text = std::str::from_utf8(line).map_err(|_| bad("The file is no UTF-8 text."))?;
        match pictures::read(text) {
            Some(picture) => {
                let n = self.lines;
                let picture = picture.and_then(pictures::Picture::look).map_err(|what| bad(&format!("line {n}: {what}.")))?;
                self.part.push_str(&picture.stub());
                picture.put(self.call, self.brand, self.who.clone(), n).await?;
            }
            None if text.len() > LINE => return Err(bad(&format!("line {}: is too long.", self.lines))),
            None => self.part.push_str(text),
        }
        self.part.push('\n');
        if self.parts == 0 || self.part.len() >= PART {
            self.lay_down().await?;
        }
        Ok(())
    }

    async fn lay_down(&mut self) -> Result<(), ApiError> {
        let text = std::mem::take(&mut self.part);
        self.size += text.len();
        if self.size > MOST {
            return Err(too_large());
        }
        ask(self.call, self.brand, self.who.clone(), None, Ask::ImportPart(self.parts, text)).await?;
        self.parts += 1;
        Ok(())
    }

    /// What was laid down of a file that ends here is of no use.
    async fn forget(&self) {
        if self.parts > 0 {
            // Bringing in nothing is refused, and clears away what lies there.
            let _refused = ask(self.call, self.brand, self.who.clone(), None, Ask::Import(0)).await;
        }
    }
}

fn too_large() -> ApiError {
    ApiError::new("too_large", format!("A file may have at most {MOST} bytes, pictures aside."))
}

fn bad(what: &str) -> ApiError {
    ApiError::new("bad_file", format!("Nothing was brought in. {what}"))
}

/// Cuts what comes in into lines.
#[derive(Default)]
struct Cut {
    rest: Vec<u8>,
    /// So many bytes of it hold no end of a line.
    seen: usize,
}

impl Cut {
    fn line(&mut self) -> Option<Vec<u8>> {
        let end = self.rest.iter().skip(self.seen).position(|byte| *byte == b'\n').map(|more| self.seen + more);
        self.seen = if end.is_some() { 0 } else { self.rest.len() };
        let mut line: Vec<u8> = self.rest.drain(..=end?).collect();
        line.pop();
        Some(line)
    }
}

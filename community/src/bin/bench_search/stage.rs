//! A community that people post in.

use chie_community::answer;
use chie_community::ask::{Arrival, Ask, Caller, Moment, Outcome};
use chie_community::native::Native;
use chie_domain::api::{post_reply, post_thread};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{MemberId, ReplyId, ThreadId};
use chie_domain::photo::Album;
use chie_domain::text::{Body, ProductKey, ProductName, Title};
use chie_domain::thread::Kind;
use chie_domain::time::Timestamp;

use crate::Done;

/// A community with a clock and a chance of its own, the same in every run.
pub(crate) struct Stage {
    pub(crate) sql: Native,
    pub(crate) brand: BrandDomain,
    pub(crate) now: Timestamp,
    pub(crate) turn: u64,
}

impl Stage {
    pub(crate) fn new() -> Done<Self> {
        Self::on(Native::in_memory()?)
    }

    pub(crate) fn on(sql: Native) -> Done<Self> {
        let brand = BrandDomain::parse("acme.example")?;
        Ok(Self { sql, brand, now: Timestamp::from_millis(1_800_000_000_000), turn: 0 })
    }

    pub(crate) fn ask(&mut self, caller: &Caller, ask: Ask) -> Done<Outcome> {
        self.turn += 1;
        let mut seed = [0; 32];
        for (byte, from) in seed.iter_mut().zip(self.turn.to_be_bytes()) {
            *byte = from;
        }
        Ok(answer(&self.sql, &self.brand, &Moment { now: self.now, seed, arrival: Arrival::default() }, caller, None, ask)?)
    }

    pub(crate) fn post(&mut self, product: &str, kind: Kind, title: &str, body: &str) -> Done<(ThreadId, MemberId)> {
        let request = post_thread::Request {
            product: ProductKey::parse(product)?,
            product_name: ProductName::parse(product).ok(),
            kind,
            title: Title::parse(title)?,
            body: Body::parse(body).ok(),
            name: None,
            mood: None,
            mood_words: None,
            facts: None,
            personal_data_ok: true,
            photos: Album::default(),
        };
        match self.ask(&Caller::Visitor, Ask::PostThread(request))? {
            Outcome::PostedThread(view, Some(guest), _) => Ok((view.row.id, guest)),
            _ => Err("a thread was not posted".into()),
        }
    }

    pub(crate) fn reply(&mut self, thread: &ThreadId, text: &str) -> Done<ReplyId> {
        let request =
            post_reply::Request { body: Body::parse(text)?, name: None, personal_data_ok: true, photos: Album::default() };
        match self.ask(&Caller::Visitor, Ask::PostReply(thread.clone(), request))? {
            Outcome::PostedReply(view, _) => Ok(view.id),
            _ => Err("a reply was not posted".into()),
        }
    }
}

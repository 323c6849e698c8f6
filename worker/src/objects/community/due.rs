//! What the alarm carries out: rows for the directory, photos to delete, mail, webhooks, looks at proofs. Each is handed out by one
//! ask, done outside, and noted by another; whatever goes wrong between them comes again.

use chie_community::ask::{Alarm, AliasAsk, Ask, Due, Letter, Listing, OutboxRow, Outcome, Outside, Seen, Told, WebhookAsk};
use chie_community::sql::Sql;
use chie_domain::brand::BrandDomain;
use chie_domain::hours::ZoneName;
use chie_domain::id::PhotoId;
use chie_domain::site::Room;
use chie_domain::time::Timestamp;
use futures_util::future::join_all;
use worker::Env;

use super::super::storage::ObjectSql;
use super::{AFTER_A_FAULT, Community};
use crate::settings::Settings;
use crate::{bucket, directory, evidence, hook, mail, zone};

impl Community {
    /// Looks up again what the clocks of the brand's zone show.
    pub(super) fn see_zone(&self, brand: &BrandDomain, now: Timestamp, zone: Option<ZoneName>) {
        if let Some(zone) = zone {
            let clock = zone::clock(&zone, now);
            self.ask_self(brand, now, Ask::ZoneSeen(zone, clock));
        }
    }

    pub(super) async fn delete_photos(&self, brand: &BrandDomain, now: Timestamp, photos: Vec<PhotoId>) {
        if !photos.is_empty() {
            let done = bucket::delete(&self.env, &photos).await;
            self.ask_self(brand, now, if done { Ask::PhotosDeleted(photos) } else { Ask::PhotosKept });
        }
    }

    /// What is due was not even handed out, so that nothing has set the alarm again.
    pub(super) fn try_later(&self, now: Timestamp) {
        if let Err(fault) = ObjectSql::of(&self.state).wake_at(Some(now.after(AFTER_A_FAULT))) {
            worker::console_error!("an alarm could not be set again: {fault}");
        }
    }

    pub(super) async fn run_due(&self, brand: &BrandDomain, room: Room, now: Timestamp) {
        if room == Room::Test {
            return self.run_due_in_test(brand, now).await;
        }
        let Some(Outcome::Due(Due { outbox, proofs, aliases, alarms, photos, letters, tidings, zone, hooks })) =
            self.ask_self(brand, now, Ask::Due)
        else {
            return self.try_later(now);
        };
        if let Some(last) = outbox.last().map(|row| row.seq) {
            let done = self.tell(brand, now, &outbox).await;
            self.ask_self(brand, now, if done { Ask::OutboxDone(last) } else { Ask::OutboxFailed });
        }
        self.see_zone(brand, now, zone);
        self.delete_photos(brand, now, photos).await;
        let Ok(settings) = Settings::read(&self.env) else {
            return;
        };
        for alarm in alarms {
            let told = if tell_of_danger(&self.env, &settings, brand, &alarm).await { Told::Yes } else { Told::No };
            self.ask_self(brand, now, Ask::AlarmTold(alarm.thread, told));
        }
        self.send_letters(&settings, brand, now, &letters).await;
        let told = join_all(tidings.iter().map(|tiding| mail::tiding::send(&self.env, &settings, brand, tiding, now))).await;
        for (tiding, told) in tidings.iter().zip(told) {
            self.ask_self(brand, now, if told.is_ok() { Ask::TidingSent(tiding.seq) } else { Ask::TidingFailed(tiding.seq) });
        }
        let told = join_all(hooks.iter().map(|out| hook::deliver(&settings, brand, out, now))).await;
        for (out, answer) in hooks.iter().zip(told) {
            self.ask_self(brand, now, Ask::Webhook(WebhookAsk::Tried(out.seq, answer)));
        }
        let looks = aliases.iter().map(|sought| evidence::look_at_alias(&settings, sought, now));
        for (sought, looks) in aliases.iter().zip(join_all(looks).await) {
            let seen = if evidence::agree(&looks) { Seen::Yes } else { Seen::No };
            self.ask_self(brand, now, Ask::Alias(AliasAsk::Rechecked(sought.domain.clone(), seen)));
        }
        // All at once: one slow site must not use up the time of the others.
        let looks = proofs.iter().map(|sought| evidence::look(&settings, brand, sought, now));
        for (sought, looks) in proofs.iter().zip(join_all(looks).await) {
            let seen = if evidence::agree(&looks) { Seen::Yes } else { Seen::No };
            self.ask_self(brand, now, Ask::Rechecked(sought.proof.clone(), seen));
        }
    }

    /// Sends letters, all at once, and notes for each whether it went out. One that was sent but not noted comes again under the
    /// same number, by which the provider knows it.
    async fn send_letters(&self, settings: &Settings, brand: &BrandDomain, now: Timestamp, letters: &[Letter]) {
        let (together, alone): (Vec<&Letter>, Vec<&Letter>) =
            letters.iter().partition(|letter| letter.digest.is_some_and(|number| number > 0));
        let sent = join_all(alone.iter().map(|letter| mail::letter::send(&self.env, settings, brand, letter, now))).await;
        let mut reports: Vec<(u64, bool)> = alone.iter().zip(sent).map(|(letter, sent)| (letter.seq, sent.is_ok())).collect();
        let mut numbers: Vec<u64> = together.iter().filter_map(|letter| letter.digest).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            let of_it: Vec<&Letter> = together.iter().copied().filter(|letter| letter.digest == Some(number)).collect();
            let sent = mail::letter::send_digest(&self.env, settings, brand, &of_it, now).await.is_ok();
            reports.extend(of_it.iter().map(|letter| (letter.seq, sent)));
        }
        for (seq, sent) in reports {
            self.ask_self(brand, now, if sent { Ask::LetterSent(seq) } else { Ask::LetterFailed(seq) });
        }
    }

    /// Tells the outside in order; the numbers make a repetition harmless.
    async fn tell(&self, brand: &BrandDomain, now: Timestamp, rows: &[OutboxRow]) -> bool {
        for row in rows {
            let told = match &row.what {
                Outside::Directory(listing) => directory::write(&self.env, listing, row.seq).await,
                Outside::NoDirectory(brand) => directory::forget(&self.env, brand, row.seq).await,
                Outside::House(entry) => directory::house::write(&self.env, entry, row.seq).await,
            };
            if let Err(error) = told {
                worker::console_error!("the directory could not be written: {error}");
                return false;
            }
        }
        let Some(Outside::Directory(listing)) = rows.last().map(|row| &row.what) else { return true };
        // Two may have taken one name at once, each before the other was written down.
        if directory::names::is_shared(&self.env, listing).await.unwrap_or(false) {
            self.ask_self(brand, now, Ask::NameMet);
        }
        !listing.news || tell_of_name(&self.env, listing).await
    }
}

/// Tells whoever runs this installation of a name; the list that they read on the console holds it already.
async fn tell_of_name(env: &Env, listing: &Listing) -> bool {
    let Ok(settings) = Settings::read(env) else { return false };
    let mut told = settings.operators.is_empty();
    for operator in &settings.operators {
        let message = mail::matter(operator, listing, &settings.console);
        told |= mail::send(env, &settings, &message).await.is_ok();
    }
    told
}

/// Tells whoever runs this installation; an address that cannot be reached keeps the others from nothing.
async fn tell_of_danger(env: &Env, settings: &Settings, brand: &BrandDomain, alarm: &Alarm) -> bool {
    let mut told = settings.operators.is_empty();
    for operator in &settings.operators {
        let message = mail::danger(operator, brand, alarm, &settings.chie);
        told |= mail::send(env, settings, &message).await.is_ok();
    }
    told
}

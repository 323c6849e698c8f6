//! Private notes: between whom they are, that nobody else learns more than how many there are, and everything that ends them.

use chie_domain::api::get_private_notes;
use chie_domain::claim::Reach;
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, PhotoId, PostId, TenancyId, ThreadId};
use chie_domain::photo::{Colours, Media, UNUSED_LIVES};
use chie_domain::policy::Role;
use chie_domain::private::{LIVES, MOST, PrivateStanding, Side, Wanted};
use chie_domain::proof::LAPSE_AFTER;
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, contact, member, operator, question, stage};
use crate::ask::{Ask, Caller, NewPhoto, Outcome, PeopleAsk, PrivateAsk, Sealed, SeePrivate, Trouble};

/// An official thread whose asker has an address, and the company's tenancy.
struct Place {
    stage: Stage,
    thread: ThreadId,
    asker: MemberId,
}

fn place() -> Place {
    let stage = stage();
    let (thread, guest) = stage.asked("It leaks");
    stage.prove("aoi");
    stage.ask(&console("aoi"), Ask::Contact { address: "a…@acme.example".to_owned(), contact: contact("aoi") }).expect("reached");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    let asker = stage.join(&member(&guest), "ken");
    Place { stage, thread, asker }
}

fn tenancy(stage: &Stage) -> TenancyId {
    let rows = stage.rows("SELECT id, id FROM tenancy ORDER BY began DESC LIMIT 1");
    TenancyId::parse(&rows[0].0).expect("an id")
}

fn seal(stage: &Stage, words: &str) -> Sealed {
    Sealed { tenancy: tenancy(stage), text: format!("sealed:{words}") }
}

impl Place {
    fn ask_for(&self, who: &Caller, words: &str) -> Result<get_private_notes::Response, Trouble> {
        let ask = PrivateAsk::Ask(self.thread.clone(), Wanted::Serial, seal(&self.stage, words));
        Ok(exchange(self.stage.ask(who, Ask::Private(ask))?))
    }

    fn answer(&self, who: &Caller, words: &str, photos: Vec<PhotoId>) -> Result<get_private_notes::Response, Trouble> {
        let ask = PrivateAsk::Answer(self.thread.clone(), seal(&self.stage, words), photos);
        Ok(exchange(self.stage.ask(who, Ask::Private(ask))?))
    }

    fn seen(&self, who: &Caller) -> Result<get_private_notes::Response, Trouble> {
        Ok(exchange(self.stage.ask(who, Ask::SeePrivate(self.thread.clone(), SeePrivate::Notes))?))
    }

    fn photo(&self) -> Result<PhotoId, Trouble> {
        let photo = NewPhoto { media: Media::Jpeg, width: 8, height: 6, bytes: 99, colours: Colours::default() };
        let ask = Ask::Private(PrivateAsk::PostPhoto(self.thread.clone(), photo));
        let Outcome::PostedPhoto(id, None) = self.stage.ask(&member(&self.asker), ask)? else { panic!("no photo") };
        self.stage.ask(&Caller::Visitor, Ask::Private(PrivateAsk::PhotoArrived(id.clone()))).expect("arrived");
        Ok(id)
    }

    /// The brand has asked, the asker has answered with a photo.
    fn told(&self) -> PhotoId {
        self.ask_for(&console("aoi"), "serial?").expect("asked");
        let photo = self.photo().expect("a photo");
        self.answer(&member(&self.asker), "K-100 4711", vec![photo.clone()]).expect("answered");
        photo
    }

    fn count(&self) -> u32 {
        self.stage.thread(&self.thread).private_notes
    }

    /// Nothing is left: not to anybody's eyes, and after the next errand not in any table.
    fn is_gone(&self, at: &str) {
        for who in [member(&self.asker), console("aoi"), console("eve"), operator(), Caller::Visitor] {
            let notes = self.seen(&who).map_or_else(|_| Vec::new(), |exchange| exchange.notes);
            assert!(notes.is_empty(), "{at}: {who:?} sees {notes:?}");
        }
        if let Ok(view) = self.stage.thread_as(&Caller::Visitor, &self.thread) {
            assert_eq!(view.private_notes, 0, "{at}");
        }
        self.stage.all_due();
        assert_eq!(self.stage.count("SELECT count(*) FROM private_note"), 0, "{at}: rows");
        let kept = self.stage.count("SELECT count(*) FROM private_photo WHERE state <> 'gone'");
        assert_eq!(kept, 0, "{at}: photos");
    }
}

fn exchange(outcome: Outcome) -> get_private_notes::Response {
    match outcome {
        Outcome::PrivateNotes(exchange) => exchange,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_brand_asks_the_asker_answers_and_everybody_else_sees_a_number() {
    let place = place();
    let stage = &place.stage;
    assert_eq!(code(place.answer(&member(&place.asker), "K", Vec::new())), "nothing_asked");
    assert_eq!(code(place.photo()), "nothing_asked");
    let asked = place.ask_for(&console("aoi"), "serial?").expect("asked");
    assert_eq!((asked.standing, asked.notes.len(), asked.notes[0].wanted), (PrivateStanding::Open, 1, Some(Wanted::Serial)));
    assert_eq!(asked.notes[0].who.as_deref(), Some("a…@acme.example"));
    let letters = stage.all_due().tidings;
    assert!(letters.iter().any(|it| it.what == Tiding::AskedPrivately && it.account == account("ken")), "{letters:?}");
    let Outcome::Mine(mine) = stage.ask(&member(&place.asker), Ask::Mine).expect("mine") else { panic!("not mine") };
    assert_eq!(mine.asked_privately.iter().map(|row| &row.id).collect::<Vec<_>>(), [&place.thread]);

    let photo = place.photo().expect("a photo");
    let answered = place.answer(&member(&place.asker), "K-100 4711", vec![photo.clone()]).expect("answered");
    let shape: Vec<_> = answered.notes.iter().map(|it| (it.side, it.body.as_str(), it.who.clone(), it.photos.len())).collect();
    assert_eq!(shape, [(Side::Brand, "sealed:serial?", None, 0), (Side::Asker, "sealed:K-100 4711", None, 1)]);
    assert_eq!(place.seen(&console("aoi")).expect("seen").notes[1].photos, std::slice::from_ref(&photo));
    let letters = stage.all_due().tidings;
    assert!(letters.iter().any(|it| it.what == Tiding::AnsweredPrivately && it.account == account("aoi")), "{letters:?}");
    let Outcome::Mine(mine) = stage.ask(&member(&place.asker), Ask::Mine).expect("mine") else { panic!("not mine") };
    assert_eq!(mine.asked_privately, []);
    assert_eq!(place.count(), 2);
    // A photo stands in one note only, and nowhere else.
    assert_eq!(code(place.answer(&member(&place.asker), "again", vec![photo.clone()])), "unknown_photo");
    let Outcome::PhotoSeen(seen) = stage.ask(&Caller::Visitor, Ask::PhotoSeen(photo)).expect("asked") else { panic!("no") };
    assert_eq!(seen, crate::ask::PhotoSeen::ByNobody);
    let deeds = stage.count("SELECT count(*) FROM audit WHERE what IN ('asked_privately', 'answered_privately')");
    assert_eq!(deeds, 2);
}

/// The table of who sees what: every kind of caller, on a thread in every state, held against the policy.
#[test]
fn between_whom_they_are() {
    let place = place();
    let (stage, photo) = (&place.stage, place.told());
    let other = stage.join(&Caller::Visitor, "other");
    let guest = stage.reply(&Caller::Visitor, &place.thread, "Me too.").1.expect("a guest");
    let invite = |name: &str, role| {
        let ask = PeopleAsk::Invite { account: account(name), address: format!("{name}@x"), contact: contact(name), role };
        stage.ask(&console("aoi"), Ask::People(ask)).expect("invited");
    };
    invite("obi", Role::Observer);
    invite("rei", Role::Representative);
    let held = |stage: &Stage, on: bool| {
        let (visibility, ground) = if on { ("held", "'spam'") } else { ("public", "NULL") };
        stage.sql_run(&format!("UPDATE thread SET visibility = '{visibility}', ground = {ground}"));
    };
    for is_held in [false, true] {
        held(stage, is_held);
        for (who, sees, asks, answers) in [
            (Caller::Visitor, false, false, false),
            (member(&guest), false, false, false),
            (member(&other), false, false, false),
            (member(&place.asker), true, false, true),
            (console("aoi"), !is_held, !is_held, false),
            (console("rei"), !is_held, !is_held, false),
            (console("obi"), !is_held, false, false),
            (console("eve"), false, false, false),
            (operator(), false, false, false),
        ] {
            assert_eq!(place.seen(&who).is_ok(), sees, "{who:?} sees, held: {is_held}");
            let seen = stage.ask(&who, Ask::SeePrivate(place.thread.clone(), SeePrivate::Photo(photo.clone()))).is_ok();
            assert_eq!(seen, sees, "{who:?} sees the photo, held: {is_held}");
            assert_eq!(place.ask_for(&who, "more?").is_ok(), asks, "{who:?} asks, held: {is_held}");
            assert_eq!(place.answer(&who, "more", Vec::new()).is_ok(), answers, "{who:?} answers, held: {is_held}");
        }
    }
    held(stage, false);
    assert_eq!(place.seen(&console("obi")).expect("seen").standing, PrivateStanding::ReadOnly);
    // Another thread's asker, and a photo under another thread's address.
    let (mine, _) = stage.post(&member(&other), question("Mine"));
    let elsewhere = Ask::SeePrivate(mine.row.id, SeePrivate::Photo(photo));
    assert_eq!(code(stage.ask(&member(&other), elsewhere)), "not_found");
}

#[test]
fn nobody_is_asked_who_cannot_be_known_or_by_a_company_that_is_not_there() {
    let stage = stage();
    let (thread, guest) = stage.asked("It leaks");
    stage.prove("aoi");
    let place = Place { stage, thread, asker: guest.clone() };
    assert_eq!(code(place.ask_for(&console("aoi"), "?")), "not_claimed");
    assert_eq!(place.seen(&console("aoi")).expect("seen").standing, PrivateStanding::NotOfficial);
    place.stage.claim("aoi", None, None, Reach::All).expect("claimed");
    assert_eq!(code(place.ask_for(&console("aoi"), "?")), "asker_unconfirmed");
    assert_eq!(place.seen(&console("aoi")).expect("seen").standing, PrivateStanding::NoAddress);
    place.stage.join(&member(&guest), "ken");
    let other = Sealed { tenancy: TenancyId::mint(super::actors::T0, [7; 10]), text: "x".to_owned() };
    let moved = Ask::Private(PrivateAsk::Ask(place.thread.clone(), Wanted::Other, other));
    assert_eq!(code(place.stage.ask(&console("aoi"), moved)), "conflict");
    // In doubt the company reads and asks for nothing.
    place.ask_for(&console("aoi"), "?").expect("asked");
    place.stage.pass(Span::days(4));
    assert_eq!(code(place.ask_for(&console("aoi"), "?")), "not_allowed");
    assert_eq!(place.seen(&console("aoi")).expect("seen").standing, PrivateStanding::ReadOnly);
}

#[test]
fn so_many_fit_and_no_more() {
    let place = place();
    for _ in 0..MOST {
        place.ask_for(&console("aoi"), "?").expect("asked");
    }
    assert_eq!(code(place.ask_for(&console("aoi"), "?")), "too_many");
    assert_eq!(code(place.answer(&member(&place.asker), "x", Vec::new())), "too_many");
}

/// Keeps the company's proof seen while days pass.
fn days_pass(stage: &Stage, days: u64) {
    for _ in 0..days {
        stage.pass(Span::days(1));
        for sought in stage.all_due().proofs {
            stage.ask(&Caller::Visitor, Ask::Rechecked(sought.proof, crate::ask::Seen::Yes)).expect("seen");
        }
    }
}

#[test]
fn after_ninety_days_they_are_gone() {
    let place = place();
    place.told();
    days_pass(&place.stage, LIVES.millis() / Span::days(1).millis() - 1);
    assert_eq!(place.seen(&member(&place.asker)).expect("seen").notes.len(), 2);
    days_pass(&place.stage, 1);
    place.is_gone("ninety days");
}

#[test]
fn a_lapse_ends_them_even_if_the_proof_returns_and_nobody_looked_meanwhile() {
    for looked in [true, false] {
        let place = place();
        place.told();
        place.stage.pass(LAPSE_AFTER);
        place.stage.pass(Span::seconds(2));
        if looked {
            place.is_gone("lapsed");
        }
        let proof = place.stage.request_proof("aoi", chie_domain::proof::Method::Dns).proof.id;
        place.stage.look("aoi", &proof, chie_domain::api::request_proof::Finding::Found).expect("seen again");
        assert_ne!(place.stage.thread(&place.thread).row.steward, chie_domain::claim::Stewardship::FanMade, "official again");
        place.is_gone("lapsed and returned");
        assert_eq!(place.seen(&console("aoi")).expect("seen").standing, PrivateStanding::Open, "and one can begin anew");
    }
}

#[test]
fn release_and_undo_end_them_even_if_it_is_claimed_again() {
    let place = place();
    place.told();
    let claim = place.stage.rows("SELECT id, id FROM claim");
    let claim = chie_domain::id::ClaimId::parse(&claim[0].0).expect("an id");
    place.stage.ask(&console("aoi"), Ask::Release(claim)).expect("released");
    assert_eq!(place.stage.count("SELECT count(*) FROM private_note"), 0, "at once");
    place.stage.claim("aoi", None, None, Reach::All).expect("claimed");
    place.is_gone("released and claimed");

    let place = self::place();
    place.told();
    let act = place.stage.rows("SELECT id, id FROM claiming");
    let act = chie_domain::id::ActId::parse(&act[0].0).expect("an id");
    place.stage.ask(&console("aoi"), Ask::Work(crate::ask::WorkAsk::Undo(act))).expect("undone");
    assert_eq!(place.stage.count("SELECT count(*) FROM private_note"), 0, "at once");
}

#[test]
fn they_go_with_their_asker_and_with_their_thread() {
    type Act = fn(&Place);
    let gone: [(&str, Act); 3] = [
        ("erased", |place| {
            place.stage.reply(&Caller::Visitor, &place.thread, "I rely on it.");
            place.stage.ask(&member(&place.asker), Ask::EraseMe).expect("erased");
        }),
        ("deleted", |place| {
            place.stage.reply(&Caller::Visitor, &place.thread, "Others answered.");
            place.stage.ask(&member(&place.asker), Ask::DeletePost(PostId::Opening(place.thread.clone()))).expect("deleted");
        }),
        ("removed", |place| {
            let request =
                chie_domain::api::remove_post::Request { thread: place.thread.clone(), reply: None, ground: Ground::Spam };
            place.stage.ask(&operator(), Ask::Remove(request, crate::ask::Others::None)).expect("removed");
        }),
    ];
    for (at, ends) in gone {
        let place = place();
        place.told();
        ends(&place);
        assert_eq!(place.stage.count("SELECT count(*) FROM private_note"), 0, "{at}: at once");
        place.is_gone(at);
    }
}

#[test]
fn a_new_company_inherits_none_and_the_former_one_finds_none_on_its_return() {
    let place = place();
    place.told();
    let recovery = match place.stage.ask(&console("aoi"), Ask::People(PeopleAsk::MakeRecoveryCode)) {
        Ok(Outcome::RecoveryCode(code)) => code,
        other => panic!("{other:?}"),
    };
    place.stage.pass(Span::days(45));
    place.stage.prove("ben");
    place.is_gone("a new company");
    assert_eq!(code(place.seen(&console("aoi"))), "not_allowed");
    place.stage.ask(&console("ben"), Ask::People(PeopleAsk::JoinFormer(Some(recovery)))).expect("joined");
    place.is_gone("the former company is back");
}

#[test]
fn a_photo_answers_in_the_thread_for_which_it_was_sent_and_so_many_wait() {
    let place = place();
    place.ask_for(&console("aoi"), "a photo?").expect("asked");
    let (first, other) = (place.thread.clone(), place.stage.post(&member(&place.asker), question("And the lid?")).0.row.id);
    let there = Place { thread: other, ..place };
    there.ask_for(&console("aoi"), "the lid, please").expect("asked");
    let here = there.photo().expect("a photo");
    let place = Place { thread: first, ..there };
    assert_eq!(code(place.answer(&member(&place.asker), "here", vec![here])), "unknown_photo");
    for _ in 0..8 {
        place.photo().expect("a photo");
    }
    assert_eq!(code(place.photo()), "too_many");
}

#[test]
fn photos_that_no_note_took_go_and_bytes_of_all_are_deleted() {
    let place = place();
    place.ask_for(&console("aoi"), "a photo?").expect("asked");
    let unused = place.photo().expect("a photo");
    place.stage.pass(UNUSED_LIVES);
    assert_eq!(place.stage.all_due().photos, std::slice::from_ref(&unused));
    place.stage.ask(&Caller::Visitor, Ask::PhotosDeleted(vec![unused])).expect("deleted");
    let used = place.photo().expect("a photo");
    place.answer(&member(&place.asker), "here", vec![used.clone()]).expect("answered");
    let Outcome::Photos(all) = place.stage.ask(&Caller::Visitor, Ask::AllPhotos).expect("all") else { panic!("none") };
    assert_eq!(all, std::slice::from_ref(&used), "for wiping");
    place.stage.ask(&member(&place.asker), Ask::EraseMe).expect("erased");
    assert_eq!(place.stage.all_due().photos, std::slice::from_ref(&used));
    place.stage.ask(&Caller::Visitor, Ask::PhotosDeleted(vec![used])).expect("deleted");
    assert_eq!(place.stage.count("SELECT count(*) FROM private_photo"), 0);
}

#[test]
fn the_asker_takes_their_own_along_and_nobody_else_does() {
    let place = place();
    place.told();
    let along = |who: &MemberId| match place.stage.ask(&member(who), Ask::ExportMe(chie_domain::api::export_me::Request::default()))
    {
        Ok(Outcome::TakenAlong(part, _)) => part.private_notes,
        other => panic!("{other:?}"),
    };
    let mine = along(&place.asker);
    assert_eq!(mine.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["sealed:serial?", "sealed:K-100 4711"]);
    assert_eq!(mine[1].photos.len(), 1);
    let other = place.stage.join(&Caller::Visitor, "other");
    place.stage.reply(&member(&other), &place.thread, "Hm.");
    assert_eq!(along(&other), []);
    let Outcome::Exported(file, _) = place.stage.ask(&console("aoi"), Ask::Export(None)).expect("a file") else { panic!("no") };
    let file = format!("{file:?}");
    assert!(!file.contains("sealed") && !file.contains("private"), "{file}");
}

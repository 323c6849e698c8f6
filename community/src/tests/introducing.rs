//! Faces and lines of those who answer for the brand: whose they are, where they are shown, and everything that ends them.

use chie_domain::api::get_introduction::Response;
use chie_domain::api::set_introduction;
use chie_domain::api::view::Introduction;
use chie_domain::api::{mark_official_answer, post_official_reply, remove_post};
use chie_domain::claim::Reach;
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, PhotoId, ReplyId, ThreadId};
use chie_domain::photo::{Colours, Media, UNUSED_LIVES};
use chie_domain::policy::Role;
use chie_domain::proof::LAPSE_AFTER;
use chie_domain::text::{Body, DisplayName, PersonLine};
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, contact, operator, stage};
use crate::ask::{Ask, Caller, IntroduceAsk, Introduced, NewPhoto, Others, Outcome, PeopleAsk, PhotoSeen, Trouble};

fn picture() -> NewPhoto {
    NewPhoto { media: Media::Jpeg, width: 256, height: 256, bytes: 9_000, colours: Colours::default() }
}

/// An official thread with an official answer by an owner.
fn place() -> (Stage, ThreadId) {
    let stage = stage();
    let (thread, _) = stage.asked("It leaks");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    stage.answers(&console("aoi"), &thread, "Mika");
    (stage, thread)
}

impl Stage {
    fn answers(&self, who: &Caller, thread: &ThreadId, name: &str) -> ReplyId {
        let request = post_official_reply::Request {
            body: Body::parse("We looked into it.").expect("a body"),
            name: DisplayName::parse(name).expect("a name"),
            under: None,
        };
        let view = match self.ask(who, Ask::PostOfficialReply(thread.clone(), request)).expect("answered") {
            Outcome::Thread(view) => view,
            other => panic!("{other:?}"),
        };
        let reply = view.replies.last().expect("a reply").id.clone();
        let request = mark_official_answer::Request { reply: Some(reply.clone()) };
        self.ask(who, Ask::MarkOfficialAnswer(thread.clone(), request)).expect("marked");
        reply
    }

    fn face(&self, who: &Caller) -> Result<PhotoId, Trouble> {
        match self.ask(who, Ask::Introduce(IntroduceAsk::Face(picture())))? {
            Outcome::PostedPhoto(id, None) => {
                self.ask(&Caller::Visitor, Ask::Introduce(IntroduceAsk::FaceArrived(id.clone()))).expect("arrived");
                Ok(id)
            }
            other => panic!("{other:?}"),
        }
    }

    fn introduce(&self, who: &Caller, line: Option<&str>, face: Option<&PhotoId>) -> Result<Response, Trouble> {
        let line = line.map(|line| PersonLine::parse(line).expect("a line"));
        match self.ask(who, Ask::Introduce(IntroduceAsk::Set(set_introduction::Request { line, face: face.cloned() })))? {
            Outcome::Introduction(it) => Ok(it),
            other => panic!("{other:?}"),
        }
    }

    fn introduced(&self) -> Vec<Introduced> {
        match self.ask(&Caller::Visitor, Ask::Introduce(IntroduceAsk::All)) {
            Ok(Outcome::Introductions(all)) => all,
            other => panic!("{other:?}"),
        }
    }

    fn beside(&self, thread: &ThreadId) -> Option<Introduction> {
        self.thread(thread).answers.first().and_then(|answer| answer.introduction.clone())
    }

    fn sees(&self, face: &PhotoId) -> PhotoSeen {
        match self.ask(&Caller::Visitor, Ask::PhotoSeen(face.clone())) {
            Ok(Outcome::PhotoSeen(seen)) => seen,
            other => panic!("{other:?}"),
        }
    }

    fn invite(&self, name: &str, role: Role) {
        let invited =
            PeopleAsk::Invite { account: account(name), address: format!("{name}…@acme.example"), contact: contact(name), role };
        self.ask(&console("aoi"), Ask::People(invited)).expect("invited");
    }

    fn of_account(&self, name: &str) -> MemberId {
        let member = self.rows(&format!("SELECT id, id FROM member WHERE account = '{}'", account(name).0))[0].0.clone();
        MemberId::parse(&member).expect("an id")
    }

    fn remove(&self, name: &str) {
        let member = self.of_account(name);
        self.ask(&console("aoi"), Ask::People(PeopleAsk::Remove(member))).expect("removed");
    }
}

#[test]
fn whoever_answers_for_the_brand_shows_a_face_and_a_line() {
    let (stage, thread) = place();
    let aoi = console("aoi");
    assert_eq!(stage.beside(&thread), None);
    let face = stage.face(&aoi).expect("sent");
    // Nobody sees it before it is shown.
    assert_eq!(stage.sees(&face), PhotoSeen::ByNobody);
    let set = stage.introduce(&aoi, Some("I build kettles."), Some(&face)).expect("introduced");
    assert_eq!((set.line.as_deref(), set.face.as_ref()), (Some("I build kettles."), Some(&face)));
    let shown = Introduction { line: Some("I build kettles.".to_owned()), face: Some(face.clone()) };
    assert_eq!(stage.beside(&thread), Some(shown.clone()));
    assert_eq!(stage.introduced(), [Introduced { name: "Mika".to_owned(), introduction: shown }]);
    assert_eq!(stage.sees(&face), PhotoSeen::ByAll);
    // Another face takes the place of the first, whose bytes go.
    let other = stage.face(&aoi).expect("sent");
    stage.introduce(&aoi, Some("I build kettles."), Some(&other)).expect("introduced");
    assert_eq!(stage.sees(&face), PhotoSeen::ByNobody);
    assert_eq!(stage.all_due().photos, [face]);
    // Neither a face nor a line shows nothing.
    stage.introduce(&aoi, None, None).expect("taken back");
    assert_eq!((stage.beside(&thread), stage.introduced()), (None, Vec::new()));
    assert!(stage.all_due().photos.contains(&other));
}

#[test]
fn nobody_else_shows_anything_and_nobody_shows_what_is_not_theirs() {
    let (stage, _) = place();
    stage.invite("mei", Role::Representative);
    for (name, role) in [("ron", Role::Observer), ("tess", Role::Trainee)] {
        stage.invite(name, role);
        assert_eq!(code(stage.face(&console(name))), "not_allowed", "{name}");
        assert_eq!(code(stage.introduce(&console(name), Some("Hello"), None)), "not_allowed", "{name}");
    }
    for stranger in [console("nobody"), operator()] {
        assert_eq!(code(stage.introduce(&stranger, Some("Hello"), None)), "not_allowed");
        assert_eq!(code(stage.ask(&stranger, Ask::Introduce(IntroduceAsk::Mine))), "not_allowed");
    }
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::Introduce(IntroduceAsk::Face(picture())))), "not_allowed");
    let theirs = stage.face(&console("mei")).expect("sent");
    assert_eq!(code(stage.introduce(&console("aoi"), None, Some(&theirs))), "no_face");
    let nobodys = PhotoId::mint(stage.now.get(), [9; 10]);
    assert_eq!(code(stage.introduce(&console("aoi"), None, Some(&nobodys))), "no_face");
    // One whose bytes never came cannot be shown, and one that nobody took goes within a day.
    let Ok(Outcome::PostedPhoto(coming, _)) = stage.ask(&console("aoi"), Ask::Introduce(IntroduceAsk::Face(picture()))) else {
        panic!("not sent")
    };
    assert_eq!(code(stage.introduce(&console("aoi"), None, Some(&coming))), "no_face");
    stage.pass(UNUSED_LIVES);
    stage.pass(Span::minutes(1));
    let gone = stage.all_due().photos;
    assert!(gone.contains(&coming) && gone.contains(&theirs), "{gone:?}");
    for _ in 0..12 {
        stage.face(&console("aoi")).expect("sent");
    }
    assert_eq!(code(stage.face(&console("aoi"))), "too_many");
}

#[test]
fn whoever_answers_no_more_takes_their_face_along_and_it_does_not_come_back() {
    let (stage, thread) = place();
    stage.invite("mei", Role::Representative);
    let mei = console("mei");
    stage.answers(&mei, &thread, "Mei");
    let face = stage.face(&mei).expect("sent");
    stage.introduce(&mei, Some("I write the manuals."), Some(&face)).expect("introduced");
    let role = |role| stage.ask(&console("aoi"), Ask::People(PeopleAsk::SetRole(stage.of_account("mei"), role))).expect("set");
    role(Role::Observer);
    assert_eq!((stage.introduced(), stage.sees(&face)), (Vec::new(), PhotoSeen::ByNobody));
    assert_eq!(stage.all_due().photos, [face]);
    role(Role::Representative);
    assert_eq!((stage.beside(&thread), stage.introduced()), (None, Vec::new()));
}

#[test]
fn the_name_of_a_removed_reply_introduces_nobody() {
    let (stage, thread) = place();
    let aoi = console("aoi");
    let reply = stage.answers(&aoi, &thread, "Worse Than Mika");
    stage.introduce(&aoi, Some("I build kettles."), None).expect("introduced");
    assert_eq!(stage.introduced()[0].name, "Worse Than Mika");
    let removal = remove_post::Request { thread, reply: Some(reply), ground: Ground::Hostility };
    stage.ask(&operator(), Ask::Remove(removal, Others::None)).expect("removed");
    assert_eq!(stage.introduced()[0].name, "Mika");
}

#[test]
fn it_is_gone_when_they_leave_answer_no_more_or_the_proof_is_over() {
    let (stage, thread) = place();
    stage.invite("mei", Role::Representative);
    let mei = console("mei");
    stage.answers(&mei, &thread, "Mei");
    let face = stage.face(&mei).expect("sent");
    stage.introduce(&mei, Some("I write the manuals."), Some(&face)).expect("introduced");
    assert!(stage.beside(&thread).is_some());
    stage.remove("mei");
    assert_eq!((stage.beside(&thread), stage.introduced(), stage.sees(&face)), (None, Vec::new(), PhotoSeen::ByNobody));
    assert_eq!(stage.all_due().photos, std::slice::from_ref(&face));
    stage.ask(&Caller::Visitor, Ask::PhotosDeleted(vec![face])).expect("deleted");
    assert_eq!(stage.count("SELECT (SELECT count(*) FROM face) + (SELECT count(*) FROM introduction)"), 0);
    // Whoever comes back begins with nothing.
    stage.invite("mei", Role::Representative);
    assert_eq!(stage.beside(&thread), None);
    let face = stage.face(&mei).expect("sent");
    stage.introduce(&mei, None, Some(&face)).expect("introduced");
    // The proof lapses: nobody sees it; it is back with the proof.
    stage.pass(LAPSE_AFTER);
    stage.pass(Span::days(1));
    assert_eq!((stage.introduced(), stage.sees(&face)), (Vec::new(), PhotoSeen::ByNobody));
    stage.prove("aoi");
    assert_eq!(stage.sees(&face), PhotoSeen::ByAll);
    // Another company comes: nothing of it is left.
    stage.pass(Span::days(60));
    stage.prove("newcomer");
    stage.pass(Span::days(4));
    stage.all_due();
    assert!(stage.all_due().photos.contains(&face));
    assert_eq!(stage.count("SELECT count(*) FROM introduction"), 0);
}

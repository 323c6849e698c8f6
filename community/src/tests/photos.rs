//! Photos: whose they are, who sees them, and that they go.

use chie_domain::api::set_photo_open;
use chie_domain::api::view::{PhotoView, Veil};
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, PhotoId, PostId, ReplyId, ThreadId};
use chie_domain::photo::{Album, Attached, Colours, Media, UNUSED_LIVES};
use chie_domain::text::AltText;
use chie_domain::time::Span;
use proptest::prelude::*;

use super::actors::{Stage, account, code, console, contact, key, member, operator, question, stage, words};
use crate::ask::{Ask, Caller, Due, NewPhoto, Others, Outcome, PhotoSeen, Trouble};

pub(super) fn picture() -> NewPhoto {
    NewPhoto { media: Media::Jpeg, width: 800, height: 600, bytes: 90_000, colours: Colours::default() }
}

pub(super) fn album(photos: &[&PhotoId]) -> Album {
    let attached = |id: &&PhotoId| Attached { id: (*id).clone(), alt: AltText::parse("The lid").ok() };
    Album::try_from(photos.iter().map(attached).collect::<Vec<_>>()).expect("an album")
}

impl Stage {
    fn sends(&self, caller: &Caller) -> (PhotoId, Option<MemberId>) {
        match self.ask(caller, Ask::PostPhoto(picture())) {
            Ok(Outcome::PostedPhoto(id, guest)) => (id, guest),
            other => panic!("{other:?}"),
        }
    }

    /// Sends a photo that arrives.
    pub(super) fn photo(&self, caller: &Caller) -> (PhotoId, Option<MemberId>) {
        let (id, guest) = self.sends(caller);
        self.ask(caller, Ask::PhotoArrived(id.clone())).expect("arrived");
        (id, guest)
    }

    /// A guest asks with a photo.
    pub(super) fn showed(&self) -> (ThreadId, PhotoId, MemberId) {
        let (photo, guest) = self.photo(&Caller::Visitor);
        let guest = guest.expect("a guest");
        let (view, _) =
            self.post(&member(&guest), chie_domain::api::post_thread::Request { photos: album(&[&photo]), ..question("How?") });
        (view.row.id, photo, guest)
    }

    pub(super) fn seen(&self, id: &PhotoId) -> PhotoSeen {
        match self.ask(&Caller::Visitor, Ask::PhotoSeen(id.clone())) {
            Ok(Outcome::PhotoSeen(seen)) => seen,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn judge(&self, who: &Caller, id: &PhotoId, open: bool) -> Result<PhotoView, Trouble> {
        match self.ask(who, Ask::SetPhotoOpen(id.clone(), set_photo_open::Request { open }))? {
            Outcome::Photo(view) => Ok(view),
            other => panic!("{other:?}"),
        }
    }

    fn joins(&self, guest: &MemberId, name: &str) -> MemberId {
        match self.ask(
            &member(guest),
            Ask::Join { account: account(name), address: "a…@mail.example".to_owned(), contact: contact(name) },
        ) {
            Ok(Outcome::Joined(id, _)) => id,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn due(&self) -> Vec<PhotoId> {
        match self.ask(&Caller::Visitor, Ask::Due) {
            Ok(Outcome::Due(Due { photos, .. })) => photos,
            other => panic!("{other:?}"),
        }
    }

    /// Somebody whose answer a member with an address accepted, and helped two more.
    fn known(&self) -> MemberId {
        let (thread, asker) = self.asked("What is the ring for?");
        let (reply, helper) = self.reply(&Caller::Visitor, &thread, "It seals.");
        let (asker, helper) = (self.joins(&asker, "asker"), self.joins(&helper.expect("a guest"), "helper"));
        let answer = reply.id.clone();
        let accept = Ask::SetAccepted(reply.id, chie_domain::api::set_accepted::Request { on: true });
        self.ask(&member(&asker), accept).expect("accepted");
        for _ in 0..2 {
            let star = Ask::SetStar(answer.clone(), chie_domain::api::set_star::Request { on: true });
            self.ask(&Caller::Visitor, star).expect("starred");
        }
        helper
    }
}

#[test]
fn whoever_learns_or_looks_on_opens_no_photo_and_is_not_told_which_are_here() {
    use crate::ask::PeopleAsk;
    use chie_domain::policy::Role;
    let stage = stage();
    let (_, photo, _) = stage.showed();
    stage.prove("owner");
    for (who, role) in [("speaks", Role::Representative), ("learns", Role::Trainee), ("eyes", Role::Observer)] {
        let ask = PeopleAsk::Invite { account: account(who), address: who.to_owned(), contact: contact(who), role };
        stage.ask(&console("owner"), Ask::People(ask)).expect("invited");
    }
    let nobodys = PhotoId::mint(stage.now.get(), [9; 10]);
    for who in ["learns", "eyes"] {
        for (id, open) in [(&photo, true), (&photo, false), (&nobodys, true)] {
            assert_eq!(code(stage.judge(&console(who), id, open)), "not_allowed", "{who}");
        }
    }
    assert_eq!(code(stage.judge(&console("speaks"), &nobodys, true)), "not_found");
    stage.judge(&console("speaks"), &photo, true).expect("a representative opens");
}

#[test]
fn a_photo_belongs_to_its_sender_and_to_one_post() {
    let stage = stage();
    let (photo, guest) = stage.photo(&Caller::Visitor);
    let me = member(&guest.expect("a guest"));
    let (thread, stranger) = stage.asked("Another one");
    let ask = |who: &Caller, photos: &[&PhotoId]| {
        let request = chie_domain::api::post_reply::Request { photos: album(photos), ..words("Look") };
        stage.ask(who, Ask::PostReply(thread.clone(), request))
    };
    assert_eq!(code(ask(&member(&stranger), &[&photo])), "unknown_photo");
    assert_eq!(code(ask(&Caller::Visitor, &[&photo])), "unknown_photo");
    let (coming, _) = stage.sends(&me);
    assert_eq!(code(ask(&me, &[&photo, &coming])), "unknown_photo", "its bytes are not there yet");
    assert_eq!(stage.count("SELECT count(*) FROM reply"), 0, "nothing half-done");
    ask(&me, &[&photo]).expect("posted");
    assert_eq!(code(ask(&me, &[&photo])), "unknown_photo");
    let view = stage.thread_as(&me, &thread).expect("a thread");
    let shown = &view.replies[0].photos[0];
    assert_eq!((shown.id.clone(), shown.width, shown.height, shown.alt.as_deref()), (photo, 800, 600, Some("The lid")));
}

#[test]
fn a_guests_photo_is_veiled_for_others_until_somebody_known_opens_it() {
    let stage = stage();
    let known = stage.known();
    let (thread, photo, guest) = stage.showed();
    let veil = |who: &Caller| stage.thread_as(who, &thread).expect("a thread").photos[0].veil.clone();
    assert_eq!(veil(&Caller::Visitor), Veil::Down(Colours::default()));
    assert_eq!(veil(&operator()), Veil::Down(Colours::default()), "whoever may open it has not yet");
    let Veil::ByKey(own) = veil(&member(&guest)) else { panic!("the author sees it") };
    assert_eq!(stage.seen(&photo), PhotoSeen::ByKey(own));

    let (_, nobody) = stage.asked("Who am I?");
    stage.prove("owner");
    for who in [Caller::Visitor, member(&nobody), member(&guest), console("stranger")] {
        assert_eq!(code(stage.judge(&who, &photo, true)), "not_allowed", "{who:?}");
    }
    for who in [member(&known), console("owner"), operator()] {
        assert_eq!(stage.judge(&who, &photo, true).map(|it| it.veil), Ok(Veil::Lifted), "{who:?}");
        assert_eq!((veil(&Caller::Visitor), stage.seen(&photo)), (Veil::Lifted, PhotoSeen::ByAll));
        stage.judge(&who, &photo, true).expect("again");
        stage.judge(&who, &photo, false).expect("veiled");
        assert_eq!(veil(&Caller::Visitor), Veil::Down(Colours::default()));
    }
    assert_eq!(stage.count("SELECT count(*) FROM audit WHERE what LIKE 'photo_%'"), 6, "each change once");
    assert_eq!(crate::verify_audit(&stage.sql), Ok(None));
    let mine = |id: &MemberId| match stage.ask(&member(id), Ask::Mine) {
        Ok(Outcome::Mine(mine)) => mine.opens_photos,
        other => panic!("{other:?}"),
    };
    assert_eq!((mine(&known), mine(&nobody)), (vec![super::actors::product("kettle")], vec![]));
}

#[test]
fn a_members_photo_is_seen_by_all_and_moves_with_them() {
    let stage = stage();
    let (first, _, guest) = stage.showed();
    let (waiting, _) = stage.photo(&member(&guest));
    let me = stage.joins(&guest, "aoi");
    let request = chie_domain::api::post_thread::Request { photos: album(&[&waiting]), ..question("And now?") };
    let (view, _) = stage.post(&member(&me), request);
    assert_eq!(stage.thread(&view.row.id).photos[0].veil, Veil::Lifted);
    // What was posted as a guest waits still; it is theirs.
    assert!(matches!(stage.thread(&first).photos[0].veil, Veil::Down(_)));
    assert!(matches!(stage.thread_as(&member(&me), &first).expect("a thread").photos[0].veil, Veil::ByKey(_)));
    let Ok(Outcome::Photos(all)) = stage.ask(&Caller::Visitor, Ask::PhotosOf(me)) else { panic!("photos") };
    assert_eq!(all.len(), 2);
}

#[test]
fn a_photo_goes_with_its_post_and_its_bytes_soon_after() {
    let stage = stage();
    let (thread, photo, guest) = stage.showed();
    let (second, _) = stage.photo(&member(&guest));
    let request = chie_domain::api::post_reply::Request { photos: album(&[&second]), ..words("Another view") };
    let Ok(Outcome::PostedReply(reply, _)) = stage.ask(&member(&guest), Ask::PostReply(thread.clone(), request)) else {
        panic!("a reply")
    };
    stage.judge(&operator(), &photo, true).expect("open");
    stage.judge(&operator(), &second, true).expect("open");
    let remove = |reply| {
        let request = chie_domain::api::remove_post::Request { thread: thread.clone(), reply, ground: Ground::PersonalData };
        stage.ask(&operator(), Ask::Remove(request, Others::None)).expect("removed")
    };
    remove(None);
    assert_eq!((stage.seen(&photo), stage.seen(&second)), (PhotoSeen::ByNobody, PhotoSeen::ByAll));
    assert_eq!(stage.thread_as(&member(&guest), &thread).expect("a thread").photos, []);
    assert_eq!(stage.due(), vec![photo.clone()]);
    stage.ask(&Caller::Visitor, Ask::PhotosKept).expect("put off");
    assert_eq!(stage.due(), vec![], "a failure is put off");
    stage.pass(Span::minutes(1));
    assert_eq!(stage.due(), vec![photo.clone()], "and tried again");
    stage.ask(&Caller::Visitor, Ask::PhotosDeleted(vec![photo])).expect("deleted");
    remove(Some(reply.id));
    assert_eq!(stage.thread(&thread).replies[0].photos, []);
    assert_eq!(stage.due(), vec![second.clone()]);
    stage.ask(&Caller::Visitor, Ask::PhotosDeleted(vec![second])).expect("deleted");
    assert_eq!((stage.count("SELECT count(*) FROM photo"), stage.due()), (0, vec![]));
}

#[test]
fn a_held_posts_photo_is_its_authors_and_the_operators() {
    let stage = stage();
    let (photo, guest) = stage.photo(&Caller::Visitor);
    let guest = guest.expect("a guest");
    let body = chie_domain::text::Body::parse("https://a.example https://b.example https://c.example").ok();
    let request = chie_domain::api::post_thread::Request { photos: album(&[&photo]), body, ..question("Offers") };
    let (view, _) = stage.post(&member(&guest), request);
    assert!(matches!(view.photos[0].veil, Veil::ByKey(_)));
    assert!(matches!(stage.seen(&photo), PhotoSeen::ByKey(_)));
    assert_eq!(code(stage.judge(&operator(), &photo, true)), "not_found", "a post that waits is decided about as a whole");
}

#[test]
fn what_no_post_takes_within_a_day_is_deleted() {
    let stage = stage();
    let (unused, guest) = stage.photo(&Caller::Visitor);
    let me = member(&guest.expect("a guest"));
    let (lost, _) = stage.sends(&me);
    stage.pass(Span::hours(1));
    let (later, _) = stage.photo(&me);
    assert_eq!(stage.sql.alarm(), Some(super::actors::T0.after(UNUSED_LIVES)));
    stage.pass(Span::hours(23));
    assert_eq!(stage.due(), vec![unused.clone(), lost.clone()]);
    let request = chie_domain::api::post_thread::Request { photos: album(&[&unused]), ..question("Too late") };
    assert_eq!(code(stage.ask(&me, Ask::PostThread(request))), "unknown_photo");
    assert_eq!(code(stage.ask(&me, Ask::PhotoArrived(lost.clone()))), "not_found");
    stage.ask(&Caller::Visitor, Ask::PhotosDeleted(vec![unused, lost])).expect("deleted");
    assert_eq!(stage.due(), vec![]);
    stage.pass(Span::hours(1));
    assert_eq!(stage.due(), vec![later]);
}

#[test]
fn photos_are_counted_and_a_retry_is_the_same_one() {
    let stage = stage();
    let wish = key("0123456789abcdef", "a picture");
    let sent = || match stage.ask_once(&Caller::Visitor, &wish, Ask::PostPhoto(picture())) {
        Ok(Outcome::PostedPhoto(id, guest)) => (id, guest),
        other => panic!("{other:?}"),
    };
    let (first, guest) = sent();
    assert_eq!(sent(), (first, guest.clone()));
    let me = member(&guest.expect("a guest"));
    for _ in 1..24 {
        stage.photo(&me);
    }
    assert_eq!(code(stage.ask(&me, Ask::PostPhoto(picture()))), "too_many");
    stage.pass(Span::minutes(11));
    stage.photo(&me);
}

#[test]
fn a_photo_goes_when_its_author_takes_the_post_back() {
    let stage = stage();
    let (thread, photo, guest) = stage.showed();
    let (second, other) = stage.photo(&Caller::Visitor);
    let other = member(&other.expect("a guest"));
    let request = chie_domain::api::post_reply::Request { photos: album(&[&second]), ..words("Like this?") };
    let Ok(Outcome::PostedReply(reply, _)) = stage.ask(&other, Ask::PostReply(thread.clone(), request)) else { panic!("a reply") };
    stage.ask(&member(&guest), Ask::DeletePost(PostId::Opening(thread.clone()))).expect("a stone");
    assert_eq!((stage.thread(&thread).photos, stage.seen(&photo)), (vec![], PhotoSeen::ByNobody));
    assert_eq!(stage.due(), vec![photo.clone()]);
    stage.ask(&Caller::Visitor, Ask::PhotosDeleted(vec![photo])).expect("deleted");
    stage.ask(&other, Ask::DeletePost(PostId::Reply(reply.id))).expect("deleted");
    assert_eq!((stage.seen(&second), stage.due()), (PhotoSeen::ByNobody, vec![second]));
}

/// What happens to photos, in any order.
#[derive(Debug, Clone, Copy)]
enum Turn {
    Reply(usize, usize),
    Delete(usize, usize),
    Remove(usize),
    Judge(usize, bool),
    Erase(usize),
    Pass(u64),
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let turn = prop_oneof![
        3 => (0_usize..3, 1_usize..3).prop_map(|(who, photos)| Turn::Reply(who, photos)),
        1 => (0_usize..3, 0_usize..8).prop_map(|(who, which)| Turn::Delete(who, which)),
        1 => (0_usize..8).prop_map(Turn::Remove),
        2 => (0_usize..8, any::<bool>()).prop_map(|(which, open)| Turn::Judge(which, open)),
        1 => (0_usize..3).prop_map(Turn::Erase),
        1 => (1_u64..40).prop_map(Turn::Pass),
    ];
    proptest::collection::vec(turn, 1..24)
}

/// Photos that stand under a post which nobody sees any more.
const LEFT_BEHIND: &str = "SELECT count(*) FROM photo p JOIN thread t ON t.n = p.thread LEFT JOIN reply r ON r.n = p.reply \
    WHERE p.state = 'shown' AND (coalesce(r.visibility, t.visibility) = 'removed' OR coalesce(r.deleted, CASE WHEN r.n IS NULL THEN t.deleted END) \
    IS NOT NULL OR (SELECT m.erased FROM member m WHERE m.id = p.member) IS NOT NULL)";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever happens: who sees a photo follows from its post and its veil, none stays behind its post or its author, and the bytes of
    /// each that went are deleted in the end.
    #[test]
    fn photos_go_with_their_posts_and_people_whatever_happens(turns in turns()) {
        let stage = stage();
        let (thread, _) = stage.asked("How does yours look?");
        let mut people: Vec<MemberId> = (0..3).map(|n| stage.join(&Caller::Visitor, &format!("person-{n}"))).collect();
        let (mut replies, mut photos) = (Vec::new(), Vec::new());
        for (n, turn) in turns.into_iter().enumerate() {
            stage.pass(Span::minutes(11));
            let done = match turn {
                Turn::Reply(who, count) => {
                    let me = member(&people[who]);
                    let sent: Vec<PhotoId> = (0..count).map(|_| stage.photo(&me).0).collect();
                    let request = chie_domain::api::post_reply::Request { photos: album(&sent.iter().collect::<Vec<_>>()), ..words(&format!("Look, {n}")) };
                    photos.extend(sent);
                    stage.ask(&me, Ask::PostReply(thread.clone(), request))
                }
                Turn::Delete(who, which) => match replies.get(which) {
                    Some(reply) => stage.ask(&member(&people[who]), Ask::DeletePost(PostId::Reply(ReplyId::clone(reply)))),
                    None => continue,
                },
                Turn::Remove(which) => {
                    let Some(reply) = replies.get(which).cloned() else { continue };
                    let request = chie_domain::api::remove_post::Request { thread: thread.clone(), reply: Some(reply), ground: Ground::Spam };
                    stage.ask(&operator(), Ask::Remove(request, Others::None))
                }
                Turn::Judge(which, open) => match photos.get(which) {
                    Some(photo) => stage.ask(&operator(), Ask::SetPhotoOpen(PhotoId::clone(photo), set_photo_open::Request { open })),
                    None => continue,
                },
                Turn::Erase(who) => {
                    let gone = stage.ask(&member(&people[who]), Ask::EraseMe);
                    people[who] = stage.join(&Caller::Visitor, &format!("person-{who}-{n}"));
                    gone
                }
                Turn::Pass(hours) => {
                    stage.pass(Span::hours(hours));
                    continue;
                }
            };
            match done {
                Ok(Outcome::PostedReply(view, _)) => replies.push(view.id),
                Ok(_) | Err(Trouble::Refused(_)) => {}
                Err(fault) => prop_assert!(false, "{fault:?}"),
            }
            prop_assert_eq!(stage.count(LEFT_BEHIND), 0);
            let view = stage.thread(&thread);
            let shown: Vec<PhotoView> = view.replies.into_iter().flat_map(|reply| reply.photos).collect();
            for photo in &photos {
                let drawn = shown.iter().find(|it| it.id == *photo).map(|it| it.veil == Veil::Lifted);
                prop_assert_eq!(drawn, match stage.seen(photo) {
                    PhotoSeen::ByAll => Some(true),
                    PhotoSeen::ByKey(_) => Some(false),
                    PhotoSeen::ByNobody => None,
                });
            }
        }
        stage.pass(Span::hours(25));
        for _ in 0..3 {
            let due = stage.due();
            stage.ask(&Caller::Visitor, Ask::PhotosDeleted(due)).expect("deleted");
        }
        prop_assert_eq!(stage.count("SELECT count(*) FROM photo WHERE state <> 'shown'"), 0);
        prop_assert_eq!(stage.due(), vec![]);
    }
}

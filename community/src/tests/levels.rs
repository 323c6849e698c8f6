//! What somebody earns by helping and may do with it: the small powers, who takes their use back, and that misuse loses them. Also
//! of which kind a thread is, and remarks in the official voice.

use chie_domain::api::view::Voice;
use chie_domain::api::{post_official_reply, set_accepted, set_duplicate, set_kind, set_star, set_tags};
use chie_domain::claim::Reach;
use chie_domain::event::{Doer, Happening};
use chie_domain::id::{MemberId, ReplyId, ThreadId};
use chie_domain::level::Level;
use chie_domain::tag::Tags;
use chie_domain::text::{Body, DisplayName};
use chie_domain::thread::Kind;
use proptest::prelude::*;

use super::actors::{Stage, code, console, member, operator, stage};
use crate::ask::{Ask, Caller, Outcome, Trouble};

/// Somebody whose answers so many members accepted, in the product that everything here is about.
fn helper(stage: &Stage, name: &str, times: u32) -> MemberId {
    let (_, guest) = stage.asked("My own");
    let me = stage.join(&member(&guest), name);
    for n in 0..times {
        let (thread, guest) = stage.asked("Help");
        let asker = stage.join(&member(&guest), &format!("{name}-asker-{n}"));
        let (reply, _) = stage.reply(&member(&me), &thread, "Like this.");
        stage.ask(&member(&asker), Ask::SetAccepted(reply.id.clone(), set_accepted::Request { on: true })).expect("accepted");
        for _ in 0..2 {
            stage.ask(&Caller::Visitor, Ask::SetStar(reply.id.clone(), set_star::Request { on: true })).expect("starred");
        }
    }
    me
}

fn level(stage: &Stage, who: &MemberId) -> Level {
    match stage.ask(&member(who), Ask::Mine) {
        Ok(Outcome::Mine(mine)) => mine.levels.first().map_or(Level::New, |it| it.level),
        other => panic!("{other:?}"),
    }
}

fn kind(stage: &Stage, who: &Caller, thread: &ThreadId, kind: Kind) -> Result<Outcome, Trouble> {
    stage.ask(who, Ask::SetKind(thread.clone(), set_kind::Request { kind }))
}

fn lines(stage: &Stage, thread: &ThreadId) -> Vec<(Doer, Happening)> {
    stage.thread(thread).events.into_iter().map(|event| (event.by, event.what)).collect()
}

#[test]
fn a_star_that_one_gave_oneself_before_one_was_known_counts_for_nothing() {
    let stage = stage();
    let (_, me) = stage.asked("My own");
    let me = stage.join(&member(&me), "known");
    let (thread, asker) = stage.asked("Help");
    let asker = stage.join(&member(&asker), "asker");
    let (reply, _) = stage.reply(&member(&me), &thread, "Like this.");
    let star = || Ask::SetStar(reply.id.clone(), set_star::Request { on: true });
    stage.ask(&member(&asker), Ask::SetAccepted(reply.id.clone(), set_accepted::Request { on: true })).expect("accepted");
    stage.ask(&Caller::Visitor, star()).expect("a star");
    assert_eq!(level(&stage, &me), Level::New, "two people are helped");
    let (_, guest) = stage.asked("Another browser of mine");
    stage.ask(&member(&guest), star()).expect("a star");
    assert_eq!(level(&stage, &me), Level::Known, "three people are helped");
    assert_eq!(stage.join(&member(&guest), "known"), me);
    assert_eq!(level(&stage, &me), Level::New, "one of them was oneself");
}

#[test]
fn who_is_known_says_the_kind_and_loses_that_when_it_is_taken_back() {
    let stage = stage();
    let (thread, asker) = stage.asked("It drips");
    let newcomer = helper(&stage, "new", 0);
    assert_eq!(code(kind(&stage, &member(&newcomer), &thread, Kind::Problem)), "not_allowed");
    let known = helper(&stage, "known", 2);
    assert_eq!(level(&stage, &known), Level::Known);
    kind(&stage, &member(&known), &thread, Kind::Problem).expect("a kind");
    kind(&stage, &member(&known), &thread, Kind::Problem).expect("twice is once");
    assert_eq!(lines(&stage, &thread), [(Doer::Helper, Happening::KindChanged(Kind::Question, Kind::Problem))]);
    kind(&stage, &member(&asker), &thread, Kind::Question).expect("the asker knows better");
    assert_eq!(level(&stage, &known), Level::Known, "one mistake is forgiven");
    kind(&stage, &member(&known), &thread, Kind::Idea).expect("again");
    kind(&stage, &operator(), &thread, Kind::Question).expect("the operator settles it");
    assert_eq!(level(&stage, &known), Level::New);
    assert_eq!(code(kind(&stage, &member(&known), &thread, Kind::Idea)), "not_allowed");
}

#[test]
fn a_representative_says_the_kind_of_what_is_claimed_and_nobody_else_where_a_status_stands() {
    let stage = stage();
    let (thread, _) = stage.asked("It drips");
    let known = helper(&stage, "known", 2);
    stage.prove("aoi");
    assert_eq!(code(kind(&stage, &console("aoi"), &thread, Kind::Problem)), "not_claimed");
    assert_eq!(code(kind(&stage, &console("mallory"), &thread, Kind::Problem)), "not_allowed");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    kind(&stage, &console("aoi"), &thread, Kind::Problem).expect("a kind");
    assert_eq!(lines(&stage, &thread).last(), Some(&(Doer::Brand, Happening::KindChanged(Kind::Question, Kind::Problem))));
    let word = Some(chie_domain::thread::OfficialWord::for_kind(Kind::Problem).next().expect("a word"));
    let request = chie_domain::api::set_status::Request { word, reason: None, version: None };
    stage.ask(&console("aoi"), Ask::SetStatus(thread.clone(), request)).expect("a status");
    assert_eq!(code(kind(&stage, &member(&known), &thread, Kind::Idea)), "not_allowed");
    assert_eq!(code(kind(&stage, &console("aoi"), &thread, Kind::Update)), "kind_reserved");
}

fn remark(stage: &Stage, who: &str, thread: &ThreadId, under: &ReplyId) -> Result<Outcome, Trouble> {
    let request = post_official_reply::Request {
        body: Body::parse("That is right.").expect("words"),
        name: DisplayName::parse("Aoi").expect("a name"),
        under: Some(under.clone()),
    };
    stage.ask(&console(who), Ask::PostOfficialReply(thread.clone(), request))
}

#[test]
fn a_remark_of_the_brands_has_the_official_voice_and_counts_as_no_reply() {
    let stage = stage();
    let (thread, _) = stage.asked("It drips");
    let (elsewhere, _) = stage.asked("It hums");
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Turn it.");
    stage.prove("aoi");
    assert_eq!(code(remark(&stage, "aoi", &thread, &reply.id)), "not_claimed");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    assert_eq!(code(remark(&stage, "aoi", &elsewhere, &reply.id)), "unknown_reply");
    remark(&stage, "aoi", &thread, &reply.id).expect("a remark");
    let view = stage.thread(&thread);
    assert_eq!((view.row.replies, view.replies.len()), (1, 1));
    assert!(matches!(view.replies[0].comments[0].author.voice, Voice::Official(_)));
    assert_eq!(code(remark(&stage, "aoi", &thread, &view.replies[0].comments[0].id)), "unknown_reply", "one level deep");
    for _ in 1..chie_domain::api::post_comment::MOST {
        remark(&stage, "aoi", &thread, &reply.id).expect("a remark");
    }
    assert_eq!(code(remark(&stage, "aoi", &thread, &reply.id)), "full");
}

#[derive(Debug, Clone, Copy)]
enum Turn {
    Tag,
    Kind,
    Same,
    AskerTags,
    AskerKind,
    BrandUndoes,
}

fn turns() -> impl Strategy<Value = Turn> {
    prop::sample::select(vec![Turn::Tag, Turn::Kind, Turn::Same, Turn::AskerTags, Turn::AskerKind, Turn::BrandUndoes])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever is done in which order, a power is there exactly while the level gives it, and nothing but being taken back by
    /// others lowers a level.
    #[test]
    fn powers_follow_the_level_whatever_happens(turns in proptest::collection::vec(turns(), 1..14)) {
        let stage = stage();
        let me = helper(&stage, "trusted", 7);
        let (thread, asker) = stage.asked("It drips");
        let (master, _) = stage.asked("It drips too");
        stage.prove("aoi");
        stage.claim("aoi", None, None, Reach::All).expect("a claim");
        prop_assert_eq!(level(&stage, &me), Level::Trusted);
        let tags = |who: &Caller, text: &str| stage.ask(who, Ask::SetTags(thread.clone(), set_tags::Request { tags: Tags::parse(text).expect("tags") }));
        let same = |who: &Caller, of: Option<&ThreadId>| stage.ask(who, Ask::SetDuplicate(thread.clone(), set_duplicate::Request { of: of.cloned() }));
        for turn in turns {
            let before = level(&stage, &me);
            let kinds = [Kind::Question, Kind::Problem];
            let other = kinds[usize::from(stage.thread(&thread).row.kind == Kind::Question)];
            let (done, needs) = match turn {
                Turn::Tag => (tags(&member(&me), "gas"), Level::Known),
                Turn::Kind => (kind(&stage, &member(&me), &thread, other), Level::Known),
                Turn::Same => (same(&member(&me), Some(&master)), Level::Trusted),
                Turn::AskerTags => (tags(&member(&asker), ""), Level::New),
                Turn::AskerKind => (kind(&stage, &member(&asker), &thread, other), Level::New),
                Turn::BrandUndoes => (same(&console("aoi"), None), Level::New),
            };
            prop_assert_eq!(done.is_ok(), before >= needs, "{:?} at {:?}", turn, before);
            let after = level(&stage, &me);
            prop_assert!(after <= before);
            if matches!(turn, Turn::Tag | Turn::Kind | Turn::Same) {
                prop_assert_eq!(after, before);
            }
        }
    }
}

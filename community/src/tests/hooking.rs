//! Webhooks: who makes them, what they are told and what never, when it is tried again, when they rest, and what ends them.

mod trying;

use chie_domain::api::get_webhooks::WebhookView;
use chie_domain::api::{decide, lift_danger, make_webhook, mark_official_answer, set_accepted, set_guard, set_status};
use chie_domain::claim::Reach;
use chie_domain::ground::Ground;
use chie_domain::id::{PostId, ProofId, ReplyId, ThreadId, WebhookId};
use chie_domain::matter::{Matter, Verdict};
use chie_domain::proof::LAPSE_AFTER;
use chie_domain::text::Reason;
use chie_domain::thread::OfficialWord;
use chie_domain::time::Span;
use chie_domain::webhook::{HookAddress, HookAnswer, HookEvent, HookEvents, MOST_WEBHOOKS};

use super::actors::{Stage, code, console, member, operator, proven_stage, words};
use crate::ask::{Ask, Caller, HookOut, Others, Outcome, Seen, Trouble, WebhookAsk};

const REFUSED: HookAnswer = HookAnswer::Status(503);
const TOOK: HookAnswer = HookAnswer::Status(204);

fn request(address: &str, events: &[HookEvent]) -> make_webhook::Request {
    make_webhook::Request {
        address: HookAddress::parse(address).expect("an address"),
        events: HookEvents::of(events).expect("events"),
    }
}

fn all_of(outcome: Outcome) -> Vec<WebhookView> {
    match outcome {
        Outcome::Webhooks(webhooks) => webhooks,
        other => panic!("{other:?}"),
    }
}

impl Stage {
    fn hook(&self, who: &Caller, ask: WebhookAsk) -> Result<Outcome, Trouble> {
        self.ask(who, Ask::Webhook(ask))
    }

    fn makes(&self, who: &Caller, address: &str, events: &[HookEvent]) -> Result<WebhookId, Trouble> {
        let id = WebhookId::mint(self.now.get(), [u8::try_from(self.turn.get() % 200).unwrap_or(1); 10]);
        self.hook(who, WebhookAsk::Make(id.clone(), request(address, events), "sealed".to_owned())).map(|_| id)
    }

    /// A webhook of everything there is.
    fn told_all(&self) -> WebhookId {
        let events: Vec<HookEvent> = HookEvent::ALL.into_iter().filter(|event| event.is_chosen()).collect();
        self.makes(&console("aoi"), "https://www.acme.example/hook", &events).expect("made")
    }

    fn webhooks(&self) -> Vec<WebhookView> {
        all_of(self.hook(&console("aoi"), WebhookAsk::See).expect("webhooks"))
    }

    fn the_webhook(&self) -> WebhookView {
        self.webhooks().into_iter().next().expect("a webhook")
    }

    fn out(&self) -> Vec<HookOut> {
        self.all_due().hooks
    }

    fn events_out(&self) -> Vec<HookEvent> {
        self.out().into_iter().map(|out| out.event).collect()
    }

    fn tried(&self, seq: u64, answer: HookAnswer) {
        self.hook(&Caller::Visitor, WebhookAsk::Tried(seq, answer)).expect("noted");
    }

    /// The evidence is seen again.
    fn still_proven(&self) {
        for (id, _) in self.rows("SELECT id, state FROM proof") {
            let id = ProofId::parse(&id).expect("a proof");
            self.ask(&Caller::Visitor, Ask::Rechecked(id, Seen::Yes)).expect("seen");
        }
    }

    /// Everything that is due is sent and taken.
    fn all_arrive(&self) -> Vec<HookEvent> {
        let out = self.out();
        for out in &out {
            self.tried(out.seq, TOOK);
        }
        out.into_iter().map(|out| out.event).collect()
    }

    fn handed(&self, who: &Caller, ask: WebhookAsk) -> Result<HookOut, Trouble> {
        match self.hook(who, ask)? {
            Outcome::HookOut(out) => Ok(*out),
            other => panic!("{other:?}"),
        }
    }

    fn decides(&self, about: &ThreadId, verdict: Verdict, ground: Option<Ground>) {
        self.decides_of(PostId::Opening(about.clone()), verdict, ground);
    }

    fn decides_of(&self, post: PostId, verdict: Verdict, ground: Option<Ground>) {
        let about = Matter::Post(post);
        let request = decide::Request { about, verdict, ground, words: None, of: None, product: None };
        self.ask(&operator(), Ask::Decide(request, Others::None)).expect("decided");
    }
}

#[test]
fn owners_make_rotate_and_remove_them_inside_what_they_have_proven() {
    let stage = proven_stage();
    let owner = console("aoi");
    stage.colleague("mei");
    for stranger in [console("mei"), console("nobody"), operator(), Caller::Visitor] {
        assert_eq!(code(stage.hook(&stranger, WebhookAsk::See)), "not_allowed");
        assert_eq!(code(stage.makes(&stranger, "https://acme.example/", &[HookEvent::Asked])), "not_allowed");
    }
    for elsewhere in ["https://evil.example/", "https://attacker-acme.example/", "https://acme.example.evil.example/"] {
        assert_eq!(code(stage.makes(&owner, elsewhere, &[HookEvent::Asked])), "not_proven", "{elsewhere}");
    }
    let id = stage.makes(&owner, "https://shop.acme.example/hook", &[HookEvent::Danger, HookEvent::Asked]).expect("made");
    let it = stage.the_webhook();
    assert_eq!((it.events.all(), it.by.as_deref()), ([HookEvent::Asked, HookEvent::Danger].as_slice(), Some("a…@acme.example")));
    for _ in 1..MOST_WEBHOOKS {
        stage.told_all();
    }
    assert_eq!(code(stage.makes(&owner, "https://acme.example/", &[HookEvent::Asked])), "too_many_webhooks");

    for ask in [WebhookAsk::Rotate(id.clone(), "new".to_owned()), WebhookAsk::Remove(id.clone()), WebhookAsk::Test(id.clone())] {
        assert_eq!(code(stage.hook(&console("mei"), ask)), "not_allowed");
    }
    stage.hook(&owner, WebhookAsk::Rotate(id.clone(), "new".to_owned())).expect("rotated");
    let both = stage.handed(&owner, WebhookAsk::Test(id.clone())).expect("sent");
    assert_eq!((both.sealed.as_str(), both.old.as_deref()), ("new", Some("sealed")));
    stage.pass(Span::hours(24));
    assert_eq!(stage.handed(&owner, WebhookAsk::Test(id.clone())).expect("sent").old, None, "a day later one signs");
    stage.hook(&owner, WebhookAsk::Remove(id.clone())).expect("removed");
    assert_eq!(stage.count(&format!("SELECT count(*) FROM delivery WHERE webhook = '{id}'")), 0);
    for ask in [WebhookAsk::Rotate(id.clone(), "new".to_owned()), WebhookAsk::Remove(id.clone()), WebhookAsk::Test(id)] {
        assert_eq!(code(stage.hook(&owner, ask)), "not_found");
    }
    let recorded = stage.rows("SELECT what, object FROM audit WHERE what LIKE 'webhook%' AND what <> 'webhook_made' ORDER BY seq");
    assert_eq!(recorded.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(), ["webhook_rotated", "webhook_removed"]);
}

#[test]
fn each_is_told_what_it_chose_as_everybody_reads_it() {
    let stage = proven_stage();
    stage.told_all();
    let (thread, asker) = stage.asked("It caught fire");
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Pull the plug.");
    let out = stage.out();
    assert_eq!(out.iter().map(|out| out.event).collect::<Vec<_>>(), [HookEvent::Asked, HookEvent::Danger, HookEvent::Replied]);
    assert!(out.iter().all(|out| out.thread.as_ref().is_some_and(|row| row.id == thread) && out.sealed == "sealed"));
    assert_eq!(out[2].reply.as_ref().map(|reply| &reply.id), Some(&reply.id));
    for out in &out {
        stage.tried(out.seq, TOOK);
    }
    assert!(stage.out().is_empty(), "what arrived is not sent again");

    stage.ask(&member(&asker), Ask::SetAccepted(reply.id.clone(), set_accepted::Request { on: true })).expect("accepted");
    assert_eq!(stage.all_arrive(), [HookEvent::Solved]);
    // A claim is told once it can no longer be undone.
    let claim = stage.claim("aoi", Some(&thread), None, Reach::All).expect("claimed");
    assert!(stage.out().is_empty());
    stage.pass(Span::minutes(11));
    let told = stage.all_due();
    let told: Vec<HookOut> = if told.hooks.is_empty() { stage.out() } else { told.hooks };
    assert_eq!(told.iter().map(|out| (out.event, out.claim.as_ref())).collect::<Vec<_>>(), [(HookEvent::Claimed, Some(&claim))]);
    stage.tried(told[0].seq, TOOK);
    let said = |word| {
        let request = set_status::Request { word: Some(word), reason: None, version: None };
        stage.ask(&console("aoi"), Ask::SetStatus(thread.clone(), request)).expect("said");
    };
    said(OfficialWord::LookingInto);
    said(OfficialWord::LookingInto);
    assert_eq!(stage.all_arrive(), [HookEvent::StatusChanged], "saying it again is no news");
    said(OfficialWord::Answered);
    assert_eq!(stage.all_arrive(), [HookEvent::StatusChanged, HookEvent::Solved]);
    let mark = |reply: Option<&ReplyId>| {
        let request = mark_official_answer::Request { reply: reply.cloned() };
        stage.ask(&console("aoi"), Ask::MarkOfficialAnswer(thread.clone(), request)).expect("marked");
    };
    mark(Some(&reply.id));
    mark(Some(&reply.id));
    assert_eq!(stage.all_arrive(), [HookEvent::OfficialAnswer]);
    mark(None);
    mark(Some(&reply.id));
    mark(None);
    assert!(stage.out().is_empty(), "what was taken back meanwhile is not told");
    stage.ask(&console("aoi"), Ask::Release(claim.id)).expect("released");
    assert_eq!(stage.all_arrive(), [HookEvent::Released]);
    // One that chose something else hears nothing of all that.
    let quiet = stage.makes(&console("aoi"), "https://acme.example/quiet", &[HookEvent::Danger]).expect("made");
    stage.asked("Which water?");
    assert_eq!(stage.all_arrive(), [HookEvent::Asked]);
    assert!(stage.webhooks().iter().any(|it| it.id == quiet && it.deliveries.is_empty()));
}

#[test]
fn nothing_that_waits_or_went_is_told() {
    let stage = proven_stage();
    stage.told_all();
    let (thread, guest) = stage.asked("Which water?");
    // Removed before it was sent: it goes, and does not come with what is sent again.
    stage.decides(&thread, Verdict::Removed, Some(Ground::OffTopic));
    assert!(stage.out().is_empty());
    assert!(stage.the_webhook().deliveries.is_empty());
    stage.decides(&thread, Verdict::Kept, None);
    stage.all_arrive();
    let (reply, who) = stage.reply(&Caller::Visitor, &thread, "Soft water.");
    let author = member(&who.expect("a guest"));
    stage.ask(&author, Ask::DeletePost(PostId::Reply(reply.id))).expect("deleted");
    assert!(stage.out().is_empty(), "what its author took back is told to nobody");
    // What the operator removed leaves a stone, and a stone is no news.
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Hard water.");
    stage.decides_of(PostId::Reply(reply.id), Verdict::Removed, Some(Ground::OffTopic));
    assert!(stage.out().is_empty());
    // Something whose thread was removed cannot be sent again either.
    stage.reply(&member(&guest), &thread, "Thank you.");
    assert_eq!(stage.all_arrive(), [HookEvent::Replied]);
    let it = stage.the_webhook();
    stage.decides(&thread, Verdict::Removed, Some(Ground::OffTopic));
    let again = WebhookAsk::Again(it.id, it.deliveries[0].id.clone());
    assert_eq!(code(stage.hook(&console("aoi"), again)), "nothing_to_tell");
}

#[test]
fn what_is_not_so_any_more_when_it_is_tried_again_is_not_told() {
    let stage = proven_stage();
    let id = stage.told_all();
    let (thread, _) = stage.asked("There is smoke and fire");
    let events = |out: &[HookOut]| out.iter().map(|out| out.event).collect::<Vec<_>>();
    let refused = || {
        let out = stage.out();
        for out in &out {
            stage.tried(out.seq, REFUSED);
        }
        stage.pass(Span::minutes(1));
        out
    };
    assert_eq!(events(&refused()), [HookEvent::Asked, HookEvent::Danger]);
    let reason = Reason::parse("A burner is a part of the hob.").expect("a reason");
    stage.ask(&operator(), Ask::LiftDanger(thread.clone(), lift_danger::Request { reason })).expect("lifted");
    assert_eq!(stage.all_arrive(), [HookEvent::Asked], "the mark is off");
    let claim = stage.claim("aoi", Some(&thread), None, Reach::All).expect("claimed");
    stage.pass(Span::minutes(11));
    // The alarm ends the time to undo it, and rings again for what follows from that.
    assert!(stage.out().is_empty());
    let due = stage.out();
    assert_eq!(events(&due), [HookEvent::Claimed]);
    stage.tried(due[0].seq, REFUSED);
    stage.ask(&console("aoi"), Ask::Release(claim.id)).expect("released");
    stage.pass(Span::minutes(1));
    assert_eq!(stage.all_arrive(), [HookEvent::Released], "it is claimed no more");
    // A webhook that rests does not begin again because somebody was under way with something.
    stage.asked("Which water?");
    let under_way = stage.out().remove(0);
    stage.sql_run(&format!("UPDATE webhook SET paused = {} WHERE id = '{id}'", stage.now.get().millis()));
    stage.tried(under_way.seq, REFUSED);
    assert_eq!(stage.the_webhook().deliveries[0].next, None);
}

#[test]
fn what_was_held_is_told_once_everybody_reads_it() {
    let stage = proven_stage();
    stage.told_all();
    let guard = set_guard::Request { slow: 0, hold_newcomers: true, hours: None };
    stage.ask(&operator(), Ask::SetGuard(guard)).expect("set");
    let (thread, _) = stage.asked("Which water?");
    assert!(stage.out().is_empty());
    stage.decides(&thread, Verdict::Kept, None);
    assert_eq!(stage.all_arrive(), [HookEvent::Asked]);
}

#[test]
fn it_ends_with_the_proof_and_goes_with_the_company() {
    let stage = proven_stage();
    stage.told_all();
    stage.asked("Which water?");
    stage.pass(LAPSE_AFTER);
    stage.pass(Span::hours(1));
    assert!(stage.out().is_empty(), "what waited when the proof lapsed is not sent");
    assert_eq!(code(stage.hook(&console("aoi"), WebhookAsk::See)), "not_allowed");
    stage.asked("Which tea?");
    assert_eq!(stage.count("SELECT count(*) FROM delivery"), 0);
    // Somebody else begins anew: nothing of the former company is left for them once they have claimed.
    stage.pass(Span::days(100));
    stage.prove("mei");
    stage.claim("mei", None, None, Reach::All).expect("claimed");
    stage.pass(Span::minutes(11));
    stage.all_due();
    assert!(all_of(stage.hook(&console("mei"), WebhookAsk::See).expect("webhooks")).is_empty());
    assert_eq!(stage.count("SELECT count(*) FROM webhook"), 0);
}

#[test]
fn a_closed_community_tells_nothing() {
    let stage = proven_stage();
    stage.told_all();
    stage.asked("Which water?");
    let closing = |verdict, ground| {
        let request = decide::Request { about: Matter::Community, verdict, ground, words: None, of: None, product: None };
        stage.ask(&operator(), Ask::Decide(request, Others::None)).expect("decided");
    };
    let under_way = stage.out().remove(0);
    stage.asked("Which tea?");
    closing(Verdict::TakenDown, Some(Ground::Unlawful));
    stage.tried(under_way.seq, REFUSED);
    assert!(stage.out().is_empty());
    stage.pass(Span::minutes(1));
    assert!(stage.out().is_empty(), "nor what was tried before");
}

#[test]
fn a_further_domain_counts_while_it_is_proven() {
    let stage = proven_stage();
    let further = "https://acme-shop.example/hook";
    assert_eq!(code(stage.makes(&console("aoi"), further, &[HookEvent::Asked])), "not_proven");
    stage.sql_run(
        "INSERT INTO brand_alias (tenancy, domain, token, state, a, b) \
         SELECT tenancy, 'acme-shop.example', 't', 'confirmed', a, b FROM proof WHERE state = 'confirmed'",
    );
    stage.makes(&console("aoi"), further, &[HookEvent::Asked]).expect("made");
    let foreign = "https://evil.example/hook";
    assert_eq!(code(stage.makes(&console("aoi"), foreign, &[HookEvent::Asked])), "not_proven");
    stage.asked("Which water?");
    let out = stage.out();
    assert_eq!(out.iter().map(|out| out.domain.as_str()).collect::<Vec<_>>(), ["acme-shop.example"]);
    stage.tried(out[0].seq, REFUSED);
    stage.sql_run("DELETE FROM brand_alias");
    stage.pass(Span::minutes(1));
    assert!(stage.out().is_empty());
    let id = stage.the_webhook().id;
    assert_eq!(code(stage.hook(&console("aoi"), WebhookAsk::Test(id))), "not_proven");
}

#[test]
fn where_there_is_no_webhook_nothing_is_written() {
    let stage = proven_stage();
    let (thread, _) = stage.asked("Which water?");
    stage.ask(&Caller::Visitor, Ask::PostReply(thread, words("Soft water."))).expect("replied");
    assert_eq!(stage.count("SELECT count(*) FROM delivery"), 0);
    assert!(stage.events_out().is_empty());
}

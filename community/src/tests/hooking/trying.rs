//! When something is tried again, when a webhook rests, and what is sent by hand.

use chie_domain::id::DeliveryId;
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;
use chie_domain::webhook::{HookAnswer, HookEvent, KEPT};

use super::super::actors::{code, console, proven_stage};
use super::{REFUSED, TOOK};
use crate::ask::WebhookAsk;

#[test]
fn it_is_tried_for_three_days_then_the_webhook_pauses_and_the_owners_are_told() {
    let stage = proven_stage();
    let id = stage.told_all();
    stage.asked("Which water?");
    let begun = stage.now.get();
    let first = stage.out().remove(0);
    assert!(stage.out().is_empty(), "it is under way");
    let mut tries = 0;
    stage.tried(first.seq, REFUSED);
    loop {
        tries += 1;
        let it = stage.the_webhook();
        assert_eq!((it.deliveries[0].tries, it.deliveries[0].answer), (tries, Some(REFUSED)));
        assert_eq!(it.failing, Some(begun));
        let Some(next) = it.deliveries[0].next else { break };
        assert!(it.paused.is_none() && next > stage.now.get());
        assert!(stage.sql.alarm().is_some_and(|alarm| alarm <= next));
        stage.now.set(next);
        stage.still_proven();
        let again = stage.out().remove(0);
        assert_eq!((again.id, again.at), (first.id.clone(), begun), "the same thing under the same name");
        stage.tried(again.seq, REFUSED);
    }
    assert_eq!(tries, 10);
    let spent = stage.now.get().since(begun);
    assert!(spent >= Span::days(3) && spent < Span::days(4), "{spent:?}");
    assert!(stage.the_webhook().paused.is_some());
    assert_eq!(stage.all_due().tidings.iter().filter(|it| it.what == Tiding::WebhookPaused).count(), 1);
    assert_eq!(stage.count("SELECT count(*) FROM audit WHERE what = 'webhook_paused'"), 1);
    // Paused, it is told nothing more; what failed can be sent again, and does not come back by itself.
    stage.asked("Which tea?");
    stage.pass(Span::hours(30));
    stage.still_proven();
    assert!(stage.out().is_empty());
    let again = stage.handed(&console("aoi"), WebhookAsk::Again(id.clone(), first.id.clone())).expect("sent");
    stage.tried(again.seq, HookAnswer::TimedOut);
    assert_eq!((stage.the_webhook().deliveries[0].next, stage.the_webhook().deliveries[0].tries), (None, 11));
    // A test that arrives starts it again.
    let test = stage.handed(&console("aoi"), WebhookAsk::Test(id.clone())).expect("sent");
    assert!(test.thread.is_none() && test.event == HookEvent::Test);
    stage.tried(test.seq, TOOK);
    let it = stage.the_webhook();
    assert_eq!((it.paused, it.failing), (None, None));
    stage.asked("Which cup?");
    assert_eq!(stage.all_arrive(), [HookEvent::Asked]);
    // After seven days nothing is left of what was sent.
    stage.pass(KEPT);
    stage.still_proven();
    assert!(stage.the_webhook().deliveries.is_empty());
    let late = stage.hook(&console("aoi"), WebhookAsk::Again(id, first.id));
    assert_eq!(code(late), "not_found");
    stage.all_due();
    assert_eq!(stage.count("SELECT count(*) FROM delivery"), 0);
    assert_eq!(stage.count("SELECT count(*) FROM due WHERE what = 'hooks'"), 0);
}

#[test]
fn a_test_is_sent_once_and_what_arrives_late_ends_the_waiting() {
    let stage = proven_stage();
    let id = stage.told_all();
    let test = stage.handed(&console("aoi"), WebhookAsk::Test(id.clone())).expect("sent");
    stage.tried(test.seq, HookAnswer::PrivateAddress);
    let it = stage.the_webhook();
    assert_eq!((it.deliveries[0].next, it.failing), (None, None), "a test says nothing of how it is going");
    stage.asked("Which water?");
    let out = stage.out().remove(0);
    stage.tried(out.seq, REFUSED);
    assert!(stage.the_webhook().failing.is_some());
    stage.pass(Span::minutes(1));
    stage.tried(stage.out().remove(0).seq, TOOK);
    assert_eq!((stage.the_webhook().failing, stage.the_webhook().deliveries[0].next), (None, None));
    // Sent by hand while nobody reported: it comes back by itself.
    let again = WebhookAsk::Again(id.clone(), out.id.clone());
    stage.handed(&console("aoi"), again).expect("sent");
    assert!(stage.out().is_empty());
    stage.pass(Span::minutes(2));
    assert_eq!(stage.out().remove(0).id, out.id);
    // A report of something that went with its webhook changes nothing.
    stage.hook(&console("aoi"), WebhookAsk::Remove(id.clone())).expect("removed");
    stage.tried(out.seq, TOOK);
    let nobodys = WebhookAsk::Again(id, DeliveryId::mint(stage.now.get(), [1; 10]));
    assert_eq!(code(stage.hook(&console("aoi"), nobodys)), "not_found");
}

//! A thread with everything that it can tell besides its posts: danger, mood, device, changes, comments, cautions, lines.

use super::draw;
use super::sample::{ago, author, brand, guest, plain, reply_id, said, thread};
use chie_domain::api::get_embed::Embed;
use chie_domain::api::view::{CommentView, Post, ProductChange, Voice};
use chie_domain::brand::Place;
use chie_domain::caution::{Caution, Warner};
use chie_domain::device::DeviceFacts;
use chie_domain::event::{Doer, Event, Happening};
use chie_domain::mood::{Face, Mood};
use chie_domain::text::{MoodWords, ProductVersion, Reason};
use chie_domain::thread::{Kind, OfficialStatus, OfficialWord, Status};
use chie_domain::time::Span;

fn in_words(lang: &str, english: &str, japanese: &str) -> String {
    if lang == "ja" { japanese } else { english }.to_owned()
}

fn told(lang: &str) -> Embed {
    let mut embed = thread(lang, Place::Elsewhere);
    embed.community.emergency = Some("https://acme.example/emergency".to_owned());
    let view = embed.thread.as_mut().expect("a thread");
    view.row.danger = Some(ago(Span::days(2)));
    view.edited = Some(ago(Span::days(1)));
    let words = MoodWords::parse(&in_words(lang, "tea at six in the morning", "朝六時のお茶なのに")).ok();
    view.mood = Some(Mood { before: Face::Cross, words, after: Some(Face::Glad) });
    view.facts = DeviceFacts::parse("browser=Firefox 141\nsystem=Android 14").expect("facts").facts().to_vec();
    view.not_solved = Some(ago(Span::hours(5)));
    view.row.status = said(Kind::Problem, OfficialWord::Changed, None);
    view.changed = Some(ProductChange { people: 13, at: ago(Span::days(1)), version: ProductVersion::parse("1.3").ok() });
    let reason =
        Reason::parse(&in_words(lang, "The clip is sharp; use a toothpick.", "クリップは鋭いので、つまようじをお使いください。"));
    let reason = reason.expect("a reason");
    view.answers[1].cautions = 1;
    view.replies[0].cautions = vec![
        Caution { by: Warner::Brand(brand()), reason: reason.clone(), at: ago(Span::days(2)) },
        Caution { by: Warner::Operator, reason: reason.clone(), at: ago(Span::hours(3)) },
    ];
    view.replies[0].edited = Some(ago(Span::days(1)));
    let comment = |n, who, post| CommentView { id: reply_id(n), author: who, post, at: ago(Span::days(2)), edited: None };
    let thanks = in_words(lang, "That did it, thank you.", "うまくいきました。ありがとうございます。");
    view.replies[0].comments =
        vec![comment(40, author(1, "Sota K.", Voice::Guest), Post::Whole(plain(&thanks))), comment(41, guest(3), Post::Deleted)];
    let changed = OfficialStatus::new(Kind::Problem, OfficialWord::Changed, None).expect("a status");
    let lines = [
        (Doer::Asker, Happening::KindChanged(Kind::Question, Kind::Problem)),
        (Doer::Brand, Happening::Claimed),
        (Doer::Operator, Happening::DangerLifted(reason)),
        (Doer::Asker, Happening::Accepted(reply_id(2))),
        (Doer::Brand, Happening::Cautioned(reply_id(2))),
        (Doer::Helper, Happening::CautionWithdrawn(reply_id(2))),
        (Doer::Brand, Happening::StatusCleared),
        (Doer::Brand, Happening::ProductChanged(changed, None, 13)),
        (Doer::Asker, Happening::NotSolved),
        (Doer::Brand, Happening::Released),
    ];
    let hours = [200, 100, 90, 80, 70, 60, 50, 40, 30, 20];
    view.events = hours.into_iter().zip(lines).map(|(h, (by, what))| Event { at: ago(Span::hours(h)), by, what }).collect();
    view.before = Some("earlier".to_owned());
    view.next = Some("later".to_owned());
    embed
}

#[test]
fn a_thread_tells_what_happened_and_what_to_mind() {
    for (lang, told_of) in [
        (
            "en",
            [
                "Switch it off, pull the plug",
                "The emergency desk of <bdi>Acme</bdi>",
                "<bdi>Acme</bdi> advises against this",
                "Those who run this site advise against this",
                "13 people reported this.",
                "version 1.3",
                "says: not solved for me",
                "after it was accepted",
                "Deleted by its author",
                "Show earlier replies",
            ],
        ),
        (
            "ja",
            [
                "まず電源を切り",
                "<bdi>Acme</bdi>の緊急窓口",
                "<bdi>Acme</bdi>はこの方法をおすすめしません",
                "このサイトの運営者はこの方法をおすすめしません",
                "13人から報告がありました。",
                "製品（1.3）へ反映しました",
                "：私の場合は解決していません",
                "解決の印のあと",
                "書いた方が削除しました",
                "前の返信を表示",
            ],
        ),
    ] {
        let html = draw("thread-told", told(lang));
        for words in told_of {
            assert!(html.contains(words), "{words}: {html}");
        }
        assert_eq!(html.matches("class=\"ch-event\"").count(), 10);
        // What to do first stands above every answer.
        let safety = html.find("https://acme.example/emergency").expect("the desk");
        assert!(safety < html.find("ch-by-brand").expect("an answer"));
        assert!(html.contains("&amp;part=earlier") && html.contains("&amp;part=later"), "without script, links turn the parts");
    }
}

#[test]
fn a_deleted_opening_post_is_a_stone_and_tells_nothing_more() {
    let mut embed = thread("en", Place::Elsewhere);
    let view = embed.thread.as_mut().expect("a thread");
    view.post = Post::Deleted;
    view.row.status = Status::None;
    let html = draw("thread-stone", embed);
    assert!(html.contains("Deleted by its author") && html.contains("ch-reply"));
}

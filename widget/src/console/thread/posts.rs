//! The opening post and the replies, with what the brand and the operator can do to each.

use super::super::client;
use super::super::front::{Front, use_front};
use super::super::house::FlagForBrand;
use super::super::locale::{House, Msg};
use super::super::parts::{Button, Mood, Note, Weight};
use super::champion::Champion;
use super::remove::{Remove, Which};
use super::warn::About;
use crate::locale::Msg as Words;
use crate::parts::{author, fact, icon, markup, photos};
use chie_domain::api::mark_official_answer::{Request, Response};
use chie_domain::api::route::Route;
use chie_domain::api::view::{Author, CommentView, PhotoView, Post, ReplyView, ThreadView, Veil, Voice};
use chie_domain::api::{set_caution, set_photo_open};
use chie_domain::brand::BrandDomain;
use chie_domain::caution::Warner;
use chie_domain::device::Fact;
use chie_domain::id::{PhotoId, ReplyId};
use chie_domain::matter::Matter;
use chie_domain::reply::AnswerBy;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PostsProps {
    pub(super) brand: BrandDomain,
    pub(super) view: ThreadView,
    /// Whether this person marks answers here.
    pub(super) acting: bool,
    /// Whether this person puts cautions on replies here.
    pub(super) warns: bool,
    pub(super) warn: Callback<About>,
    /// Whether this person names champions here.
    pub(super) owner: bool,
    pub(super) changed: Callback<ThreadView>,
    pub(super) reload: Callback<()>,
}

/// The conversation.
#[component]
pub(super) fn Posts(props: &PostsProps) -> Html {
    let front = use_front();
    let PostsProps { brand, view, acting, warns, warn, owner, changed, reload } = props;
    let busy = use_state(|| false);
    let removing = use_state(|| None::<Which>);
    let marked = view.answers.iter().find(|answer| answer.by == AnswerBy::Brand).map(|answer| answer.reply.clone());
    let mark = {
        let (front, busy, brand, id, changed) = (front.clone(), busy.clone(), brand.clone(), view.row.id.clone(), changed.clone());
        Callback::from(move |reply: Option<ReplyId>| {
            let route = Route::MarkOfficialAnswer(brand.clone(), id.clone());
            let asked = Request { reply };
            let done = if asked.reply.is_some() { Msg::Marked } else { Msg::Unmarked };
            let (told, changed) = (front.clone(), changed.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(answer) => {
                    changed.emit(answer.thread);
                    told.tell(done);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let remove = |post: &Post, which: Which| {
        let gone = matches!(post, Post::Removed(_) | Post::Deleted);
        let press = {
            let removing = removing.clone();
            move |()| removing.set(Some(which.clone()))
        };
        (front.is_operator() && !gone)
            .then(|| html! { <Button label={front.say(Msg::RemovePost)} weight={Weight::Text} {press} /> })
    };
    let flagging = use_state(|| None::<Matter>);
    let flag = |post: &Post, id: &str| {
        let there = matches!(post, Post::Whole(_)) && *acting && !front.is_operator();
        let about = Matter::parse(id).ok().filter(|_| there)?;
        let press = {
            let flagging = flagging.clone();
            move |()| flagging.set(Some(about.clone()))
        };
        Some(html! { <Button label={front.house(House::FlagIt)} weight={Weight::Text} {press} /> })
    };
    let judge = {
        let (front, busy, brand, reload) = (front.clone(), busy.clone(), brand.clone(), reload.clone());
        Callback::from(move |(id, open): (PhotoId, bool)| {
            let route = Route::JudgePhoto(brand.clone(), id);
            let (told, reload) = (front.clone(), reload.clone());
            let work =
                async move { client::write::<_, set_photo_open::Response>(&route, &set_photo_open::Request { open }, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(_) => reload.emit(()),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let withdraw = {
        let (front, busy, brand, changed) = (front.clone(), busy.clone(), brand.clone(), changed.clone());
        Callback::from(move |reply: ReplyId| {
            let route = Route::SetCaution(brand.clone(), reply);
            let (told, changed) = (front.clone(), changed.clone());
            let asked = set_caution::Request { reason: None };
            let work = async move { client::write::<_, set_caution::Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(answer) => {
                    changed.emit(answer.thread);
                    told.tell(Msg::CautionWithdrawn);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let album = |photos: &[PhotoView]| {
        let may = *acting || front.is_operator();
        let below = |photo: &PhotoView| {
            let open = matches!(photo.veil, Veil::Down(_));
            let label = front.words.text(if open { Words::PhotoOpen } else { Words::PhotoVeil });
            let wish = (photo.id.clone(), open);
            may.then(
                || html! { <Button {label} weight={Weight::Text} rest={*busy} press={judge.reform(move |()| wish.clone())} /> },
            )
        };
        photos::album(&front.words, &front.home, photos, &below)
    };
    let champion = |author: &Author| {
        owner.then(|| html! { <Champion brand={brand.clone()} author={author.clone()} reload={reload.clone()} /> })
    };
    let one = |reply: &ReplyView| {
        let ours = marked.as_ref() == Some(&reply.id);
        let gone = matches!(reply.post, Post::Removed(_) | Post::Deleted);
        let button = (*acting && !gone).then(|| {
            let (label, wanted) = if ours { (Msg::UnmarkAnswer, None) } else { (Msg::MarkAnswer, Some(reply.id.clone())) };
            html! { <Button label={front.say(label)} weight={Weight::Quiet} rest={*busy} press={mark.reform(move |()| wanted.clone())} /> }
        });
        let caution = (*warns && !gone).then(|| {
            let id = reply.id.clone();
            let operator = front.is_operator();
            let own = |by: &Warner| matches!((by, operator), (Warner::Operator, true) | (Warner::Brand(_), false));
            if reply.cautions.iter().any(|caution| own(&caution.by)) {
                let press = withdraw.reform(move |()| id.clone());
                html! { <Button label={front.say(Msg::CautionBack)} weight={Weight::Text} rest={*busy} {press} /> }
            } else {
                let press = warn.reform(move |()| About::Caution(id.clone()));
                html! { <Button label={front.say(Msg::CautionPost)} weight={Weight::Text} {press} /> }
            }
        });
        let official = matches!(reply.author.voice, Voice::Official(_));
        html! {
            <li key={reply.id.as_str()} class={classes!("post", official.then_some("rep"), ours.then_some("ours"))}>
                { author::byline(&front.words, front.clock(), &reply.author, reply.at, None) }
                { marks(&front, reply, ours) }
                { cautions(&front, reply) }
                { markup::post(&front.words, &reply.post) }
                { album(&reply.photos) }
                <div class="actions">{ button }{ caution }{ champion(&reply.author) }{ flag(&reply.post, reply.id.as_str()) }{ remove(&reply.post, Which::Reply(reply.id.clone())) }</div>
                { comments(&front, reply, &|post, which| all_of(flag(post, id_of(&which)), remove(post, which))) }
            </li>
        }
    };
    html! {
        <>
            <article class="post first" aria-label={front.say(Msg::OpeningPost)}>
                { author::byline(&front.words, front.clock(), &view.author, view.row.at, None) }
                { markup::post(&front.words, &view.post) }
                { facts(&front, &view.facts) }
                { album(&view.photos) }
                <div class="actions">{ champion(&view.author) }{ flag(&view.post, view.row.id.as_str()) }{ remove(&view.post, Which::Opening) }</div>
            </article>
            <h2>{ front.say(Msg::RepliesTitle) }</h2>
            if view.replies.is_empty() {
                <p class="hint">{ front.say(Msg::NoReplies) }</p>
            } else {
                <ol class="posts">{ for view.replies.iter().map(one) }</ol>
            }
            <FlagForBrand brand={brand.clone()} about={(*flagging).clone()} reload={reload.clone()}
                leave={let flagging = flagging.clone(); move |()| flagging.set(None)} />
            <Remove brand={brand.clone()} id={view.row.id.clone()} which={(*removing).clone()} reload={reload.clone()}
                leave={let removing = removing.clone(); move |()| removing.set(None)} />
        </>
    }
}

/// What the asker lets be known: their device, and the place of a code.
fn facts(front: &Front, facts: &[Fact]) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    let line = |fact: &Fact| {
        let name = front.words.text(fact::name(fact.name));
        html! { <li key={fact.name.code()}><b>{ name }</b>{ " " }<bdi>{ fact.value.clone() }</bdi></li> }
    };
    html! { <ul class="facts">{ for facts.iter().map(line) }</ul> }
}

/// The identifier of a reply; the opening post has its thread's.
fn id_of(which: &Which) -> &str {
    match which {
        Which::Opening => "",
        Which::Reply(id) => id.as_str(),
    }
}

/// Both, where either is there.
fn all_of(one: Option<Html>, other: Option<Html>) -> Option<Html> {
    (one.is_some() || other.is_some()).then(|| html! { <>{ one }{ other }</> })
}

/// The notes that stand on a reply.
fn cautions(front: &Front, reply: &ReplyView) -> Html {
    reply
        .cautions
        .iter()
        .map(|caution| {
            html! {
                <Note mood={Mood::Care}>
                    <p><bdi>{ caution.reason.to_string() }</bdi>{ " · " }{ front.day(caution.at) }</p>
                </Note>
            }
        })
        .collect()
}

/// The remarks beneath a reply, which the operator can remove like any post.
fn comments(front: &Front, reply: &ReplyView, remove: &dyn Fn(&Post, Which) -> Option<Html>) -> Html {
    if reply.comments.is_empty() {
        return Html::default();
    }
    let one = |comment: &CommentView| {
        html! {
            <li key={comment.id.as_str()} class="post">
                { author::byline(&front.words, front.clock(), &comment.author, comment.at, None) }
                { markup::post(&front.words, &comment.post) }
                <div class="actions">{ remove(&comment.post, Which::Reply(comment.id.clone())) }</div>
            </li>
        }
    };
    html! { <ul class="posts">{ for reply.comments.iter().map(one) }</ul> }
}

fn marks(front: &Front, reply: &ReplyView, ours: bool) -> Html {
    if !ours && reply.accepted.is_none() && reply.stars == 0 {
        return Html::default();
    }
    html! {
        <div class="marks">
            if ours { <span class="seal">{ icon::seal() }{ front.say(Msg::OurAnswer) }</span> }
            if reply.accepted.is_some() { <span class="good">{ icon::icon(icon::TICK) }{ front.say(Msg::SolvedForAsker) }</span> }
            if reply.stars > 0 { <span>{ front.say(Msg::Helped(reply.stars)) }</span> }
        </div>
    }
}

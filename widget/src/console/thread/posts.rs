//! The opening post and the replies, with what the brand and the operator can do to each.

use super::super::client;
use super::super::front::{Front, use_front};
use super::super::locale::Msg;
use super::super::parts::{Button, Weight};
use super::remove::{Remove, Which};
use crate::parts::{author, icon, markup};
use chie_domain::api::mark_official_answer::{Request, Response};
use chie_domain::api::route::Route;
use chie_domain::api::view::{Post, ReplyView, ThreadView, Voice};
use chie_domain::brand::BrandDomain;
use chie_domain::id::ReplyId;
use chie_domain::reply::AnswerBy;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PostsProps {
    pub(super) brand: BrandDomain,
    pub(super) view: ThreadView,
    /// Whether this person marks answers here.
    pub(super) acting: bool,
    pub(super) changed: Callback<ThreadView>,
    pub(super) reload: Callback<()>,
}

/// The conversation.
#[component]
pub(super) fn Posts(props: &PostsProps) -> Html {
    let front = use_front();
    let PostsProps { brand, view, acting, changed, reload } = props;
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
    let one = |reply: &ReplyView| {
        let ours = marked.as_ref() == Some(&reply.id);
        let gone = matches!(reply.post, Post::Removed(_) | Post::Deleted);
        let button = (*acting && !gone).then(|| {
            let (label, wanted) = if ours { (Msg::UnmarkAnswer, None) } else { (Msg::MarkAnswer, Some(reply.id.clone())) };
            html! { <Button label={front.say(label)} weight={Weight::Quiet} rest={*busy} press={mark.reform(move |()| wanted.clone())} /> }
        });
        let official = matches!(reply.author.voice, Voice::Official(_));
        html! {
            <li key={reply.id.as_str()} class={classes!("post", official.then_some("rep"), ours.then_some("ours"))}>
                { author::byline(&front.words, front.clock(), &reply.author, reply.at, None) }
                { marks(&front, reply, ours) }
                { markup::post(&front.words, &reply.post) }
                <div class="actions">{ button }{ remove(&reply.post, Which::Reply(reply.id.clone())) }</div>
            </li>
        }
    };
    html! {
        <>
            <article class="post first" aria-label={front.say(Msg::OpeningPost)}>
                { author::byline(&front.words, front.clock(), &view.author, view.row.at, None) }
                { markup::post(&front.words, &view.post) }
                <div class="actions">{ remove(&view.post, Which::Opening) }</div>
            </article>
            <h2>{ front.say(Msg::RepliesTitle) }</h2>
            if view.replies.is_empty() {
                <p class="hint">{ front.say(Msg::NoReplies) }</p>
            } else {
                <ol class="posts">{ for view.replies.iter().map(one) }</ol>
            }
            <Remove brand={brand.clone()} id={view.row.id.clone()} which={(*removing).clone()} reload={reload.clone()}
                leave={let removing = removing.clone(); move |()| removing.set(None)} />
        </>
    }
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

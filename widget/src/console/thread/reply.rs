//! The official reply: who will read it and as whom it is written stands right above the words. Drafts outlive reloads, lost
//! connections and sessions that are over.

use super::super::browser;
use super::super::client;
use super::super::front::{Remote, use_front};
use super::super::locale::{Insight, Msg, Work};
use super::super::parts::{Button, Field};
use super::super::sign_in::submitted;
use super::super::trouble::Trouble;
use super::super::work::use_work;
use super::status::{set, use_status};
use crate::parts::{author, icon};
use chie_domain::api::error::ApiError;
use chie_domain::api::post_official_reply::{PostOfficialReplyRefusal, Request, Response};
use chie_domain::api::route::Route;
use chie_domain::api::view::{Post, ThreadView};
use chie_domain::brand::BrandDomain;
use chie_domain::id::ReplyId;
use chie_domain::text::{Body, DisplayName};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct OfficialReplyProps {
    pub(super) brand: BrandDomain,
    /// The thread: what can be remarked on, and where it stands.
    pub(super) view: ThreadView,
    /// How many hear of it, where that is known.
    pub(super) followers: Option<u32>,
    pub(super) changed: Callback<ThreadView>,
}

/// The official reply.
#[component]
pub(super) fn OfficialReply(props: &OfficialReplyProps) -> Html {
    let front = use_front();
    let OfficialReplyProps { brand, view, followers, changed } = props;
    let (id, replies) = (&view.row.id, &view.replies);
    let busy = use_state(|| false);
    let status = use_status(brand, view, changed, &busy);
    let followers = followers.filter(|n| *n > 0).map(|n| front.work_of(Work::ContextFollow, &[&n.to_string()]));
    let under = use_state(|| None::<ReplyId>);
    let (name_key, draft_key) = (format!("name.{brand}"), format!("draft.{id}"));
    let name = use_state(|| browser::kept(&name_key).unwrap_or_default());
    let body = use_state(|| browser::kept(&draft_key).unwrap_or_default());
    let wrong = use_state(|| None::<Trouble>);
    // The same words sent again are the same reply; other words are another.
    let intent = use_mut_ref(|| None::<(String, String)>);

    let typed_name = {
        let (name, key) = (name.clone(), name_key);
        Callback::from(move |text: String| {
            browser::keep(&key, &text);
            name.set(text);
        })
    };
    let typed_body = {
        let (body, key) = (body.clone(), draft_key.clone());
        Callback::from(move |text: String| {
            browser::keep(&key, &text);
            body.set(text);
        })
    };
    let saved = use_work(&front, brand, true);
    let saved = match &saved.state {
        Remote::Ready(work) => work.saved.clone(),
        Remote::Loading | Remote::Failed(_) => Vec::new(),
    };
    let choose = {
        let (saved, typed) = (saved.clone(), typed_body.clone());
        Callback::from(move |event: Event| {
            let title = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(reply) = saved.iter().find(|reply| reply.title == title) {
                typed.emit(reply.body.as_str().to_owned());
            }
        })
    };
    let send = {
        let (front, brand, id, changed) = (front.clone(), brand.clone(), id.clone(), changed.clone());
        let (name, body, wrong, busy) = (name.clone(), body.clone(), wrong.clone(), busy.clone());
        let under = under.clone();
        let (wish, missed, settled) = (status.wish.clone(), status.refused.clone(), status.settled.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let refused = |error: &dyn std::fmt::Display, field: &str| {
                wrong.set(Some(ApiError::from_value(error, field).into()));
                browser::focus(if field == "name" { "#as" } else { "#reply" });
            };
            let asked = match (DisplayName::parse(&name), Body::parse(&body)) {
                (Ok(_), Ok(body)) if body.has_blank() => {
                    return refused(&PostOfficialReplyRefusal::BlankLeft, "body");
                }
                (Ok(name), Ok(body)) => Request { body, name, under: (*under).clone() },
                (Err(error), _) => return refused(&error, "name"),
                (_, Err(error)) => return refused(&error, "body"),
            };
            wrong.set(None);
            let Ok(wish) = wish() else { return };
            let words = format!("{}\n{:?}\n{}", asked.name, asked.under, asked.body);
            let key = match &*intent.borrow() {
                Some((before, key)) if *before == words => key.clone(),
                _ => browser::fresh_key(),
            };
            *intent.borrow_mut() = Some((words, key.clone()));
            let route = Route::PostOfficialReply(brand.clone(), id.clone());
            let (of, thread) = (brand.clone(), id.clone());
            let work = async move {
                let answer = client::write::<_, Response>(&route, &asked, &key).await?;
                // The reply stands, whatever becomes of what goes along with it.
                Ok(match wish {
                    Some(asked) => match set(of, thread, asked).await {
                        Ok(thread) => (thread, None),
                        Err(trouble) => (answer.thread, Some(trouble)),
                    },
                    None => (answer.thread, None),
                })
            };
            let (missed, settled) = (missed.clone(), settled.clone());
            let placed = under.setter();
            let (told, changed, body, wrong, draft, intent) =
                (front.clone(), changed.clone(), body.clone(), wrong.clone(), draft_key.clone(), intent.clone());
            front.run(&busy, work, move |outcome| match outcome {
                Ok((thread, trouble)) => {
                    browser::keep(&draft, "");
                    body.set(String::new());
                    placed.set(None);
                    *intent.borrow_mut() = None;
                    changed.emit(thread);
                    if let Some(trouble) = trouble {
                        missed.emit(trouble);
                    } else {
                        settled.emit(());
                        told.tell(Msg::ReplySent);
                    }
                }
                Err(trouble) if matches!(trouble.field(), "name" | "body") => wrong.set(Some(trouble)),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let say = |it: &Trouble| if it.code() == "blank_left" { front.work(Work::BlankLeft) } else { it.say(front.locale) };
    let sentence = |field: &str| wrong.as_ref().filter(|it| it.field() == field).map(say);
    let audience = if name.trim().is_empty() {
        front.say(Msg::AudienceUnnamed(brand.as_str()))
    } else {
        front.say(Msg::Audience { name: name.trim(), brand: brand.as_str() })
    };
    let places: Vec<Html> = replies
        .iter()
        .filter_map(|reply| {
            let Post::Whole(words) = &reply.post else { return None };
            let label = format!("{}: {}", author::name(&front.words, &reply.author), words.excerpt(60));
            let chosen = under.as_ref() == Some(&reply.id);
            Some(html! { <option value={reply.id.to_string()} selected={chosen}>{ front.say(Msg::Insight(Insight::Under(&label))) }</option> })
        })
        .collect();
    let place = {
        let under = under.clone();
        Callback::from(move |event: Event| {
            under.set(ReplyId::parse(&event.target_unchecked_into::<HtmlSelectElement>().value()).ok());
        })
    };
    html! {
        <form class="compose" onsubmit={submitted(send)} novalidate=true>
            <h2>{ front.say(Msg::ReplyTitle) }</h2>
            <Field id="as" label={front.say(Msg::YourName)} hint={front.say(Msg::YourNameHint)} wrong={sentence("name")}
                autocomplete="given-name" value={(*name).clone()} typed={typed_name} />
            if !places.is_empty() {
                <div class="entry">
                    <label for="under">{ front.say(Msg::Insight(Insight::Where)) }</label>
                    <select id="under" class="field" onchange={place}>
                        <option value="" selected={under.is_none()}>{ front.say(Msg::Insight(Insight::AsAnswer)) }</option>
                        { for places }
                    </select>
                </div>
            }
            <div class="readers">{ icon::icon(icon::EYE) }<p><b>{ front.say(Msg::Public) }</b>{ " " }if let Some(followers) = followers { { followers }{ " " } }<bdi>{ audience }</bdi></p></div>
            if !saved.is_empty() {
                <div class="entry">
                    <label for="saved">{ front.work(Work::SavedLabel) }</label>
                    <select id="saved" class="field" onchange={choose}>
                        <option value="" selected={true}>{ front.work(Work::SavedNone) }</option>
                        { for saved.iter().map(|reply| html! { <option value={reply.title.clone()}>{ reply.title.clone() }</option> }) }
                    </select>
                </div>
            }
            <Field id="reply" rows={6} label={front.say(Msg::ReplyLabel)} hint={front.say(Msg::ReplyHint)} wrong={sentence("body")}
                value={(*body).clone()} typed={typed_body} />
            { status.fields }
            <p class="actions">
                <Button label={front.say(Msg::SendReply)} rest={*busy} />
                { status.alone }
                if !body.is_empty() { <span class="hint">{ front.say(Msg::DraftKept) }</span> }
            </p>
        </form>
    }
}

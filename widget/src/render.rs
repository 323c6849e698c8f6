//! Drawing on the server: the very views that live in the browser, as HTML. Documents around them are the Worker's.

use crate::locale::Words;
use crate::parts::markup;
use crate::scene::{Scene, Setting};
use crate::views::app::{App, AppProps};
pub use crate::views::directory::OpenForm;
use crate::views::directory::{Directory, DirectoryProps};
pub use crate::views::mail::Stopping;
use crate::views::mail::{KeepPage, KeepProps, StopPage, StopProps};
pub use crate::views::plain::PlainForm;
use crate::views::plain::{Plain, PlainProps};
use crate::views::rest::Rest;
use crate::views::rules::{Rules, RulesProps};
pub use crate::views::search::NAMES;
use crate::views::state::Fetch;
pub use crate::views::state::{Filter, Search};
use chie_domain::api::get_embed::Embed;
use chie_domain::api::view::Post;
use chie_domain::api::{search_directory, search_threads};
use chie_domain::tag::Tag;
use chie_domain::thread::{Kind, Phase};
use std::rc::Rc;
use yew::{AttrValue, BaseComponent, Html, LocalServerRenderer, Properties, function_component};

/// The first view inside somebody's page: the list, or the thread that the tag names.
pub async fn embed(embed: Embed, words: Words) -> String {
    draw_app(embed, words, Setting::Embed).await
}

/// The content of a product's public page, with the filter and the tag that its lines were chosen by.
pub async fn list_page(embed: Embed, words: Words, narrowed: (Filter, Option<Tag>)) -> String {
    let embed = Embed { thread: None, ..embed }.apart().0;
    let scene = Scene { narrowed, ..Scene::new(embed, words, Setting::Page, Rest::here()) };
    draw::<App>(AppProps { scene: Rc::new(scene), wish: None }).await
}

/// A search as an address asks for it, with what was found; without that it says that nothing came.
pub fn search(asked: &search_threads::Request, found: Option<search_threads::Response>) -> Search {
    let code = |value: Option<&'static str>| AttrValue::from(value.unwrap_or_default());
    let text = |text: Option<String>| text.map_or_else(AttrValue::default, AttrValue::from);
    let order = Some(asked.order).filter(|order| *order != search_threads::Sort::Relevance);
    Search {
        q: text(asked.q.as_ref().map(|q| q.as_str().trim().to_owned())),
        chosen: [
            text(asked.product.as_ref().map(ToString::to_string)),
            code(asked.kind.map(Kind::code)),
            code(asked.phase.map(Phase::code)),
            code(asked.answered.map(search_threads::Answered::code)),
            code(asked.steward.map(search_threads::Steward::code)),
            code(asked.within.map(search_threads::Within::code)),
            code(order.map(search_threads::Sort::code)),
        ],
        fetch: if found.is_none() { Fetch::Failed } else { Fetch::Idle },
        found,
        round: 0,
    }
}

/// The content of a product's public page that shows a search.
pub async fn search_page(embed: Embed, words: Words, search: Search) -> String {
    let scene = Scene { search: Some(search), ..Scene::new(embed.apart().0, words, Setting::Page, Rest::here()) };
    draw::<App>(AppProps { scene: Rc::new(scene), wish: None }).await
}

/// The content of a thread's public page; the embed names the thread.
pub async fn thread_page(embed: Embed, words: Words) -> String {
    draw_app(embed, words, Setting::Page).await
}

/// The content of the directory: what was found, and a form that opens a community for what was not.
pub async fn directory(result: search_directory::Response, query: String, form: OpenForm, words: Words) -> String {
    draw::<Directory>(DirectoryProps { result, query: query.into(), form, words: Rc::new(words) }).await
}

/// The content of the page with the published rules.
pub async fn rules(words: Words) -> String {
    draw::<Rules>(RulesProps { words: Rc::new(words) }).await
}

/// The content of the page on which mail is stopped.
pub async fn stop(stopping: Stopping, words: Words) -> String {
    draw::<StopPage>(StopProps { stopping, words: Rc::new(words) }).await
}

/// The content of the page that opens a private link.
pub async fn keep(words: Words) -> String {
    draw::<KeepPage>(KeepProps { words: Rc::new(words) }).await
}

/// One post as HTML, for a feed.
pub async fn post(post: Post, words: Words) -> String {
    draw::<Alone>(AloneProps { post, words: Rc::new(words) }).await
}

/// What a post by itself is made from.
#[derive(Clone, PartialEq, Properties)]
struct AloneProps {
    post: Post,
    words: Rc<Words>,
}

#[function_component]
fn Alone(props: &AloneProps) -> Html {
    markup::post(&props.words, &props.post)
}

/// The content of a page to ask or to reply on without any program; the embed names the thread that is replied to.
pub async fn plain(embed: Embed, form: PlainForm, words: Words) -> String {
    let (embed, thread) = embed.apart();
    let scene = Scene { thread: thread.map(Rc::new), ..Scene::new(embed, words, Setting::Page, Rest::here()) };
    draw::<Plain>(PlainProps { scene: Rc::new(scene), form }).await
}

async fn draw_app(embed: Embed, words: Words, setting: Setting) -> String {
    let (embed, thread) = embed.apart();
    let scene = Scene { thread: thread.map(Rc::new), ..Scene::new(embed, words, setting, Rest::here()) };
    draw::<App>(AppProps { scene: Rc::new(scene), wish: None }).await
}

async fn draw<C: BaseComponent>(props: C::Properties) -> String {
    LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}

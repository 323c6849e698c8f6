//! The widget: the strip that says who runs the place, one screen, and the line at the foot. On the server it is drawn once;
//! in a browser it ticks, fetches what is the visitor's, and moves the focus.

use super::cx::Cx;
use super::state::{Screen, State};
use super::{ask, list, moves, outbox, posted, thread};
use crate::draw::el;
use crate::locale::Msg;
use crate::parts::steward::{self, About};
use crate::scene::{Look, Scene};
use chie_domain::claim::Stewardship;
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, function_component, use_node_ref, use_reducer};

/// What the widget is made from.
#[derive(Debug, Clone, Properties)]
pub struct AppProps {
    /// The scene.
    pub scene: Rc<Scene>,
    /// What the page asked for last.
    pub wish: Option<Wish>,
}

/// A page's wish that its visitor may ask something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Tells it from the wish before it.
    pub turn: u32,
    /// What to put into the line.
    pub text: AttrValue,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene) && self.wish == other.wish
    }
}

/// The widget.
#[function_component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| begin(&props.scene));
    let root = use_node_ref();
    let cx = Cx { scene: props.scene.clone(), state, root: root.clone() };
    moves::use_moves(&cx, props.wish.as_ref());
    outbox::use_outside(&cx);

    let opened = cx.state.opened.as_ref().filter(|_| cx.state.screen == Screen::Thread);
    let (look, about) = match opened {
        Some(opened) => {
            let about = match opened.row.steward {
                Stewardship::Official { since } => About::Thread(since),
                Stewardship::FanMade => About::List,
            };
            (cx.look_of_thread(opened), about)
        }
        None => (cx.look_of_list(), About::List),
    };
    let screen = match (cx.state.screen, opened) {
        (Screen::Thread, Some(opened)) => thread::screen(&cx, opened),
        (Screen::List | Screen::Thread, _) => list::screen(&cx),
        (Screen::Ask, _) => ask::screen(&cx),
        (Screen::Posted, _) => posted::screen(&cx),
        (Screen::Helping, _) => cx.rest().map(|rest| (rest.helping)(&cx)).unwrap_or_default(),
        (Screen::Search, _) => match (cx.rest(), &cx.state.search) {
            (Some(rest), Some(search)) => (rest.search)(&cx, search),
            _ => list::screen(&cx),
        },
    };
    let name = cx.words().fill(Msg::CustomersPlace, &[("product", &cx.state.product.name)]);
    el("section", "")
        .classes(&["ch", look.class()])
        .reference(&root)
        .attr("lang", cx.words().lang().clone())
        .attr("dir", cx.words().direction())
        .attr("aria-label", name)
        .put(steward::strip(&cx.scene, &look, about))
        .put_if(sign(&cx))
        .put(screen)
        .put_if(outbox::bar(&cx))
        .put(cx.undo())
        .put(foot(&cx, &look))
        .put(el("div", "ch-sr").set("role", "status").says(cx.state.said.clone()))
        .into()
}

/// What is shown first. Searches are made for pages of their own, on the server.
fn begin(scene: &Scene) -> State {
    let state = State::new(scene);
    #[cfg(not(feature = "embed"))]
    let state = state.searching(scene.search.as_ref());
    state
}

/// For whose browser forgot them: the way back to what they posted under their address.
fn before(cx: &Cx) -> Option<Html> {
    if cx.state.mine.me.is_some() || cx.state.ended || cx.state.screen != Screen::List {
        return None;
    }
    let page = cx.scene.product_page(&cx.state.product.key);
    let other = page.clone();
    let back = cx.click(move |cx| {
        cx.with_rest_or(other.clone(), |cx, _| {
            cx.set(|state| {
                state.ended = true;
                state.focus_on("#ch-email");
            });
        });
    });
    Some(el("a", "").attr("href", page).set("data-live", "").on_click(back).put(cx.say(Msg::PostedBefore)).into())
}

/// Where the brand answers instead, on a place where nothing new is asked, or will not be soon.
pub(super) fn sign(cx: &Cx) -> Option<Html> {
    let sign = cx.sign()?;
    let way = el("a", "ch-btn ch-quiet").attr("href", sign.to.clone()).set("rel", "noopener").says(sign.way.clone());
    let line = el("p", "ch-h3").says(sign.line.clone());
    Some(el("div", "ch-invite ch-sign").set("role", "note").put(line).put(way).into())
}

/// When somebody of the brand reads here; in the visitor's own time, too, once what it takes is here.
pub(super) fn hours(cx: &Cx) -> Option<Html> {
    let open = cx.scene.embed.says.hours.as_ref()?;
    let own = cx.rest().and_then(|rest| (rest.own_time)(cx, open));
    Some(el("span", "").says(open.line.clone()).put_if(own).into())
}

fn foot(cx: &Cx, look: &Look) -> Html {
    let link = |href: String, msg: Msg| -> Html { el("a", "").attr("href", href).put(cx.say(msg)).into() };
    let company = matches!(look, Look::FanMade).then(|| link(cx.scene.console_page(), Msg::YourCompany));
    let links = el("span", "ch-foot-links")
        .put(link(cx.scene.rules_page(), Msg::Rules))
        .put_if(before(cx))
        .put_if(company)
        .put(link(cx.scene.front_page(), Msg::Chie));
    el("div", "ch-foot").put_if(hours(cx)).put(el("span", "").put(cx.say(Msg::FootOpen))).put(links).into()
}

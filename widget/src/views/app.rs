//! The widget: the strip that says who runs the place, one screen, and the line at the foot. On the server it is drawn once;
//! in a browser it ticks, fetches what is the visitor's, and moves the focus.

use super::state::{Cx, Screen, State};
use super::{ask, list, moves, posted, thread};
use crate::locale::Msg;
use crate::parts::steward::{self, About};
use crate::scene::{Look, Scene};
use chie_domain::claim::Stewardship;
use std::rc::Rc;
use yew::{Html, Properties, classes, function_component, html, use_node_ref, use_reducer};

/// What the widget is made from.
#[derive(Debug, Clone, Properties)]
pub struct AppProps {
    /// The scene.
    pub scene: Rc<Scene>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene)
    }
}

/// The widget.
#[function_component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| State::new(&props.scene.embed));
    let root = use_node_ref();
    let cx = Cx { scene: props.scene.clone(), state, root: root.clone() };
    moves::use_visitor(&cx);
    moves::use_tick(&cx);
    moves::use_focus(&cx);

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
    };
    html! {
        <section ref={root} class={classes!("ch", look.class())} lang={cx.words().lang()} dir="ltr"
            aria-label={cx.words().fill(Msg::CustomersPlace, &[("product", &cx.state.product.name)])}>
            { steward::strip(&cx.scene, &look, about) }
            { screen }
            { foot(&cx, &look) }
            <div class="ch-sr" role="status">{ cx.state.said.clone() }</div>
        </section>
    }
}

fn foot(cx: &Cx, look: &Look) -> Html {
    html! {
        <div class="ch-foot">
            <span>{ cx.text(Msg::FootOpen) }</span>
            <span class="ch-foot-links">
                <a href={cx.scene.rules_page()}>{ cx.text(Msg::Rules) }</a>
                if matches!(look, Look::FanMade) {
                    <a href={cx.scene.console_page()}>{ cx.text(Msg::YourCompany) }</a>
                }
                <a href={[&cx.scene.embed.home, "/"].concat()}>{ cx.text(Msg::Chie) }</a>
            </span>
        </div>
    }
}

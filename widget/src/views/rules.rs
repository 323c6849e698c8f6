//! The published rules.

use crate::locale::{Msg, Words};
use crate::parts::markup::ground_text;
use chie_domain::ground::{Ground, RULES_VERSION};
use std::rc::Rc;
use yew::{Html, Properties, function_component, html};

/// What the page is made from.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct RulesProps {
    /// The words.
    pub words: Rc<Words>,
}

/// The rules.
#[function_component]
pub fn Rules(props: &RulesProps) -> Html {
    let words = &props.words;
    html! {
        <section class="ch ch-plain" lang={words.lang()} dir={words.direction()}>
            <div class="ch-head"><h1 class="ch-h">{ words.text(Msg::RulesTitle) }</h1><p>{ words.fill(Msg::RulesVersion, &[("n", &RULES_VERSION.to_string())]) }</p></div>
            <div class="ch-body ch-text">
                <p>{ words.text(Msg::RulesIntro) }</p>
                <ol class="ch-rules">
                    { for Ground::ALL.map(|ground| html! { <li id={ground.code()}>{ ground_text(words, ground) }</li> }) }
                </ol>
                <p>{ words.text(Msg::RulesAfter) }</p>
            </div>
        </section>
    }
}

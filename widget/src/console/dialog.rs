//! A question that has to be answered before going on. The browser's own `<dialog>` keeps the focus inside, closes on Escape
//! and gives the focus back.

use super::front::use_front;
use super::locale::Msg;
use super::parts::{Button, Weight};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    pub(crate) id: AttrValue,
    pub(crate) title: AttrValue,
    pub(crate) open: bool,
    /// Escape was pressed.
    pub(crate) leave: Callback<()>,
    pub(crate) children: Html,
}

/// A question that has to be answered before going on.
#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    use_effect_with(props.open, {
        let dialog = dialog.clone();
        move |open| {
            if let Some(element) = dialog.cast::<HtmlDialogElement>() {
                if *open && !element.open() {
                    // Refused only while another page is drawn over this one.
                    let _refused = element.show_modal();
                } else if !*open && element.open() {
                    element.close();
                }
            }
        }
    });
    let oncancel = {
        let leave = props.leave.clone();
        Callback::from(move |event: Event| {
            // The state decides; the effect above then closes it.
            event.prevent_default();
            leave.emit(());
        })
    };
    let title_id = format!("{}-title", props.id);
    html! {
        <dialog ref={dialog} {oncancel} aria-labelledby={title_id.clone()}>
            <h2 id={title_id}>{ props.title.clone() }</h2>
            if props.open { { props.children.clone() } }
        </dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct SureProps {
    pub(crate) id: AttrValue,
    pub(crate) title: AttrValue,
    pub(crate) open: bool,
    /// What the button says that does it.
    pub(crate) label: AttrValue,
    #[prop_or(Weight::Danger)]
    pub(crate) weight: Weight,
    /// It is being done.
    pub(crate) busy: bool,
    pub(crate) go: Callback<()>,
    pub(crate) leave: Callback<()>,
    /// What follows from it.
    pub(crate) children: Html,
}

/// Whether somebody is sure: what follows, the button that does it, and the way back.
#[component]
pub(crate) fn Sure(props: &SureProps) -> Html {
    let front = use_front();
    let SureProps { id, title, open, label, weight, busy, go, leave, children } = props;
    html! {
        <Dialog {id} {title} open={*open} {leave}>
            { children.clone() }
            <p class="actions">
                <Button {label} weight={*weight} rest={*busy} press={go.clone()} />
                <Button label={front.say(Msg::Cancel)} weight={Weight::Quiet} press={leave.clone()} />
            </p>
        </Dialog>
    }
}

//! A question that has to be answered before going on. The browser's own `<dialog>` keeps the focus inside, closes on Escape
//! and gives the focus back.

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

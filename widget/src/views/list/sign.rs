//! The brand puts up a sign that it answers elsewhere, takes it down, or its date comes: an open widget says so within a minute. The
//! sentences are made where a first view is drawn, so that such a view is fetched; but only when something has changed.

use crate::client::Call;
use crate::views::cx::Cx;
use crate::views::moves::now_millis;
use crate::views::state::Hung;
use chie_domain::api::get_embed::{Embed, split};
use chie_domain::api::route::Route;
use chie_domain::api::view::CommunityView;
use chie_domain::brand::Place;
use chie_domain::time::Timestamp;
use std::rc::Rc;

/// Looks whether what is shown is still so.
pub(super) fn look(cx: &Cx) {
    let call = Call::new(Route::GetCommunity(cx.scene.embed.community.brand.clone()));
    cx.ask::<CommunityView>(call, |cx, answer| {
        let Ok(community) = answer else { return };
        cx.set_and(move |cx, state| {
            let embed = &cx.scene.embed;
            let (known, at) = match &state.hung {
                Some(hung) => (hung.signpost, hung.at),
                None => (embed.community.signpost, embed.now),
            };
            let now = Timestamp::from_millis(now_millis());
            let came = community.signpost.is_some_and(|from| from > at && from <= now);
            if community.signpost != known || came {
                read(cx);
            }
        });
    });
}

/// Reads what it says now.
fn read(cx: &Cx) {
    let embed = &cx.scene.embed;
    let route = Route::GetEmbed(embed.community.brand.clone(), embed.product.key.clone());
    let at = match embed.place {
        Place::Own => "own",
        Place::Elsewhere => "elsewhere",
        Place::Test => "test",
    };
    let call = Call::new(route).query("v", "1").query("lang", cx.words().lang()).query("at", at);
    cx.ask_for_bytes(
        call,
        Box::new(|cx, answer| {
            let Ok(bytes) = answer else { return };
            let Some([_, _, _, data]) = split(&bytes) else { return };
            let Ok((embed, _)) = postcard::take_from_bytes::<Embed<()>>(data) else { return };
            let hung = Hung { signpost: embed.community.signpost, at: embed.now, sign: embed.says.sign };
            cx.set(move |state| {
                if let Some(sign) = &hung.sign {
                    state.tell(sign.line.clone().into());
                }
                state.hung = Some(Rc::new(hung));
            });
        }),
    );
}

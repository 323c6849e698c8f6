//! What a browser reads of an answer before the rest of its program is there: the beginning, with the thread left as it came.

use super::samples::{community, key, markup, page, thread};
use chie_domain::api::get_embed::{Embed, First, Says};
use chie_domain::api::post_thread::{Beginning, Response, Standing};
use chie_domain::api::view::{Post, ThreadView};
use chie_domain::brand::Place;
use chie_domain::ground::Ground;

#[test]
fn the_first_drawing_can_be_read_without_its_thread() {
    let product = community().products.into_iter().find(|product| product.key == key()).expect("the product");
    let embed = Embed {
        now: super::samples::T0,
        place: Place::Own,
        lang: "ja".to_owned(),
        product,
        community: community(),
        threads: page(),
        home: "https://chie.example".to_owned(),
        console: "https://console.chie.example".to_owned(),
        first: First::List,
        says: Says::default(),
        thread: Some(thread()),
    };
    let bytes = postcard::to_allocvec(&embed).expect("postcard");
    let (read, rest) = postcard::take_from_bytes::<Embed<()>>(&bytes).expect("the beginning");
    assert_eq!(read, embed.apart().0);
    assert_eq!(postcard::from_bytes::<ThreadView>(rest), Ok(thread()));
}

#[test]
fn that_something_was_posted_can_be_read_without_the_thread() {
    for (post, standing) in [
        (Post::Whole(markup()), Standing::Whole),
        (Post::Held(markup(), Ground::PersonalData), Standing::Held),
        (Post::Removed(Ground::PersonalData), Standing::Removed),
        (Post::Deleted, Standing::Deleted),
    ] {
        let answer =
            Response { session: Some("session".to_owned()), first_answer: Some(30), thread: ThreadView { post, ..thread() } };
        let bytes = postcard::to_allocvec(&answer).expect("postcard");
        let (known, rest) = postcard::take_from_bytes::<(Option<String>, Option<u32>)>(&bytes).expect("a session");
        assert_eq!((known, postcard::from_bytes(rest)), ((answer.session, Some(30)), Ok(answer.thread.clone())));
        let begun: Beginning = postcard::from_bytes(rest).expect("the beginning");
        assert_eq!((begun.row, begun.author, begun.post), (answer.thread.row, answer.thread.author, standing));
    }
}

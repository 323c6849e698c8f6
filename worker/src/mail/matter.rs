//! The mail about a name: both languages in one, because whoever runs this installation may read either. It says which brand and what
//! to decide, and repeats nothing that people wrote.

use chie_community::ask::Listing;
use chie_domain::text::EmailAddress;

use super::Message;

/// A name waits, or somebody doubts.
pub(crate) fn matter<'a>(to: &'a EmailAddress, listing: &Listing, console: &str) -> Message<'a> {
    let brand = &listing.entry.brand;
    let link = format!("{console}/#/house");
    let subject = format!("{brand}: a name to look at / 名称の確認");
    let held = if listing.held.is_some() {
        (
            "The name given to this brand is held: another brand has it, or one that looks like it. Until you decide, the place goes by its domain.\n",
            "このメーカーに付けられた名称を保留しています。同じ名称、または似て見える名称のメーカーがほかにあります。決めるまで、ドメイン名で表示します。\n",
        )
    } else {
        ("", "")
    };
    let doubts = match listing.doubts {
        0 => (String::new(), String::new()),
        many => (
            format!("Somebody says that this is not that company (waiting: {many}).\n"),
            format!("「この会社ではない」という知らせがあります（未確認: {many}件）。\n"),
        ),
    };
    let (en, ja) = (held.0.to_owned() + &doubts.0, held.1.to_owned() + &doubts.1);
    Message::plain(to, "en", &subject, format!("{brand}\n\n{en}\n{ja}\n{link}\n"))
}

//! Mail to an author about something of theirs: what became of it, on which ground out of the published rules, and what they can do.

use chie_community::ask::TidingLetter;
use chie_domain::brand::BrandDomain;
use chie_domain::tiding::Tiding;
use chie_widget::locale::{Locale, Page, Words};
use chie_widget::parts::markup::ground_text;

/// Subject and text. `open` is where it stood; there the author finds the reasons and can appeal.
pub(super) fn written(brand: &BrandDomain, letter: &TidingLetter, locale: Locale, open: &str, rules: &str) -> (String, String) {
    let [subject, lead, then] = sentences(letter.what).map(|page| locale.page(page));
    let mut parts = vec![lead.to_owned()];
    if let Some(ground) = letter.ground {
        parts.push(format!("{}\n{}", locale.page(Page::OwnRule), ground_text(&Words::of(locale), ground)));
    }
    if let Some(words) = &letter.words {
        parts.push(format!("{}\n{words}", locale.page(Page::OwnOperator)));
    }
    parts.push(then.to_owned());
    parts.push(open.to_owned());
    parts.push(format!("-- \n{}\n", locale.page_of(Page::OwnFoot, &[("brand", brand.as_str()), ("rules", rules)])));
    (format!("{brand}: {subject}"), parts.join("\n\n"))
}

/// The subject, what happened, what they can do.
const fn sentences(what: Tiding) -> [Page; 3] {
    match what {
        Tiding::Hidden => [Page::OwnHidden, Page::OwnHiddenLead, Page::OwnHiddenThen],
        Tiding::PostRemoved => [Page::OwnPostRemoved, Page::OwnPostRemovedLead, Page::OwnPostRemovedThen],
        Tiding::Restored => [Page::OwnRestored, Page::OwnRestoredLead, Page::OwnRestoredThen],
        Tiding::AuthorHeld => [Page::OwnAuthorHeld, Page::OwnAuthorHeldLead, Page::OwnAuthorHeldThen],
        _ => [Page::OwnAppealOver, Page::OwnAppealOverLead, Page::OwnAppealOverThen],
    }
}

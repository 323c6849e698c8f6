//! Words of the house's pages.

use chie_domain::api::error::ApiError;
use chie_domain::matter::{Asked, Verdict};
use chie_widget::locale::Page;

use super::super::words::sentences;

sentences! {
    /// The words in one language.
    House + locale {
        title: HouseTitle,
        lead: HouseLead,
        about: HouseAbout,
        about_post: HouseAboutPost,
        about_name: HouseAboutName,
        which: HouseWhich,
        words_label: HouseWordsLabel,
        words_hint: HouseWordsHint,
        about_me: HouseAboutMe,
        about_me_hint: HouseAboutMeHint,
        send: HouseSend,
        thanks: HouseThanks,
        hidden_now: HouseHiddenNow,
        looked_at: HouseLookedAt,
        key_title: HouseKeyTitle,
        key_about: HouseKeyAbout,
        request_title: HouseRequestTitle,
        waits: HouseWaits,
        record: HouseRecord,
        record_lead: HouseRecordLead,
        ground: HouseGround,
        reading: HouseReading,
        appeals_title: HouseAppealsTitle,
        decided_title: HouseDecidedTitle,
        nothing: HouseNothing,
        closed: HouseClosed,
    }
}

impl House {
    pub(super) fn asked(&self, asked: Asked) -> &'static str {
        self.locale.page(match asked {
            Asked::Visitors => Page::HouseAskedVisitors,
            Asked::Brand => Page::HouseAskedBrand,
            Asked::Outsiders => Page::HouseAskedOutsiders,
            Asked::Operator => Page::HouseAskedOperator,
            Asked::Chie => Page::HouseAskedChie,
        })
    }

    pub(super) fn verdict(&self, verdict: Verdict) -> &'static str {
        self.locale.page(match verdict {
            Verdict::Kept => Page::HouseVerdictKept,
            Verdict::Hidden => Page::HouseVerdictHidden,
            Verdict::Removed => Page::HouseVerdictRemoved,
            Verdict::AuthorHeld => Page::HouseVerdictAuthorHeld,
            Verdict::Merged => Page::HouseVerdictMerged,
            Verdict::Moved => Page::HouseVerdictMoved,
            Verdict::TakenDown => Page::HouseVerdictTakenDown,
        })
    }

    pub(super) fn appeals(&self, made: u32, upheld: u32, waiting: u32) -> String {
        let [made, upheld, waiting] = [made, upheld, waiting].map(|n| n.to_string());
        self.locale.page_of(Page::HouseAppeals, &[("made", &made), ("upheld", &upheld), ("waiting", &waiting)])
    }

    pub(super) fn wrong(&self, error: &ApiError) -> &'static str {
        self.locale.page(match error.code.as_str() {
            "missing_field" => Page::HouseWrongMissingField,
            "empty" => Page::HouseWrongEmpty,
            "too_long" => Page::HouseWrongTooLong,
            "too_many" => Page::HouseWrongTooMany,
            _ => Page::HouseWrongOther,
        })
    }
}

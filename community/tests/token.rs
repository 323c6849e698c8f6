//! What reads signed texts, as it stands in the Worker: nothing that was not signed here is believed, and nothing for another purpose.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use chie_community::ask::AccountId;
use chie_domain::brand::BrandDomain;
use chie_domain::id::{MemberId, SessionId};
use chie_domain::time::{Span, Timestamp};
use proptest::prelude::*;

#[path = "../../worker/src/token.rs"]
#[expect(dead_code, reason = "the Worker uses all of it")]
mod token;

const KEY: &[u8] = b"a key of thirty-two bytes or more";
const NOW: Timestamp = Timestamp::from_millis(1_800_000_000_000);

fn believed(text: &str) -> [bool; 5] {
    let brand = BrandDomain::parse("acme.example").expect("a domain");
    [
        token::read_cursor(KEY, "a list", text, NOW).is_ok(),
        token::read_session(KEY, text, NOW).is_ok(),
        token::read_console(KEY, text, NOW).is_ok(),
        token::read_stop(KEY, text, NOW).is_ok(),
        token::read_kept(KEY, &brand, text, NOW).is_some(),
    ]
}

/// One of each kind, in the order in which they are read.
fn signed() -> Vec<String> {
    let (brand, member) = (BrandDomain::parse("acme.example").expect("a domain"), MemberId::mint(NOW, [1; 10]));
    let thread = chie_domain::id::ThreadId::mint(NOW, [2; 10]);
    let stop = chie_domain::letter::Stop::Everything;
    [
        token::cursor(KEY, "a list", "7", NOW),
        token::session(KEY, &brand, member.clone(), "https://shop.example", NOW),
        token::console(KEY, AccountId("1:aoi".to_owned()), SessionId::mint(NOW, [3; 10]), "aoi@mail.example", NOW),
        token::stop(KEY, &brand, member.clone(), thread, stop, NOW),
        token::kept(KEY, &brand, member, NOW),
    ]
    .map(|it| it.expect("signed"))
    .to_vec()
}

#[test]
fn each_is_good_for_its_own_purpose_and_for_no_other() {
    for (place, text) in signed().iter().enumerate() {
        let mut wanted = [false; 5];
        wanted[place] = true;
        assert_eq!(believed(text), wanted);
    }
    assert!(token::read_cursor(KEY, "another list", &signed()[0], NOW).is_err());
    assert!(token::read_cursor(KEY, "a list", &signed()[0], NOW.after(Span::days(2))).is_err());
    assert!(token::read_cursor(b"another key of thirty-two bytes!!", "a list", &signed()[0], NOW).is_err());
}

proptest! {
    #[test]
    fn no_text_is_believed(text in "\\PC{0,200}", dots in "[A-Za-z0-9_-]{0,60}(\\.[A-Za-z0-9_-]{0,60}){0,4}") {
        prop_assert_eq!(believed(&text), [false; 5]);
        prop_assert_eq!(believed(&dots), [false; 5]);
    }

    #[test]
    fn no_change_is_believed(which in 0_usize..5, at in any::<prop::sample::Index>(), letter in "[A-Za-z0-9_.=-]") {
        let whole = signed().swap_remove(which);
        let place = at.index(whole.len());
        let changed = format!("{}{letter}{}", &whole[..place], &whole[place + 1..]);
        // The last letter of a signature has bits that say nothing.
        prop_assume!(changed != whole && place + 1 < whole.len());
        prop_assert_eq!(believed(&changed), [false; 5]);
        prop_assert_eq!(believed(&whole[..place]), [false; 5]);
        prop_assert_eq!(believed(&format!("{whole}{letter}")), [false; 5]);
    }

    #[test]
    fn no_part_of_another_is_believed(which in 0_usize..5, other in 0_usize..5, part in 0_usize..3) {
        prop_assume!(which != other);
        let all = signed();
        let mut parts: Vec<&str> = all[which].split('.').collect();
        parts[part] = all[other].split('.').nth(part).expect("three parts");
        let mixed = parts.join(".");
        prop_assume!(mixed != all[which]);
        prop_assert_eq!(believed(&mixed), [false; 5]);
    }
}

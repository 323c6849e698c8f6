//! Which form of a sentence goes with a number. The rule is the platform's.

use super::intl;
use chie_domain::within;

/// The form of `one=…|other=…` for a number; a text without forms is its own only form.
pub(super) fn form<'a>(lang: &str, forms: &'a str, n: u32) -> &'a str {
    let mut other = forms;
    if !within::holds(forms, "other=") {
        return other;
    }
    let category = intl::plural(lang, n);
    for part in forms.split('|') {
        match part.split_once('=') {
            Some((name, form)) if name == category => return form,
            Some(("other", form)) => other = form,
            _ => {}
        }
    }
    other
}

//! Which form of a sentence goes with a number. The rule is the platform's (`Intl.PluralRules`); natively, where tests
//! draw views, a rule for the locales of this tree stands in.

/// The form of `one=…|other=…` for a number; a text without forms is its own only form.
pub(super) fn form<'a>(lang: &str, forms: &'a str, n: u32) -> &'a str {
    let mut other = forms;
    if !forms.contains("other=") {
        return other;
    }
    let category = category(lang, n);
    for part in forms.split('|') {
        match part.split_once('=') {
            Some((name, form)) if name == category => return form,
            Some(("other", form)) => other = form,
            _ => {}
        }
    }
    other
}

#[cfg(target_arch = "wasm32")]
fn category(lang: &str, n: u32) -> String {
    use js_sys::{Array, Intl::PluralRules, Object};
    PluralRules::new(&Array::of1(&lang.into()), &Object::new()).select(f64::from(n)).into()
}

#[cfg(not(target_arch = "wasm32"))]
fn category(lang: &str, n: u32) -> &'static str {
    if lang == "en" && n == 1 { "one" } else { "other" }
}

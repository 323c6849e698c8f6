//! The form behind a badge: whoever says that this is not that company tells the operator, without script and without an account.

use chie_domain::api::doubt_name;
use chie_domain::brand::BrandDomain;
use chie_domain::text::Reason;

use super::document::escape;
use super::said::Said;
use super::words::Words;
use crate::edge::{EdgeCall, doubt_from_page};

/// What became of the form, and what was typed.
#[derive(Default)]
pub(super) struct Doubt {
    became: Became,
    typed: String,
}

#[derive(Default, PartialEq, Eq)]
enum Became {
    #[default]
    Open,
    Done,
    /// Nothing was written, or too much.
    Wrong,
    Many,
}

/// Takes what was sent.
pub(super) async fn taken(call: &EdgeCall, brand: &BrandDomain) -> Doubt {
    let body = call.body().await.unwrap_or_default();
    let typed = form_urlencoded::parse(&body).find(|(name, _)| name == "words").map(|(_, words)| words.into_owned());
    let typed = typed.unwrap_or_default();
    let Ok(words) = Reason::parse(&typed) else { return Doubt { became: Became::Wrong, typed } };
    match doubt_from_page(call, brand, doubt_name::Request { words }).await {
        Ok(()) => Doubt { became: Became::Done, typed: String::new() },
        Err(error) if error.code == "too_many" => Doubt { became: Became::Many, typed },
        Err(_) => Doubt { became: Became::Wrong, typed },
    }
}

impl Doubt {
    /// The page's status.
    pub(super) const fn status(&self) -> u16 {
        match self.became {
            Became::Open | Became::Done => 200,
            Became::Wrong | Became::Many => 422,
        }
    }

    /// The form, or that it was taken.
    pub(super) fn form(&self, words: Words) -> String {
        let say = Said::in_language(words.locale);
        let head = format!(
            r#"<section id="doubt" aria-labelledby="doubt-title"><h2 id="doubt-title">{}</h2><p>{}</p>"#,
            say.doubt_title, say.doubt_lead
        );
        if self.became == Became::Done {
            return format!(r#"{head}<p role="status"><b>{}</b></p></section>"#, say.doubt_done);
        }
        let wrong = match self.became {
            Became::Wrong => say.doubt_wrong,
            Became::Many => say.doubt_many,
            Became::Open | Became::Done => "",
        };
        let (invalid, about, wrong) = if wrong.is_empty() {
            ("", "words-hint", String::new())
        } else {
            let wrong = format!(r#"<p class="page-error" id="words-wrong">{wrong}</p>"#);
            (r#" aria-invalid="true""#, "words-hint words-wrong", wrong)
        };
        format!(
            r#"{head}<form method="post" action="?lang={lang}#doubt"><div class="page-field"><label for="words">{label}</label><p class="page-hint" id="words-hint">{hint}</p><textarea id="words" name="words" rows="4" maxlength="500" required aria-describedby="{about}"{invalid}>{typed}</textarea>{wrong}</div><p><button class="ch-btn" type="submit">{button}</button></p></form></section>"#,
            lang = words.locale.code(),
            label = say.doubt_label,
            hint = say.doubt_hint,
            typed = escape(&self.typed),
            button = say.doubt_button,
        )
    }
}

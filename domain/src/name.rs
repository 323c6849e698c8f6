//! Names that could be taken for the brand, its staff or Chie. A name is compared as it looks, not as it is spelled: after
//! NFKC, by its UTS 39 skeleton, in one case, without spaces and punctuation. Role words count as whole words, so `Stafford`
//! and 「スタッフォード」 are ordinary names. What a name says of itself is never believed; these rules keep it from being
//! believed by readers.

mod look;
mod words;

use self::look::{is_mark, look};
use self::words::{CHARGES_JA, CLAIMS, CLAIMS_JA, COMPANIONS, FILLERS, ROLES, ROLES_JA};
use crate::brand::BrandDomain;
use crate::text::{BrandName, DisplayName, ProductName};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// The name is kept for the brand's confirmed representatives, or for nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("name_reserved: this name could be taken for the maker's staff; choose another")]
pub struct NameReserved;

/// Decides whether somebody who is not a confirmed representative may go by this name in the brand's community.
///
/// # Errors
/// [`NameReserved`] where the name has the brand's own label or known name as a whole word, or a role's word, or is made of
/// nothing but such words.
pub fn check_display(name: &DisplayName, brand: &BrandDomain, known: Option<&BrandName>) -> Result<(), NameReserved> {
    let said = Said::of(name.as_str());
    let brands = Look::brands(brand, known);
    // Two Latin letters ("ai", "go") are a word or a name in too many languages; they pose only together with a role.
    let as_word = |text: &str| brands.iter().any(|it| it.look == text && it.letters.len() > 2);
    if said.has_role() || said.runs().any(|run| as_word(&run)) || said.is_made_of(&brands) { Err(NameReserved) } else { Ok(()) }
}

/// Whom a name could be taken for, among people who speak for the brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// Nobody.
    Nobodys,
    /// It is made to look like somebody's name without being it: other letters, other alphabets.
    Disguised,
}

/// Decides whether somebody who is not a confirmed representative may go by this name where these people speak for the brand.
///
/// # Errors
/// [`NameReserved`] as [`check_display`] has it, and where the name is one of theirs.
pub fn check_person(
    name: &DisplayName,
    brand: &BrandDomain,
    known: Option<&BrandName>,
    staff: &[DisplayName],
) -> Result<Likeness, NameReserved> {
    check_display(name, brand, known)?;
    // A letter may look like another in one case only: М is an M, and м none.
    let looks = |text: &str| {
        let own: String = text.nfkc().filter(|c| c.is_alphanumeric()).collect();
        [look(&own.to_lowercase()), look(&own)]
    };
    let (said, seen) = (Look::squeezed(name.as_str()), looks(name.as_str()));
    let mut likeness = Likeness::Nobodys;
    for one in staff {
        let letters = Look::squeezed(one.as_str()).letters;
        if letters == said.letters {
            return Err(NameReserved);
        }
        // Two letters that look alike ("Al", "AI") are too little to be a disguise.
        if letters.chars().count() > 2 && looks(one.as_str()).iter().any(|look| seen.contains(look)) {
            likeness = Likeness::Disguised;
        }
    }
    Ok(likeness)
}

/// Decides whether a community may be opened under this name for that domain.
///
/// # Errors
/// [`NameReserved`] where the name has a role's word, or looks like the domain's label without being it.
pub fn check_brand(name: &BrandName, brand: &BrandDomain) -> Result<(), NameReserved> {
    let said = Said::of(name.as_str());
    let label = Look::squeezed(&own_label(brand));
    let posing = said.runs_with_letters().any(|(look, letters)| look == label.look && letters != label.letters);
    if said.has_role() || posing { Err(NameReserved) } else { Ok(()) }
}

/// Decides whether somebody who is not a confirmed representative may make a product of this name: it becomes a page's title.
///
/// # Errors
/// [`NameReserved`] where the name claims to be official.
pub fn check_product(name: &ProductName) -> Result<(), NameReserved> {
    let said = Said::of(name.as_str());
    if said.has_any(CLAIMS) || said.has_any_ja(&[CLAIMS_JA]) { Err(NameReserved) } else { Ok(()) }
}

/// How a brand's name looks to somebody who reads it quickly: two names with the same look are one name to them.
pub fn brand_look(name: &str) -> String {
    // In its own case: capitals of other scripts look like Latin ones where their small letters do not.
    look(&name.nfkc().filter(|c| c.is_alphanumeric()).collect::<String>())
}

/// Whether two names could be taken for each other, in whatever case they are written.
pub fn looks_alike(one: &str, other: &str) -> bool {
    let looks = |name: &str| [brand_look(name), brand_look(&name.to_lowercase()), brand_look(&name.to_uppercase())];
    let (one, other) = (looks(one), looks(other));
    one.iter().any(|look| !look.is_empty() && other.contains(look))
}

/// How the domain's own label looks.
pub fn label_look(brand: &BrandDomain) -> String {
    brand_look(&own_label(brand))
}

/// Whether a name is only a part of what was registered: `Acme` for `acme-help.example` would be somebody else's.
pub fn is_part_of_label(name: &BrandName, brand: &BrandDomain) -> bool {
    let (name, label) = (brand_look(name.as_str()), label_look(brand));
    name.len() > 1 && name != label && (label.starts_with(&name) || label.ends_with(&name))
}

/// The label as people read it: `花王` rather than its punycode.
fn own_label(brand: &BrandDomain) -> String {
    let (readable, _) = idna::domain_to_unicode(brand.own_label());
    readable
}

/// How a text looks, beside the letters that it has.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Look {
    look: String,
    letters: String,
}

impl Look {
    fn squeezed(text: &str) -> Self {
        let letters: String = text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect();
        Self { look: look(&letters), letters }
    }

    fn brands(brand: &BrandDomain, known: Option<&BrandName>) -> Vec<Self> {
        [Some(own_label(brand)), known.map(|name| name.as_str().to_owned())]
            .into_iter()
            .flatten()
            .map(|text| Self::squeezed(&text))
            .filter(|it| !it.look.is_empty())
            .collect()
    }
}

fn looks(words: &str) -> impl Iterator<Item = String> {
    words.split_whitespace().map(look)
}

/// What belongs together in a word: a change of these is the edge of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Letters,
    Hiragana,
    Katakana,
    Han,
}

const fn script(c: char) -> Script {
    match c {
        '\u{3041}'..='\u{309f}' => Script::Hiragana,
        '\u{30a0}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => Script::Katakana,
        '\u{3005}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Script::Han,
        _ => Script::Letters,
    }
}

/// A name, taken apart.
#[derive(Debug)]
struct Said {
    /// Its words in their own case, cut at spaces, punctuation, changes of script and humps (`AcmeSupport`).
    words: Vec<String>,
    /// All of it after NFKC, in lower case, with one space wherever something stood that is no letter.
    line: String,
}

impl Said {
    fn of(name: &str) -> Self {
        let mut words = vec![String::new()];
        let mut before: Option<char> = None;
        for c in name.nfkc().filter(|c| !is_mark(*c)) {
            if !c.is_alphanumeric() && c != 'ー' {
                before = None;
                continue;
            }
            let hump = before.is_some_and(|b| b.is_lowercase() && c.is_uppercase());
            let edge = before.is_none_or(|b| script(b) != script(c)) || hump;
            match words.last_mut() {
                Some(word) if !edge => word.push(c),
                _ => words.push(c.to_string()),
            }
            before = Some(c);
        }
        words.retain(|word| !word.is_empty());
        let line: String = name
            .nfkc()
            .filter(|c| !is_mark(*c))
            .flat_map(char::to_lowercase)
            .map(|c| if c.is_alphanumeric() || c == 'ー' { c } else { ' ' })
            .collect();
        Self { words, line: line.split_whitespace().collect::<Vec<_>>().join(" ") }
    }

    /// Every run of neighbouring words, squeezed together, with and without digits at its edges, as it looks in its own case
    /// and in lower case, beside its letters.
    fn runs_with_letters(&self) -> impl Iterator<Item = (String, String)> {
        let starts = 0..self.words.len();
        starts.flat_map(move |start| {
            let mut run = String::new();
            self.words.iter().skip(start).flat_map(move |word| {
                run.push_str(word);
                let bare = run.trim_matches(|c: char| c.is_ascii_digit()).to_owned();
                [run.clone(), bare].into_iter().flat_map(|text| {
                    let letters = text.to_lowercase();
                    [(look(&letters), letters.clone()), (look(&text), letters)]
                })
            })
        })
    }

    fn runs(&self) -> impl Iterator<Item = String> {
        self.runs_with_letters().map(|(look, _)| look)
    }

    fn has_role(&self) -> bool {
        self.has_any(ROLES) || self.has_any_ja(&[ROLES_JA, CHARGES_JA]) || self.is_in_charge()
    }

    fn has_any(&self, words: &str) -> bool {
        let words: Vec<String> = looks(words).collect();
        self.runs().any(|run| words.contains(&run))
    }

    fn is_in_charge(&self) -> bool {
        let charge = look("担当");
        self.line.split(' ').any(|word| look(word).starts_with(&charge))
    }

    fn has_any_ja(&self, lists: &[&str]) -> bool {
        let line: String = self.line.split(' ').map(look).collect::<Vec<_>>().join(" ");
        let squeezed = line.replace(' ', "").replace(&look("非公式"), " ");
        let whole = |word: String| {
            squeezed.match_indices(&word).any(|(at, _)| {
                // A small kana or a long mark after it would make it another word: スタッフォード.
                let next = squeezed.get(at + word.len()..).and_then(|rest| rest.chars().next());
                !next.is_some_and(|c| matches!(c, 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ャ' | 'ュ' | 'ョ' | 'ー'))
            })
        };
        lists.iter().flat_map(|list| looks(list)).any(whole)
    }

    /// Whether nothing is left of the name when the brand, roles and what goes with them are taken out.
    fn is_made_of(&self, brands: &[Look]) -> bool {
        let posing: Vec<String> = looks(ROLES).chain(looks(COMPANIONS)).chain(brands.iter().map(|it| it.look.clone())).collect();
        let fillers: Vec<String> = looks(FILLERS).collect();
        let whole: String = self.words.concat();
        let worded: String = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
        [&whole, &worded]
            .into_iter()
            .flat_map(|text| [look(&text.to_lowercase()), look(text)])
            .any(|text| is_covered(&text, &posing, &fillers))
    }
}

/// Whether the text can be laid out with these words end to end, at least one of them a posing one.
fn is_covered(text: &str, posing: &[String], fillers: &[String]) -> bool {
    // For each place in the text: reached not at all, by fillers only, or with a posing word.
    let mut reached = vec![(false, false); text.len() + 1];
    if let Some(first) = reached.first_mut() {
        first.0 = true;
    }
    for at in 0..text.len() {
        let (bare, posed) = reached.get(at).copied().unwrap_or_default();
        let Some(rest) = text.get(at..).filter(|_| bare || posed) else { continue };
        for (words, poses) in [(posing, true), (fillers, false)] {
            for word in words.iter().filter(|word| !word.is_empty() && rest.starts_with(word.as_str())) {
                if let Some(place) = reached.get_mut(at + word.len()) {
                    place.0 |= bare && !poses;
                    place.1 |= posed || poses;
                }
            }
        }
    }
    reached.last().is_some_and(|(_, posed)| *posed)
}

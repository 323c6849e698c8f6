//! Names that could be taken for the brand, its staff or Chie. A name is compared as it looks, not as it is spelled: after
//! NFKC, by its UTS 39 skeleton, in one case, without spaces and punctuation. Role words count as whole words, so `Stafford`
//! and 「スタッフォード」 are ordinary names. What a name says of itself is never believed; these rules keep it from being
//! believed by readers.

use crate::brand::BrandDomain;
use crate::text::{BrandName, DisplayName};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

/// The name is kept for the brand's confirmed representatives, or for nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("name_reserved: this name could be taken for the maker's staff; choose another")]
pub struct NameReserved;

/// Words of a role: no part of a name.
const ROLES: [&str; 32] = [
    "official",
    "officially",
    "officials",
    "staff",
    "support",
    "supports",
    "admin",
    "admins",
    "administrator",
    "administrators",
    "moderator",
    "moderators",
    "operator",
    "operators",
    "representative",
    "representatives",
    "employee",
    "employees",
    "spokesperson",
    "helpdesk",
    "webmaster",
    "sysadmin",
    "verified",
    "customerservice",
    "customersupport",
    "customercare",
    "servicedesk",
    "koushiki",
    "unei",
    "kanrisha",
    "jimukyoku",
    "tantousha",
];

/// Words that pose only together with the brand or a role, or with nothing beside them.
const COMPANIONS: [&str; 20] = [
    "team",
    "help",
    "helper",
    "service",
    "services",
    "care",
    "desk",
    "agent",
    "rep",
    "mod",
    "crew",
    "info",
    "news",
    "hq",
    "chie",
    "知恵",
    "チエ",
    "社員",
    "従業員",
    "窓口",
];

/// Words that change nothing about who a name poses as.
const FILLERS: [&str; 23] = [
    "the",
    "of",
    "by",
    "at",
    "from",
    "for",
    "real",
    "true",
    "my",
    "inc",
    "ltd",
    "llc",
    "co",
    "corp",
    "company",
    "group",
    "global",
    "online",
    "japan",
    "jp",
    "us",
    "株式会社",
    "の",
];

/// Words of a role in Japanese, which has no spaces: found anywhere in a name.
const ROLES_JA: [&str; 23] = [
    "公式",
    "公認",
    "運営",
    "事務局",
    "管理者",
    "管理人",
    "担当者",
    "代表者",
    "広報",
    "お客様相談",
    "お客様窓口",
    "相談窓口",
    "サポート",
    "スタッフ",
    "カスタマーサービス",
    "カスタマーケア",
    "オフィシャル",
    "モデレーター",
    "オペレーター",
    "アドミニストレーター",
    "ヘルプデスク",
    "中の人",
    "認証済",
];

/// Somebody is in charge of many things (掃除担当); these are a company's.
const CHARGES_JA: [&str; 11] = [
    "お客様担当",
    "お客さま担当",
    "製品担当",
    "商品担当",
    "技術担当",
    "修理担当",
    "営業担当",
    "開発担当",
    "品質担当",
    "対応担当",
    "窓口担当",
];

/// Decides whether somebody who is not a confirmed representative may go by this name in the brand's community.
///
/// # Errors
/// [`NameReserved`] where the name has the brand's own label or known name as a whole word, or a role's word, or is made of
/// nothing but such words.
pub fn check_display(name: &DisplayName, brand: &BrandDomain, known: Option<&BrandName>) -> Result<(), NameReserved> {
    let said = Said::of(name.as_str());
    let brands = Look::brands(brand, known);
    // Two letters ("ai", "go") are a word or a name in too many languages; they pose only together with a role.
    let as_word = |text: &str| brands.iter().any(|it| it == text && it.chars().count() > 2);
    if said.has_role() || said.runs().any(|run| as_word(&run)) || said.is_made_of(&brands) { Err(NameReserved) } else { Ok(()) }
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

    fn brands(brand: &BrandDomain, known: Option<&BrandName>) -> Vec<String> {
        [Some(own_label(brand)), known.map(|name| name.as_str().to_owned())]
            .into_iter()
            .flatten()
            .map(|text| Self::squeezed(&text).look)
            .filter(|look| !look.is_empty())
            .collect()
    }
}

/// The skeleton in one case, and beyond it: `l`, `i`, `I` and `1` are one letter here, `m` is `rn`, small capitals are letters.
fn look(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    // Both before and after: the skeleton knows some small capitals by other letters, and gives some for Cyrillic ones.
    let text: String = text.chars().map(small_capital).collect();
    for c in skeleton(&text).flat_map(char::to_lowercase) {
        match small_capital(c) {
            'i' | '1' | 'ı' => seen.push('l'),
            'm' => seen.push_str("rn"),
            '0' => seen.push('o'),
            'w' => seen.push_str("vv"),
            // The long mark of kana and the character for "one" are a dash to the eye.
            '一' | '—' | '―' | '─' => seen.push('ー'),
            'ー' => seen.push('ー'),
            c if c.is_alphanumeric() => seen.push(c),
            _ => {}
        }
    }
    seen
}

const fn small_capital(c: char) -> char {
    match c {
        'ᴀ' => 'a',
        'ʙ' => 'b',
        'ᴄ' => 'c',
        'ᴅ' => 'd',
        'ᴇ' => 'e',
        'ꜰ' => 'f',
        'ɢ' => 'g',
        'ʜ' => 'h',
        'ɪ' => 'i',
        'ᴊ' => 'j',
        'ᴋ' | 'ĸ' => 'k',
        'ʟ' => 'l',
        'ᴍ' => 'm',
        'ɴ' => 'n',
        'ᴏ' => 'o',
        'ᴘ' => 'p',
        'ʀ' => 'r',
        'ꜱ' => 's',
        'ᴛ' => 't',
        'ᴜ' => 'u',
        'ᴠ' => 'v',
        'ᴡ' => 'w',
        'ʏ' => 'y',
        'ᴢ' => 'z',
        other => other,
    }
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
        let roles: Vec<String> = ROLES.iter().map(|word| look(word)).collect();
        self.runs().any(|run| roles.contains(&run)) || self.has_role_ja()
    }

    fn has_role_ja(&self) -> bool {
        let line: String = self.line.split(' ').map(look).collect::<Vec<_>>().join(" ");
        let squeezed = line.replace(' ', "").replace(&look("非公式"), " ");
        let whole = |word: &&str| {
            let word = look(word);
            squeezed.match_indices(&word).any(|(at, _)| {
                // A small kana or a long mark after it would make it another word: スタッフォード.
                let next = squeezed.get(at + word.len()..).and_then(|rest| rest.chars().next());
                !next.is_some_and(|c| matches!(c, 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ャ' | 'ュ' | 'ョ' | 'ー'))
            })
        };
        let charge = look("担当");
        let in_charge = line.split(' ').any(|word| word.starts_with(&charge));
        in_charge || ROLES_JA.iter().chain(&CHARGES_JA).any(|word| whole(&word))
    }

    /// Whether nothing is left of the name when the brand, roles and what goes with them are taken out.
    fn is_made_of(&self, brands: &[String]) -> bool {
        let posing = ROLES.iter().chain(&COMPANIONS).map(|word| look(word));
        let posing: Vec<String> = posing.chain(brands.iter().cloned()).collect();
        let fillers: Vec<String> = FILLERS.iter().map(|word| look(word)).collect();
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

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) && !matches!(c, '\u{3099}' | '\u{309a}')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn display(name: &str) -> bool {
        let brand = BrandDomain::parse("acme.example").expect("a domain");
        let known = BrandName::parse("Acme Kitchen Things").expect("a name");
        // What the type itself refuses (invisible and direction-changing characters) is caught just as well.
        DisplayName::parse(name).is_ok_and(|name| check_display(&name, &brand, Some(&known)).is_ok())
    }

    fn display_at(domain: &str, known: Option<&str>, name: &str) -> bool {
        let brand = BrandDomain::parse(domain).expect("a domain");
        let known = known.map(|name| BrandName::parse(name).expect("a name"));
        check_display(&DisplayName::parse(name).expect("a name"), &brand, known.as_ref()).is_ok()
    }

    fn brand(domain: &str, name: &str) -> bool {
        let domain = BrandDomain::parse(domain).expect("a domain");
        BrandName::parse(name).is_ok_and(|name| check_brand(&name, &domain).is_ok())
    }

    #[test]
    fn whoever_could_be_taken_for_the_brand_is_refused() {
        for name in [
            "Acme",
            "ACME",
            "acme",
            "A c m e",
            "A.C.M.E.",
            "Acme!",
            "Acme's",
            "Acme 2",
            "acme24",
            "@acme",
            "Acme fan",
            "Ａｃｍｅ",
            "Acme Kitchen Things",
            "acmekitchenthings",
            "Acme Support",
            "acmesupport",
            "AcmeHelp",
            "acmehelp",
            "theacmeteam",
            "Team Acme",
            "acme_jp",
            "acmejp",
            "realacme",
            "Acme公式",
            "アカウント Acme",
            "Acme株式会社",
            "acme.example",
            // Another alphabet, or letters that look alike.
            "Асme",
            "Аcmе",
            "Acrne",
            "ΑCME",
            "𝐀𝐜𝐦𝐞",
            "Ⓐcme",
            "ᴀᴄᴍᴇ",
            "Ácme",
            "Acmé",
            // Never seen, but there.
            "A\u{200b}cme",
            "\u{202e}emcA",
            "Ac\u{fe0f}me",
            "A\u{336}c\u{336}m\u{336}e\u{336}",
        ] {
            assert!(!display(name), "{name:?}");
        }
    }

    #[test]
    fn whoever_could_be_taken_for_staff_is_refused() {
        for name in [
            "official",
            "Official",
            "0fficial",
            "OfficiaI",
            "Officially",
            "Оfficial",
            "o f f i c i a l",
            "Jane (official)",
            "Staff",
            "Stаff",
            "ＳＴＡＦＦ",
            "SТAFF",
            "ꜱᴛᴀꜰꜰ",
            "Jane, staff",
            "Jane_staff",
            "JaneStaff",
            "support",
            "Tech Support",
            "Support24",
            "sup-port",
            "Team",
            "The Team",
            "Help",
            "Admin",
            "adm1n",
            "Adrnin",
            "admin1",
            "Administrator",
            "Moderator",
            "OPERATOR",
            "Customer Service",
            "customer-service",
            "CustomerService",
            "customerservice",
            "Customer Care",
            "Representative",
            "Verified ✓",
            "Chie",
            "chie support",
            "Chie team",
            "ＣＨＩＥ",
            "知恵",
            "知恵 公式",
            "公式",
            "公 式",
            "【公式】みどり",
            "運営",
            "運営チーム",
            "担当",
            "担当者",
            "担当の鈴木",
            "鈴木（担当）",
            "お客様担当 鈴木",
            "事務局",
            "サポート",
            "ｻﾎﾟｰﾄ",
            "サポ一ト",
            "サポートセンター",
            "管理者",
            "管理人",
            "カスタマーサービス",
            "カスタマーサポート",
            "スタッフ",
            "スタッフ鈴木",
            "スタッフA",
            "中の人",
            "オフィシャル",
            "モデレーター",
        ] {
            assert!(!display(name), "{name:?}");
        }
    }

    #[test]
    fn ordinary_names_pass() {
        for name in [
            "Aoi",
            "Stafford",
            "スタッフォード",
            "Adminton",
            "Badminton",
            "Acmeline",
            "Pacme",
            "Supporter Jo",
            "サポーター",
            "Unofficial",
            "非公式ファン",
            "Teamwork",
            "Chie Tanaka",
            "知恵子",
            "田中知恵",
            "青木 そら",
            "掃除担当",
            "会社員",
            "Operatic",
            "Modest",
            "Helpful Hana",
            "Ann-Marie O'Neill",
            "Łukasz",
            "Zoë",
            "Владимир",
            "Ελένη",
            "김민수",
            "陈伟",
            "محمد",
            "Jean 23",
            "M",
            "i",
            "1",
            "☕",
            "コーヒー好き",
            "kettle lover",
            "Inforoma",
            "Carol",
            "Repton",
        ] {
            assert!(display(name), "{name:?}");
        }
    }

    #[test]
    fn the_brand_decides_what_is_its_own() {
        for (domain, known, name, may) in [
            ("ai.example", None, "Ai Tanaka", true),
            ("ai.example", None, "ai", false),
            ("ai.example", None, "AI support", false),
            ("ai.example", None, "ai help", false),
            ("acme-help.example", None, "Acme Help", false),
            ("acme-help.example", None, "acmehelp", false),
            ("kettle.example", None, "Acme", true),
            ("kettle.example", Some("アクメ"), "アクメ", false),
            ("kettle.example", Some("アクメ"), "アクメ好き", false),
            ("kettle.example", Some("アクメ"), "アクメリア", true),
            ("kettle.example", Some("アクメ"), "ｱｸﾒ", false),
            ("花王.example", None, "花王", false),
            ("花王.example", None, "花王子", true),
            ("bill.example", None, "BiII", false),
        ] {
            assert_eq!(display_at(domain, known, name), may, "{name:?} at {domain}");
        }
    }

    #[test]
    fn a_brands_name_carries_no_role_and_no_disguise() {
        for (domain, name, may) in [
            ("acme.example", "Acme", true),
            ("acme.example", "ACME", true),
            ("acme.example", "Ａｃｍｅ", true),
            ("acme.example", "Acme Kitchen Things", true),
            ("acme.example", "アクメ", true),
            ("acme-help.example", "Acme Help", true),
            ("acme-official.example", "Acme Official", false),
            ("acme.example", "Acme official", false),
            ("acme.example", "Acme 公式", false),
            ("acme.example", "アクメ公式サポート", false),
            ("acme.example", "Acme Support", false),
            ("acme.example", "AcmeSupport", false),
            ("acme.example", "Асme", false),
            ("acme.example", "Acrne", false),
            ("acme.example", "Аcme Kitchen", false),
            ("acrne.example", "Acme", false),
            ("allo.example", "Alio", false),
            ("staffing.example", "Staffing", true),
        ] {
            assert_eq!(brand(domain, name), may, "{name:?} for {domain}");
        }
    }
}

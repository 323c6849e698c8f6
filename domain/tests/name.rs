//! Names that pose as a brand or its staff, and names that only sound like it.
#![cfg(feature = "parse")]
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use chie_domain::brand::BrandDomain;
use chie_domain::name::{check_brand, check_display, check_product};
use chie_domain::text::{BrandName, DisplayName, ProductName};

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
        ("花王.example", None, "花王 太郎", false),
        ("am.example", None, "Am Thorne", true),
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

#[test]
fn a_products_name_claims_nothing_official() {
    for (name, may) in [
        ("Stove-top Kettle 1.2 L", true),
        ("Back Support Pillow", true),
        ("サポートクッション", true),
        ("Officer's Mug", true),
        ("Kettle (official)", false),
        ("Acme Official Help", false),
        ("直火ケトル 公式", false),
        ("0fficial kettle", false),
    ] {
        let name = ProductName::parse(name).expect("a name");
        assert_eq!(check_product(&name).is_ok(), may, "{name}");
    }
}

#[test]
fn two_names_are_one_where_they_look_the_same() {
    use chie_domain::name::{brand_look, looks_alike};
    for (one, other) in [
        ("Acme", "ACME"),
        ("Acme", "Асme"),
        ("Acme", "Acrne"),
        ("Acme", "ＡＣＭＥ"),
        ("Acme!", "A c m e"),
        ("Bill", "BiIl"),
        ("Mika", "МIKA"),
        ("Vow", "Vovv"),
        ("Oslo", "0slo"),
    ] {
        assert!(looks_alike(one, other), "{one} {other}");
        assert_eq!(brand_look(one), brand_look(other), "{one} {other}");
    }
    for (one, other) in [("Acme", "Acmes"), ("Acme", "Ace"), ("花王", "花玉"), ("!", "?")] {
        assert!(!looks_alike(one, other), "{one} {other}");
    }
}

//! Words around pages: titles, the frame, the page that makes a tag. The words of the views are the widget's.

use chie_widget::locale::Locale;

use crate::edge::EdgeCall;

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    pub locale: Locale,
    pub directory: &'static str,
    pub directory_about: &'static str,
    pub rules: &'static str,
    pub tag: &'static str,
    pub tag_about: &'static str,
    pub tag_domain: &'static str,
    pub tag_key: &'static str,
    pub tag_key_hint: &'static str,
    pub tag_name: &'static str,
    pub tag_make: &'static str,
    pub tag_paste: &'static str,
    pub tag_then: &'static str,
    pub tag_csp: &'static str,
    pub tag_wrong: &'static str,
    pub customers_place: &'static str,
    pub not_found: &'static str,
    pub not_found_about: &'static str,
    pub away: &'static str,
    pub away_about: &'static str,
    pub other_language: &'static str,
    pub other_code: &'static str,
    pub skip: &'static str,
    pub run_by_customers: &'static str,
    pub official: &'static str,
}

const EN: Words = Words {
    locale: Locale::En,
    directory: "Find a maker’s community",
    directory_about: "Customers help one another, product by product. Makers can prove who they are and join in.",
    rules: "Rules",
    tag: "Put it on your site",
    tag_about: "One line of HTML puts a community on your product’s page. No account, nothing to run. Say what it is for:",
    tag_domain: "The maker’s domain",
    tag_key: "A short key for the product",
    tag_key_hint: "Lower-case Latin letters, digits and hyphens, such as kettle-12. It stays the same for ever.",
    tag_name: "The product’s name",
    tag_make: "Make the tag",
    tag_paste: "Paste this where the community should appear",
    tag_then: "That is all. The first question makes the product. If you are the maker, you can prove your domain at any time and answer officially.",
    tag_csp: "If your page has a content security policy, allow this origin in script-src and connect-src, and add 'wasm-unsafe-eval' to script-src:",
    tag_wrong: "Look at the marked field and try again.",
    customers_place: "customers’ place",
    not_found: "There is nothing here",
    not_found_about: "The address may be old or mistyped. Look for the maker or the product instead.",
    away: "This does not answer right now",
    away_about: "Nothing is lost. Please load the page again in a moment.",
    other_language: "日本語",
    other_code: "ja",
    skip: "Skip to the content",
    run_by_customers: "Run by customers, not by",
    official: "official community",
};

const JA: Words = Words {
    locale: Locale::Ja,
    directory: "メーカーのコミュニティをさがす",
    directory_about: "製品ごとに、利用者どうしで助け合う場所です。メーカーも、ドメインの所有を示して加わることができます。",
    rules: "参加のきまり",
    tag: "サイトに置く",
    tag_about: "HTMLを1行加えるだけで、製品のページにコミュニティを置けます。登録も運用もいりません。どの製品のためのものか、お書きください。",
    tag_domain: "メーカーのドメイン",
    tag_key: "製品を表す短い名前",
    tag_key_hint: "半角の小文字、数字、ハイフンで書きます（例：kettle-12）。あとから変えることはできません。",
    tag_name: "製品の名前",
    tag_make: "タグを作る",
    tag_paste: "表示したい場所に、これを貼り付けてください",
    tag_then: "これで完了です。最初の質問が書かれると製品のページができます。メーカーの方は、いつでもドメインの所有を示して公式に答えられます。",
    tag_csp: "ページにコンテンツセキュリティポリシーがあるときは、次のオリジンを script-src と connect-src に加え、script-src に 'wasm-unsafe-eval' を加えてください。",
    tag_wrong: "印のついた欄をご確認ください。",
    customers_place: "利用者のひろば",
    not_found: "ここには何もありません",
    not_found_about: "アドレスが古いか、間違っているようです。メーカーや製品の名前でおさがしください。",
    away: "ただいま応答がありません",
    away_about: "何も失われていません。少し待ってから、もう一度読み込んでください。",
    other_language: "English",
    other_code: "en",
    skip: "本文へ",
    run_by_customers: "利用者どうしが助け合う場所です。次のメーカーが運営するものではありません：",
    official: "公式コミュニティ",
};

impl Words {
    /// The words for a request.
    pub(super) fn of(call: &EdgeCall) -> Self {
        match Locale::pick(call.language().as_deref()) {
            Locale::En => EN,
            Locale::Ja => JA,
        }
    }
}

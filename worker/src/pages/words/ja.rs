//! Japanese.

use super::Words;
use chie_widget::locale::Locale;

pub(super) const WORDS: Words = Words {
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
    tag_csp: "ページにコンテンツセキュリティポリシーがあるときは、次のオリジンを script-src、connect-src、img-src に加え、script-src に 'wasm-unsafe-eval' を加えてください。",
    tag_wrong: "印のついた欄をご確認ください。",
    docs: "Chie をサイトに置くには",
    docs_about: "ひろばを二分でページに置く方法。タグと属性、ポリシー、見た目、言語、どの情報がどこへ行くか。",
    api: "Chie の API",
    api_about: "API の一覧。読む、参加する、メーカーとして答える。受け付けるもの、応答、断りを示します。",
    customers_place: "利用者のひろば",
    not_found: "ここには何もありません",
    not_found_about: "アドレスが古いか、間違っているようです。メーカーや製品の名前でおさがしください。",
    away: "ただいま応答がありません",
    away_about: "何も失われていません。少し待ってから、もう一度読み込んでください。",
    skip: "本文へ",
    run_by_customers: "利用者どうしが助け合う場所です。次のメーカーが運営するものではありません：",
    kept_title: "公開しました。次のアドレスを控えてください",
    kept_about: "あなたが書いたものの鍵です。このアドレスを開いた人が書いた本人として扱われます。表示されるのは今だけです。コピーするかブックマークに加え、ほかの人には見せないでください。",
    ask_here: "自分の質問を書く",
    official: "公式コミュニティ",
};

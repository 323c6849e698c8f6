//! Words of the pages about who stands behind a place: the one behind a badge, and the one to forward to whoever runs the DNS; and of what
//! waits, and what can be flagged. Both languages stand side by side; `{}` takes what the sentence is about.

use chie_widget::locale::Locale;

macro_rules! said {
    ($($name:ident: $en:literal, $ja:literal;)*) => {
        /// The words in one language.
        pub(super) struct Said { $(pub(super) $name: &'static str,)* }

        const EN: Said = Said { $($name: $en,)* };
        const JA: Said = Said { $($name: $ja,)* };
    };
}

/// The words of a language.
pub(super) const fn of(locale: Locale) -> &'static Said {
    match locale {
        Locale::Ja => &JA,
        Locale::En | Locale::Accented | Locale::Mirrored | Locale::Further(_) => &EN,
    }
}

said! {
    named: "It is called {} here. Chie knows the domain, and nothing about a company’s papers.", "ここでは {} と呼ばれています。Chie が確かめるのはドメインだけで、会社の登記などは確かめていません。";
    unnamed: "It goes by its domain here. A name is shown only if it is the domain’s own, or was checked.", "ここではドメイン名で呼ばれています。名称を示すのは、ドメインそのものか、確認できたものだけです。";
    held: "The name that was given looks like that of another maker. Whoever runs this installation looks at it; until then the place can be used under its domain, and is not in the directory.",
        "付けられた名称が、ほかのメーカーのものと似て見えます。運営者が確認するまでは、ドメイン名のままでお使いいただけます。一覧にはまだ載りません。";
    also_proven: "Also theirs, each proven by its own DNS", "同じ会社のドメイン(それぞれ DNS で証明)";
    who_answers: "Who answers for them here", "ここで回答している方";
    was_named: "It was called {} from then on.", "名称が {} になりました。";
    was_unnamed: "It went by its domain from then on.", "ドメイン名で呼ばれるようになりました。";
    doubt_title: "This isn’t that company", "この会社ではない、というお知らせ";
    doubt_lead: "If somebody poses as a company here, say so. Whoever runs this installation reads it. You need no account, and nothing changes until they have looked.",
        "会社になりすましている場合は、お知らせください。運営者が読みます。登録はいりません。確認するまでは何も変わりません。";
    doubt_label: "What makes you think so?", "そうお考えになった理由";
    doubt_hint: "At most 500 characters. Leave an address if you want to be asked back.", "500文字まで。返事が必要なときは、連絡先もお書きください。";
    doubt_button: "Tell the operator", "運営者に知らせる";
    doubt_done: "Thank you. The operator has it.", "ありがとうございます。運営者に届きました。";
    doubt_wrong: "Write a sentence or two, at most 500 characters.", "500文字までで、一、二文お書きください。";
    doubt_many: "Others have said so already, and the operator is going to look. Please try again in some days.", "すでに同じお知らせが届いており、運営者が確認します。数日たってからもう一度お試しください。";
    forward_title: "A DNS record for {}", "{} の DNS レコード";
    forward_lead: "A colleague asks you to add one record to the DNS of {}. It shows Chie, a support community, that they may speak for the company.",
        "同僚の方から、{} の DNS に次のレコードを1件追加するよう依頼がありました。サポートコミュニティ Chie で、会社として話せることを示すためのものです。";
    record_name: "Name", "名前";
    record_kind: "Type", "種類";
    record_value: "Value", "値";
    record_ttl: "Any TTL will do. Leave it in place: it is looked at every day, and when it is gone the right to speak ends. It changes nothing about mail or the site.",
        "TTL はいくつでもかまいません。毎日確認されるので、置いたままにしてください。なくなると、会社として話せなくなります。メールやサイトには影響しません。";
    copy: "Copy", "コピー";
    copied: "Copied", "コピーしました";
    seen_now: "What resolvers see now", "いま見えているもの";
    asked: "Asked", "問い合わせ先";
    answer: "Answer", "答え";
    means: "What it means", "意味";
    look_again: "Look again", "もう一度確認する";
    all_see: "Every resolver sees the record. Nothing else is to be done here; your colleague presses “check” in the console, or waits.", "どこからもレコードが見えています。ここですることは、もうありません。同僚の方がコンソールで確認するか、そのまま待てば完了です。";
    not_all_see: "Not every resolver sees it yet. Changes may take an hour; this page looks again each minute.", "まだ見えていないところがあります。反映に1時間ほどかかることがあります。このページは1分ごとに確認します。";
    not_looked: "It was looked at often a moment ago. Wait a few minutes and look again.", "少し前に何度も確認しました。数分待ってから、もう一度確認してください。";
    found: "This is the record.", "このレコードです。";
    not_there: "There is no such record yet.", "まだレコードがありません。";
    different: "There is a record of Chie’s, but another one: compare the value letter by letter.", "Chie のレコードがありますが、別のものです。値を一文字ずつ比べてください。";
    unrelated: "There is a record of that name, but none of Chie’s.", "その名前のレコードはありますが、Chie のものではありません。";
    too_many: "There are too many records of that name.", "その名前のレコードが多すぎます。";
    no_answer: "The resolver gave no answer. This may be over in a minute.", "答えがありませんでした。少し待つと直ることがあります。";
    nothing: "nothing", "なし";
    grants_nothing: "This page grants nothing: whoever opens it can only read it.", "このページで何かの権限が得られることはありません。読めるだけです。";
    lives_until: "It can be read until {}.", "{} まで読めます。";
    ignore: "If you do not know who asked, add nothing.", "だれの依頼かわからないときは、追加しないでください。";
    over_title: "This page is over", "このページは終わりました";
    over_lead: "The record is proven, or the request was older than 30 days. Ask whoever sent you here for a new one.", "証明が済んだか、依頼から30日がたちました。必要なときは、送ってきた方に新しいページを頼んでください。";
    waits_title: "It waits until somebody has looked at it", "確認後に表示されます";
    waits_about: "What you wrote is kept. Others see it once whoever runs this installation has let it pass.", "投稿は保存されています。この場を運営している者が確認したあと、ほかの方にも表示されます。";
    waits_rule: "The rule that it is looked at for:", "確認する決まり:";
    kept_title_waits: "Keep this address", "次のアドレスを控えてください";
    flag_badge: "Flag this badge", "この印について知らせる";
    flag_name: "Flag this name", "この名前について知らせる";
}

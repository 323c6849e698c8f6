//! What the house says in the widget. Few who read a thread ever flag anything, so these words come with the second part instead of
//! the table that everybody downloads; both languages stand side by side.

use super::super::super::cx::Cx;
use chie_domain::matter::{Asked, Verdict};
use yew::AttrValue;

macro_rules! words {
    ($($name:ident: $en:literal, $ja:literal;)*) => {
        /// One thing to say.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Word { $($name,)* }

        impl Word {
            const fn both(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($en, $ja),)* }
            }
        }
    };
}

words! {
    FlagTitle: "Which rule does it break?", "どの決まりに反しますか";
    FlagLead: "Whoever runs this installation looks at it. The maker and other readers do not learn who you are.",
        "この場を運営している者が確認します。メーカーやほかの方に、どなたが知らせたかは伝わりません。";
    AboutWhat: "What is it about?", "何についてですか";
    AboutPost: "The words", "文章";
    AboutName: "The name “{}”", "「{}」という名前";
    AboutPhoto: "Photo {}", "写真 {}";
    AboutBadge: "The badge", "公式の印";
    FlagPhoto: "Flag this photo", "この写真について知らせる";
    FlagWords: "A few words (optional)", "ひとこと(任意)";
    FlagWordsHint: "Only whoever decides reads them.", "判断する者だけが読みます。";
    FlagSend: "Flag it", "知らせる";
    Choose: "Choose the rule.", "決まりをお選びください。";
    Hidden: "Thank you. It is hidden until somebody has looked at it.", "ありがとうございます。確認が終わるまで、表示を止めました。";
    Noted: "Thank you. Somebody will look at it.", "ありがとうございます。内容を確認します。";
    Own: "This is yours. You can change or delete it.", "ご自身の投稿です。書き直しや削除ができます。";
    Why: "Why, and what you can do", "理由と、できること";
    WhyTitle: "Why others do not see this", "ほかの方に見えない理由";
    WhyRemovedTitle: "Why this was removed", "削除された理由";
    Since: "Since {}", "{} から";
    ByVisitors: "Readers flagged it.", "読んだ方から知らせがありました。";
    ByBrand: "The maker flagged it.", "メーカーから知らせがありました。";
    ByOutsiders: "Somebody outside asked about it.", "外部の方から求めがありました。";
    ByOperator: "The operator came upon it.", "運営が見つけました。";
    ByChie: "First posts with many links are looked at before others see them.", "リンクの多い最初の投稿は、確認のあとに表示されます。";
    NotDecided: "Nobody has decided yet: it is hidden until somebody has looked at it.", "まだ決まっていません。確認が終わるまで表示を止めています。";
    Decided: "The operator decided this.", "運営が決定しました。";
    OperatorSays: "The operator writes:", "運営からのことば:";
    RulesOf: "Rules, version {}", "決まり 第{}版";
    AppealLabel: "Why should it stand?", "残すべき理由";
    AppealHint: "Another operator decides, where there is one, or the same after a day. You are told what comes of it.",
        "別の運営担当者がいればその人が、いなければ1日以上おいて改めて判断します。結果をお知らせします。";
    AppealHintFirst: "Whoever decides reads it. You are told what comes of it.", "判断する者が読みます。結果をお知らせします。";
    AppealSend: "Appeal", "異議を申し立てる";
    AppealUntil: "You can appeal until {}.", "{} まで申し立てられます。";
    Appealed: "You appealed on {}:", "{} に異議を申し立てました:";
    AppealWaits: "It waits to be decided.", "確認を待っています。";
    AppealKept: "It was decided that it stands.", "元に戻すことになりました。";
    AppealOver: "It was looked at, and what was decided stays.", "確認しましたが、決定は変わりませんでした。";
    AppealSent: "Your appeal is noted.", "異議を受け付けました。";
    Record: "What is decided here (public record)", "これまでの決定(公開の記録)";
}

/// Says it.
pub(super) fn say(cx: &Cx, word: Word) -> AttrValue {
    let (en, ja) = word.both();
    AttrValue::Static(if *cx.words().lang() == "ja" { ja } else { en })
}

/// Says it of something.
pub(super) fn say_of(cx: &Cx, word: Word, about: &str) -> AttrValue {
    chie_domain::within::replaced(&say(cx, word), "{}", about).into()
}

/// Who asked.
pub(super) const fn asked(asked: Asked) -> Word {
    match asked {
        Asked::Visitors => Word::ByVisitors,
        Asked::Brand => Word::ByBrand,
        Asked::Outsiders => Word::ByOutsiders,
        Asked::Operator => Word::ByOperator,
        Asked::Chie => Word::ByChie,
    }
}

/// What came of an appeal.
pub(super) const fn came_of(verdict: Option<Verdict>) -> Word {
    match verdict {
        None => Word::AppealWaits,
        Some(Verdict::Kept) => Word::AppealKept,
        Some(_) => Word::AppealOver,
    }
}

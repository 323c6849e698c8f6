//! What the operator's desk says. Both languages stand side by side; `{}` takes what the sentence is about, in order.

use super::work::filled;
use crate::locale::Locale;
use chie_domain::matter::{Asked, Verdict, Waits};
use yew::AttrValue;

macro_rules! words {
    ($($name:ident: $en:literal, $ja:literal;)*) => {
        /// One thing to say at the operator's desk.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum House { $($name,)* }

        impl House {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$name,)*];

            const fn both(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($en, $ja),)* }
            }
        }
    };
}

words! {
    Title: "Operator’s desk", "運営の机";
    Lead: "Everything that waits for a decision, over all brands. What harms while it is read comes first.",
        "すべてのブランドについて、判断を待っているものです。読まれると害のあるものから並びます。";
    NotYours: "Only whoever runs this installation decides here.", "ここで判断できるのは、この場を運営している者だけです。";
    Nothing: "Nothing waits", "待っているものはありません";
    Total: "{} wait", "{}件が待っています";
    Keys: "Keys", "キー操作";
    KeysTitle: "Keys of this desk", "この画面のキー操作";
    KeyNext: "next", "次へ";
    KeyBefore: "before", "前へ";
    KeyPick: "choose for a decision about several", "まとめて判断するために選ぶ";
    KeyDecide: "decide, in the order of the buttons", "ボタンの順に判断する";
    KeyGround: "in a question: the rule of that number", "確認の画面では、その番号の決まり";
    KeyHelp: "these keys", "この一覧";
    Choose: "Choose what waits on the left.", "左の一覧からお選びください。";
    Pick: "Choose {}", "{} を選ぶ";
    Back: "All that waits", "一覧へ";
    WaitsHeld: "held", "保留";
    WaitsFlagged: "flagged", "知らせ";
    WaitsRequested: "asked from outside", "外部からの求め";
    WaitsAppealed: "appeal", "異議";
    HiddenNow: "hidden now", "非表示中";
    Weight: "weight {}", "重み {}";
    AnOpening: "A thread", "スレッド";
    AReply: "A reply", "返信";
    APhoto: "A photo", "写真";
    AName: "A name", "名前";
    ABadge: "The badge", "公式の印";
    ACommunity: "The community", "コミュニティ";
    ABrandName: "A brand’s name", "ブランドの名称";
    NameHeld: "“{}” is held", "「{}」を保留中";
    NameDoubted: "{} say: not that company", "「この会社ではない」{}件";
    LikeThese: "These have the name, or one that looks like it:", "同じ名称、または似て見える名称のブランド:";
    Doubts: "“This isn’t that company”", "「この会社ではない」という知らせ";
    SightPublic: "Everybody sees it", "全員に見えています";
    SightHidden: "Only its author sees it", "投稿者だけに見えています";
    SightRemoved: "It is removed", "削除されています";
    SightGone: "Its author took it back", "投稿者が取り下げました";
    Official: "said for the brand", "ブランドとしての投稿";
    PublicPage: "Public page", "公開ページ";
    Posts: "{} posts seen by all", "公開中の投稿 {}件";
    RemovedBefore: "{} removed before", "過去の削除 {}件";
    AuthorIsHeld: "Posts wait to be looked at since {}", "{} から、投稿は確認後に表示";
    Flags: "Flags", "知らせ";
    NoFlags: "Nobody flagged it.", "知らせはありません。";
    Around: "What stands around it", "前後のやりとり";
    History: "Decided before", "これまでの決定";
    Appeal: "Appeal", "異議";
    AppealByOther: "You decided this yourself: another operator decides about the appeal.", "ご自身の決定です。異議は別の運営担当者が判断します。";
    AppealFrom: "You decided this yourself. You may look again from {} on, if there is no other operator.", "ご自身の決定です。ほかに運営担当者がいなければ、{} から改めて判断できます。";
    OnAppeal: "on appeal", "異議による";
    ByMe: "by you", "ご自身";
    AskedVisitors: "visitors", "利用者";
    AskedBrand: "the brand", "ブランド";
    AskedOutsiders: "somebody outside", "外部の方";
    AskedOperator: "the operator", "運営";
    AskedChie: "Chie", "自動";
    Keep: "Keep", "残す";
    Hide: "Hide", "非表示";
    Remove: "Remove", "削除";
    HoldAuthor: "Hold the author", "投稿者を保留";
    Merge: "Merge", "まとめる";
    Move: "Move", "移す";
    TakeDown: "Close the community", "コミュニティを閉じる";
    OpenAgain: "Open it again", "もう一度開く";
    DoesKeep: "It stands, or stands again. Whoever flagged it weighs a little less from now on.", "そのまま残すか、元に戻します。知らせた方の重みは少し下がります。";
    DoesHide: "Only its author sees it, with the reason. They may change it; then it comes back here.", "理由とともに、投稿者だけに見えます。書き直されると、ここに戻ります。";
    DoesRemove: "A line with the rule stands in its place. Its photos are deleted for good; where there is doubt, hide it.", "その場所に、どの決まりによるかが残ります。写真は完全に消えます。迷うときは非表示にしてください。";
    DoesHoldAuthor: "It is hidden, and what its author writes from now on waits until somebody has looked. Keeping it ends that.", "これを非表示にし、今後の投稿は確認後に表示します。「残す」で終わります。";
    DoesMerge: "It goes on in another thread; its followers hear of it and follow that one.", "別のスレッドに続きます。フォロー中の方に知らせ、そちらのフォローに移ります。";
    DoesMove: "The thread belongs to another product of this community.", "スレッドを、同じコミュニティの別の製品に移します。";
    DoesTakeDown: "Nobody reads or writes here any more. The public record says since when and on which rule. You can open it again.", "だれも読み書きできなくなります。公開の記録に、日時と決まりが残ります。もう一度開けます。";
    TheyAreTold: "The author is told by mail and beside the post, and may appeal.", "投稿者には、メールと投稿の脇で知らせます。異議を申し立てられます。";
    WhichRule: "On which rule?", "どの決まりによりますか";
    WordsLabel: "To the author (optional)", "投稿者へのことば(任意)";
    OfLabel: "Address or identifier of the other thread", "もう一方のスレッドのアドレスまたは識別子";
    ProductLabel: "Key of the product", "製品のキー";
    OfWrong: "This is no thread’s address.", "スレッドのアドレスではありません。";
    ProductWrong: "This is no product’s key.", "製品のキーではありません。";
    Decide: "Decide", "決定する";
    Done: "Decided. The author is told.", "決定しました。投稿者に知らせます。";
    DoneMany: "{} decided, {} not.", "{}件を決定し、{}件は決定できませんでした。";
    Picked: "{} chosen", "{}件を選択中";
    DecideAll: "Decide about them", "まとめて判断する";
    Unpick: "Choose none", "選択を解除";
    BulkTitle: "Decide about {}", "{}件について判断する";
    BulkPreview: "This is what it is about:", "対象:";
    BulkRemove: "Each gets this decision by itself, with its own entry in the record.", "1件ずつ決定し、それぞれ記録に残ります。";
    AnotherOperator: "You decided this yourself; another operator decides about the appeal.", "ご自身の決定です。異議は別の運営担当者が判断します。";
    AfterADay: "You decided this yourself; look at it again when a day has passed.", "ご自身の決定です。1日たってから改めて判断してください。";
    UnknownMaster: "Name a thread that everybody sees and that is not this one.", "公開されている別のスレッドを指定してください。";
    UnknownProduct: "Name a product of this community.", "このコミュニティの製品を指定してください。";
    NotFitting: "This cannot be done to it.", "これには行えません。";
    Record: "Public record", "公開の記録";
    FlagIt: "Flag for the brand", "ブランドとして知らせる";
    FlagTitle: "Which rule does it break?", "どの決まりに反しますか";
    FlagLead: "The operator of this installation decides. Your flag weighs as much as a trusted member’s and counts in the public record in a column of its own.",
        "判断するのは、この場を運営している者です。信頼されたメンバーの知らせと同じ重みで、公開の記録では別の列に数えられます。";
    FlagWords: "A few words (optional)", "ひとこと(任意)";
    Flagged: "The operator will look at it.", "運営が確認します。";
    Community: "The whole community", "コミュニティ全体";
    FindLabel: "A brand’s domain", "ブランドのドメイン";
    FindHint: "To slow newcomers down in its community, to close it, or to open it again.", "新しく来た方の投稿を抑える、コミュニティを閉じる、もう一度開くとき。";
    Find: "Look at its community", "コミュニティを見る";
    GuardTitle: "Newcomers", "新しく来た方";
    GuardLead: "While a community is beset: who has shown no address and has nothing here that is a day old posts less often, or waits until you have looked. It ends by itself, and the public record of deeds says that it was set.",
        "荒らされている間、メールアドレスを示しておらず、1日たった投稿もない方の投稿を抑えるか、確認後に表示します。自動で終わり、設定したことは公開の記録に残ります。";
    GuardLeadBrand: "While your community is beset: who has shown no address and has nothing here that is a day old posts less often. Nothing is hidden by it, it ends by itself, and the public record of deeds says that it was set. Only the operator can let posts wait.",
        "荒らされている間、メールアドレスを示しておらず、1日たった投稿もない方の投稿の間隔をあけます。投稿は隠れません。自動で終わり、設定したことは公開の記録に残ります。投稿を確認後に表示できるのは運営だけです。";
    GuardOff: "They write as everybody does", "ほかの方と同じように投稿できます";
    GuardSlow: "They post once in a while", "投稿の間隔をあけます";
    GuardHold: "What they write waits until you have looked", "確認後に表示します";
    GuardSlowNow: "Newcomers post once in {} minutes", "新しく来た方の投稿は{}分に1回です";
    GuardHoldNow: "What newcomers write waits until the operator has looked", "新しく来た方の投稿は、運営の確認後に表示されます";
    GuardBy: "Set by {}, {}", "設定: {}、{}";
    GuardUntil: "Ends by itself: {}", "自動で終わる日時: {}";
    GuardLately: "{} posts of newcomers in ten minutes", "この10分に新しく来た方の投稿 {}件";
    GuardToday: "{} within a day", "1日では {}件";
    GuardWaiting: "{} wait", "確認待ち {}件";
    GuardBusy: "A wave: newcomers’ browsers work before they post", "投稿が集中しているため、新しく来た方のブラウザーは投稿前に計算しています";
    GuardTheirs: "The operator set this. Only the operator changes it until it ends.", "運営による設定です。終わるまで、変えられるのは運営だけです。";
    GuardChoose: "Newcomers", "新しく来た方の投稿";
    GuardPause: "How often", "間隔";
    GuardMinutes: "once in {} minutes", "{}分に1回";
    GuardFor: "For how long", "期間";
    GuardHours: "{} hours", "{}時間";
    GuardSet: "Set it", "設定する";
    GuardDone: "It is set.", "設定しました。";
    FlaggedHidden: "It is hidden until the operator has looked at it.", "運営が確認するまで非表示になりました。";
}

/// Says it in that language, with what it is about.
pub(crate) fn say(locale: Locale, word: House, about: &[&str]) -> AttrValue {
    let (en, ja) = word.both();
    filled(if locale == Locale::Ja { ja } else { en }, about)
}

/// Why it waits.
pub(crate) const fn waits(waits: Waits) -> House {
    match waits {
        Waits::Held => House::WaitsHeld,
        Waits::Flagged => House::WaitsFlagged,
        Waits::Requested => House::WaitsRequested,
        Waits::Appealed => House::WaitsAppealed,
    }
}

/// Who asked.
pub(crate) const fn asked(asked: Asked) -> House {
    match asked {
        Asked::Visitors => House::AskedVisitors,
        Asked::Brand => House::AskedBrand,
        Asked::Outsiders => House::AskedOutsiders,
        Asked::Operator => House::AskedOperator,
        Asked::Chie => House::AskedChie,
    }
}

/// What is decided, and what that does.
pub(crate) const fn verdict(verdict: Verdict) -> (House, House) {
    match verdict {
        Verdict::Kept => (House::Keep, House::DoesKeep),
        Verdict::Hidden => (House::Hide, House::DoesHide),
        Verdict::Removed => (House::Remove, House::DoesRemove),
        Verdict::AuthorHeld => (House::HoldAuthor, House::DoesHoldAuthor),
        Verdict::Merged => (House::Merge, House::DoesMerge),
        Verdict::Moved => (House::Move, House::DoesMove),
        Verdict::TakenDown => (House::TakeDown, House::DoesTakeDown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_speak_of_the_same_things() {
        for word in House::ALL {
            let (en, ja) = word.both();
            assert_eq!(en.matches("{}").count(), ja.matches("{}").count(), "{word:?}");
            assert!(!en.is_empty() && !ja.is_empty(), "{word:?}");
        }
    }
}

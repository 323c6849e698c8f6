//! The words of these pages, in both languages.

use chie_domain::api::error::ApiError;
use chie_domain::matter::{Asked, Verdict};
use chie_widget::locale::Locale;

/// The words of one language.
pub(super) struct House {
    japanese: bool,
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) about: &'static str,
    pub(super) about_post: &'static str,
    pub(super) about_name: &'static str,
    pub(super) which: &'static str,
    pub(super) words_label: &'static str,
    pub(super) words_hint: &'static str,
    pub(super) about_me: &'static str,
    pub(super) about_me_hint: &'static str,
    pub(super) send: &'static str,
    pub(super) thanks: &'static str,
    pub(super) hidden_now: &'static str,
    pub(super) looked_at: &'static str,
    pub(super) key_title: &'static str,
    pub(super) key_about: &'static str,
    pub(super) request_title: &'static str,
    pub(super) waits: &'static str,
    pub(super) record: &'static str,
    pub(super) record_lead: &'static str,
    pub(super) ground: &'static str,
    pub(super) reading: &'static str,
    pub(super) appeals_title: &'static str,
    pub(super) decided_title: &'static str,
    pub(super) nothing: &'static str,
    pub(super) closed: &'static str,
}

const EN: House = House {
    japanese: false,
    title: "Flag this",
    lead: "Say which rule it breaks. Whoever runs this installation looks at it; the maker and other readers do not learn who you are.",
    about: "What is it about?",
    about_post: "The words",
    about_name: "The name of whoever wrote it",
    which: "Which rule?",
    words_label: "A few words (optional)",
    words_hint: "Only whoever decides reads them.",
    about_me: "It is about me, or I ask for somebody it is about",
    about_me_hint: "Then say in a few words what is wrong. You need no account, and you get a link that shows what comes of it.",
    send: "Send",
    thanks: "Thank you",
    hidden_now: "It is hidden from everybody but its author until somebody has looked at it.",
    looked_at: "Somebody will look at it. Until then it stays.",
    key_title: "Keep this address",
    key_about: "It shows what comes of your request. It is shown only now.",
    request_title: "Your request",
    waits: "Nobody has decided yet.",
    record: "Public record",
    record_lead: "What was asked for on which rule, by whom, and what came of it. Everything is counted from entries that are only ever added. A maker’s requests stand in a column of their own.",
    ground: "Rule",
    reading: "How often it was asked for, and in brackets: upheld / not upheld. What is in neither waits, or was settled otherwise.",
    appeals_title: "Appeals",
    decided_title: "Decisions",
    nothing: "None so far.",
    closed: "This community is closed since",
};

const JA: House = House {
    japanese: true,
    title: "知らせる",
    lead: "どの決まりに反するかをお選びください。この場を運営している者が確認します。メーカーやほかの方に、どなたが知らせたかは伝わりません。",
    about: "何についてですか",
    about_post: "文章",
    about_name: "書いた方の名前",
    which: "どの決まりに反しますか",
    words_label: "ひとこと(任意)",
    words_hint: "判断する者だけが読みます。",
    about_me: "自分のことが書かれている、または書かれた人の代わりに知らせる",
    about_me_hint: "何が問題かを、ひとことお書きください。登録は必要ありません。結果が見られるリンクをお渡しします。",
    send: "送る",
    thanks: "ありがとうございます",
    hidden_now: "確認が終わるまで、書いた方以外には見えないようにしました。",
    looked_at: "内容を確認します。それまではそのまま表示されます。",
    key_title: "このアドレスを控えてください",
    key_about: "結果はここでご覧いただけます。表示は今回だけです。",
    request_title: "ご依頼について",
    waits: "まだ決まっていません。",
    record: "公開の記録",
    record_lead: "どの決まりについて、誰から求められ、どうなったかの記録です。追加しかできない記録から数えています。メーカーからの求めは、別の列に示します。",
    ground: "決まり",
    reading: "求められた回数と、かっこ内は「認めた / 認めなかった」回数です。どちらにも入らないものは、確認待ちか、別の形で終わったものです。",
    appeals_title: "異議",
    decided_title: "決定",
    nothing: "まだありません。",
    closed: "このコミュニティは閉じられています。閉じた日:",
};

impl House {
    pub(super) fn of(locale: Locale) -> &'static Self {
        if locale == Locale::Ja { &JA } else { &EN }
    }

    pub(super) const fn asked(&self, asked: Asked) -> &'static str {
        match (asked, self.japanese) {
            (Asked::Visitors, false) => "Visitors",
            (Asked::Brand, false) => "The maker",
            (Asked::Outsiders, false) => "People outside",
            (Asked::Operator, false) => "The operator",
            (Asked::Chie, false) => "Held by Chie",
            (Asked::Visitors, true) => "利用者",
            (Asked::Brand, true) => "メーカー",
            (Asked::Outsiders, true) => "外部の方",
            (Asked::Operator, true) => "運営",
            (Asked::Chie, true) => "自動で保留",
        }
    }

    pub(super) const fn verdict(&self, verdict: Verdict) -> &'static str {
        match (verdict, self.japanese) {
            (Verdict::Kept, false) => "It stays",
            (Verdict::Hidden, false) => "It is hidden",
            (Verdict::Removed, false) => "It was removed",
            (Verdict::AuthorHeld, false) => "It is hidden, and its author’s posts are looked at first",
            (Verdict::Merged, false) => "It goes on in another thread",
            (Verdict::Moved, false) => "It was moved to another product",
            (Verdict::TakenDown, false) => "The community was closed",
            (Verdict::Kept, true) => "そのまま残す",
            (Verdict::Hidden, true) => "非表示にした",
            (Verdict::Removed, true) => "削除した",
            (Verdict::AuthorHeld, true) => "非表示にし、投稿者の投稿を確認後の表示にした",
            (Verdict::Merged, true) => "別のスレッドにまとめた",
            (Verdict::Moved, true) => "別の製品に移した",
            (Verdict::TakenDown, true) => "コミュニティを閉じた",
        }
    }

    pub(super) fn appeals(&self, made: u32, upheld: u32, waiting: u32) -> String {
        if self.japanese {
            format!("{made}件。元に戻したもの {upheld}件、確認中 {waiting}件。")
        } else {
            format!("{made} made; after {upheld} of them it stands again; {waiting} wait.")
        }
    }

    pub(super) fn wrong(&self, error: &ApiError) -> &'static str {
        match (error.code.as_str(), self.japanese) {
            ("missing_field", false) => "Choose the rule that it breaks.",
            ("empty", false) => "Say in a few words what is wrong.",
            ("too_long", false) => "At most 500 characters fit here.",
            ("too_many", false) => "That was a lot at once. Wait a few minutes and send it again.",
            (_, false) => "This could not be sent. Look at it once more and try again.",
            ("missing_field", true) => "どの決まりに反するかをお選びください。",
            ("empty", true) => "何が問題かを、ひとことお書きください。",
            ("too_long", true) => "500文字まで入力できます。",
            ("too_many", true) => "続けて多く送られました。数分おいて、もう一度お送りください。",
            (_, true) => "送れませんでした。内容を確かめて、もう一度お試しください。",
        }
    }
}

//! What is said around private notes. Few visitors ever meet one, so that these sentences travel with the second part, and not in
//! the table that everybody downloads; a language that is not here says them in English. `{}` takes what the sentence is about.

use super::super::super::cx::Cx;
use chie_domain::private::Wanted;
use yew::AttrValue;

/// One sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super::super) enum Say {
    One,
    Many,
    Between,
    AskedThis,
    Title,
    Lead,
    Show,
    Failed,
    Elsewhere,
    ThisThread,
    You,
    Wants(Wanted),
    Photo,
    ShowPhoto,
    GoneOn,
    Answer,
    AnswerHint,
    Send,
    Sending,
    Sent,
    Waits,
    Over,
}

impl Say {
    const fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::One => ("1 private note", "非公開のメモ 1件"),
            Self::Many => ("{} private notes", "非公開のメモ {}件"),
            Self::Between => ("between whoever asked and {}", "質問した方と {} の間のもの"),
            Self::AskedThis => ("I asked this", "質問したのは私です"),
            Self::Title => ("In private, with {}", "{} との非公開のやりとり"),
            Self::Lead => (
                "Only you and those who act for {} can read this. Each note is gone after 90 days.",
                "読めるのは、あなたと {} の担当者だけです。どのメモも90日で消えます。",
            ),
            Self::Show => ("Show", "表示する"),
            Self::Failed => ("This could not be fetched just now.", "いま取得できませんでした。"),
            Self::Elsewhere => (
                "Private notes are not shown on pages of others, because whoever runs them could read along. Open it here:",
                "ほかの方のページでは、ページの持ち主に読まれるおそれがあるため、表示していません。こちらでお読みください:",
            ),
            Self::ThisThread => ("this thread on Chie", "Chie でこのスレッドを開く"),
            Self::You => ("You", "あなた"),
            Self::Wants(Wanted::Serial) => ("Asks for: the serial number", "おたずね: 製造番号"),
            Self::Wants(Wanted::Address) => ("Asks for: your address", "おたずね: ご住所"),
            Self::Wants(Wanted::Receipt) => ("Asks for: the receipt", "おたずね: レシート"),
            Self::Wants(Wanted::Photo) => ("Asks for: a photo", "おたずね: 写真"),
            Self::Wants(Wanted::Other) => ("Asks for something", "おたずね"),
            Self::Photo => ("Your photo", "お送りの写真"),
            Self::ShowPhoto => ("Show the photo", "写真を表示する"),
            Self::GoneOn => ("gone on {}", "{} に消えます"),
            Self::Answer => ("Your answer, in private", "非公開の回答"),
            Self::AnswerHint => {
                ("It is not posted in the thread and stands in no mail.", "スレッドには載らず、メールにも書かれません。")
            }
            Self::Send => ("Send in private", "非公開で送る"),
            Self::Sending => ("Sending", "送信中"),
            Self::Sent => ("Sent. Only {} can read it.", "送りました。読めるのは {} だけです。"),
            Self::Waits => ("{} asks you something in private", "{} から、非公開でおたずねがあります"),
            Self::Over => {
                ("The brand has asked for nothing here, or its question is gone.", "おたずねはないか、もう消えています。")
            }
        }
    }
}

/// Says it.
pub(in super::super::super) fn say(cx: &Cx, what: Say, about: &str) -> AttrValue {
    let (en, ja) = what.both();
    let words = if cx.words().lang() == "ja" { ja } else { en };
    match words.split_once("{}") {
        Some((before, after)) => [before, about, after].concat().into(),
        None => AttrValue::Static(words),
    }
}

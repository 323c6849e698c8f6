//! What the rooms say of what is the brand's own: the keys of its sign-on, the faces and lines of its people. Both languages stand side
//! by side; `{}` takes what the sentence is about, in order.

use super::work::filled;
use crate::locale::Locale;
use yew::AttrValue;

macro_rules! words {
    ($($name:ident: $en:literal, $ja:literal;)*) => {
        /// One thing to say of what is the brand's own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Own { $($name,)* }

        impl Own {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$name,)*];

            const fn both(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($en, $ja),)* }
            }
        }
    };
}

words! {
    SignOnTitle: "Brand sign-on", "会員連携";
    SignOnLead: "Customers who are signed in on your site can be signed in here as well. Your server signs who they are, your page hands that to the widget. It never reaches anybody who signed in here with an e-mail address.",
        "御社のサイトにログインしているお客様を、ここでもそのままログインさせることができます。御社のサーバーがだれかを署名し、ページがそれを渡します。ここにメールアドレスでログインした方には及びません。";
    SignOnHow: "How it is done, with code for Node and PHP", "手順と、Node・PHP のコード";
    SignOnKeys: "Keys", "鍵";
    SignOnNone: "No key counts. Nobody can be signed on.", "有効な鍵はありません。だれもログインさせられません。";
    SignOnKey: "made on {} by {}", "{} に {} が作成";
    SignOnUsed: "last used {}", "最後の使用 {}";
    SignOnUnused: "not used yet", "まだ使われていません";
    SignOnMake: "Make a key", "鍵を作る";
    SignOnTwo: "Two keys count: the one in use and the next one. Revoke one before making another.", "鍵は2つまでです。使っている鍵と、次の鍵です。もう1つ作るには、どちらかを無効にしてください。";
    SignOnOnce: "This is shown once", "表示されるのは今だけです";
    SignOnOnceLead: "Put both on your server now. Whoever has the secret can say who your customers are: it belongs in no page, no program for browsers and no mail.",
        "いま、両方を御社のサーバーに置いてください。秘密の値を持つ者は、だれがお客様かを示せます。ページやブラウザー用のプログラム、メールには入れないでください。";
    SignOnSecret: "Secret", "秘密の値";
    SignOnMade: "The key is made.", "鍵を作りました。";
    SignOnRevoke: "Revoke", "無効にする";
    SignOnRevokeWhich: "Revoke the key made on {}", "{} に作った鍵を無効にする";
    SignOnRevokeTitle: "Revoke this key?", "この鍵を無効にしますか";
    SignOnRevokeLead: "From the next request on nobody is signed on with it. Whoever is signed in already stays signed in.",
        "次からは、この鍵でだれもログインできません。すでにログインしている方は、そのままです。";
    SignOnRevoked: "The key counts no more.", "鍵を無効にしました。";
    KeysTitle: "Keys for your own programs", "プログラム用の鍵";
    KeysLead: "Your servers can read what waits here, answer, and take the community along. A key acts as whoever made it, within what you choose, and ends with their seat.",
        "御社のサーバーから、対応待ちを読み、返信し、コミュニティを持ち出すことができます。鍵は、選んだ範囲で作った方として動き、その方の担当が終わると使えなくなります。";
    KeysOwnTitle: "Your keys", "自分の鍵";
    KeysOwnLead: "With a key your own scripts read what is yours in a community, and take it along. They write nothing.",
        "鍵を使うと、ご自分のスクリプトから、コミュニティの中の自分のものを読み、持ち出せます。書き込みはできません。";
    KeysHow: "How keys are used, with examples", "使い方と例";
    KeysNone: "No key counts.", "有効な鍵はありません。";
    KeysFull: "Ten keys count. Revoke one before making another.", "鍵は10個までです。もう1つ作るには、どれかを無効にしてください。";
    KeyLabel: "Key", "鍵";
    KeyOnceLead: "Put it on your server now. Whoever has it can do what it may do: it belongs in no page, no program for browsers and no mail.",
        "いま、サーバーに置いてください。持っている者はだれでも、この鍵でできることを行えます。ページやブラウザー用のプログラム、メールには入れないでください。";
    KeyBy: "made on {} by {}", "{} に {} が作成";
    KeySince: "made on {}", "{} に作成";
    KeyUsed: "last used {}", "最後の使用 {}";
    KeyUnused: "not used yet", "まだ使われていません";
    KeyUntil: "until {}", "{} まで";
    KeyAnd: "; ", "、";
    KeyRead: "Read what a representative’s desk shows", "担当者の画面に出るものを読む";
    KeyAnswer: "Answer officially and set statuses", "公式に返信し、状態を決める";
    KeyExport: "Take the whole community along", "コミュニティ全体を持ち出す";
    KeyNew: "A new key", "新しい鍵";
    KeyName: "What it is for", "用途";
    KeyNameHint: "Such as: ticket desk", "例：問い合わせ管理システム";
    KeyScopes: "What it may do", "できること";
    KeyScopeNeeded: "Choose at least one.", "1つ以上お選びください。";
    KeyDays: "For how long", "期間";
    KeyDays30: "30 days", "30日";
    KeyDays90: "90 days", "90日";
    KeyDays365: "A year", "1年";
    KeyMake: "Make this key", "この鍵を作る";
    KeyMade: "The key is made.", "鍵を作りました。";
    KeyRevoke: "Revoke", "無効にする";
    KeyRevokeWhich: "Revoke the key “{}”", "「{}」の鍵を無効にする";
    KeyRevokeTitle: "Revoke this key?", "この鍵を無効にしますか";
    KeyRevokeLead: "From the next request on it is refused. Programs that still use it stop working.",
        "次のリクエストから断られます。まだ使っているプログラムは動かなくなります。";
    KeyRevoked: "The key counts no more.", "鍵を無効にしました。";
    HookTitle: "Webhooks", "Webhook";
    HookLead: "Your own server hears of what happens here, as soon as everybody can read it. Nothing private is sent, and no mail address.",
        "ひろばの出来事を、だれでも読めるようになりしだい御社のサーバーに知らせます。非公開のものやメールアドレスは送りません。";
    HookHow: "What is sent and how to check its signature, with code for Node and PHP", "送る内容と署名の確かめ方、Node・PHP のコード";
    HookOnceLead: "Put it on your server now: with it you see that what arrives comes from here. Whoever has it can write to your server as we do.",
        "いま、御社のサーバーに置いてください。届いたものが本物かどうかを、これで確かめます。これを持つ者は、こちらを装って御社のサーバーに送れます。";
    HookPaused: "Paused since {}, because nothing arrived for three days. Send a test: where it arrives, the webhook goes on.",
        "3日のあいだ一度も届かなかったため、{} に送信を止めました。テストを送り、届けば再開します。";
    HookFailing: "Nothing has arrived since {}. It is tried again by itself.", "{} から届いていません。自動で送り直しています。";
    HookOldSigns: "Until {} the secret before signs as well.", "{} までは、前の秘密の値でも署名します。";
    HookAnd: ", ", "、";
    HookTest: "Send a test", "テストを送る";
    HookTestTo: "Send a test to {}", "{} にテストを送る";
    HookArrived: "It arrived.", "届きました。";
    HookNotArrived: "It did not arrive. The list says what came back.", "届きませんでした。一覧に応答が出ています。";
    HookRotate: "New secret", "秘密の値を新しくする";
    HookRotateOf: "New secret for {}", "{} の秘密の値を新しくする";
    HookRotateTitle: "Make a new secret?", "秘密の値を新しくしますか";
    HookRotateLead: "It is shown once. For 24 hours both sign, so that you can bring the new one in. One that still signed from before counts no more.",
        "新しい値が表示されるのは一度だけです。24時間は、いまの値でも署名しますので、そのあいだに替えてください。それより前の値は使えなくなります。";
    HookRotated: "There is a new secret.", "秘密の値を新しくしました。";
    HookRemove: "Remove", "削除する";
    HookRemoveOf: "Remove {}", "{} を削除する";
    HookRemoveTitle: "Remove this webhook?", "この Webhook を削除しますか";
    HookRemoveLead: "Nothing more is sent there. What waited goes, and so does the list of what was sent.", "今後は送りません。送信待ちのものと、送ったものの一覧も消えます。";
    HookRemoved: "The webhook is removed.", "Webhook を削除しました。";
    HookSent: "Sent within seven days", "7日以内に送ったもの";
    HookNothing: "Nothing yet.", "まだありません。";
    HookWaits: "waiting", "送信待ち";
    HookTook: "arrived ({})", "届きました（{}）";
    HookStatus: "refused with status {}", "ステータス {} で断られました";
    HookTimedOut: "no answer in time", "時間内に応答なし";
    HookUnreachable: "not reached", "つながらず";
    HookPrivate: "the name leads into a private network", "プライベートネットワークのアドレス";
    HookTries: "tries: {}", "試行 {} 回";
    HookNext: "next try {}", "次は {}";
    HookAgain: "Send again", "送り直す";
    HookAgainWhich: "Send again: {}, {}", "送り直す：{}、{}";
    HookMost: "There can be five. Remove one before adding another.", "5つまでです。加えるには、どれかを削除してください。";
    HookAddTitle: "Add a webhook", "Webhook を加える";
    HookAddress: "Address", "アドレス";
    HookAddressHint: "It begins with https and lies inside {} or another domain that you have proven.", "https で始まり、{} か、証明済みのほかのドメインの中にあるもの。";
    HookEvents: "Tell it of", "知らせる出来事";
    HookAdd: "Add", "加える";
    HookMade: "The webhook is there. Its secret stands above.", "Webhook を加えました。秘密の値は上に出ています。";
    HookWrong: "Write the whole address, such as https://www.acme.example/hooks/chie, without a port.", "https://www.acme.example/hooks/chie のように、ポートのないアドレス全体を書いてください。";
    HookNotProven: "This host does not lie inside a domain that you have proven.", "証明済みのドメインの中にありません。";
    HookPrivateAddress: "This name leads into a private network. Use a server that the internet can reach.", "プライベートネットワークのアドレスです。インターネットから届くサーバーにしてください。";
    HookNoEvent: "Choose at least one.", "1つ以上お選びください。";
    HookAsked: "Question asked", "質問など";
    HookReplied: "Reply posted", "返信";
    HookOfficialAnswer: "Official answer marked", "公式の回答";
    HookSolved: "Solved", "解決";
    HookStatusChanged: "Status changed", "状況の変更";
    HookDanger: "Words of danger", "危険を示すことば";
    HookClaimed: "Claimed", "引き受け";
    HookReleased: "Released", "引き受けの終了";
    HookTestEvent: "Test", "テスト";
    ReadersTitle: "Readers who found their answer", "答えを見つけた方";
    ReadersHow: "By week. Counted are visits in which somebody read an answered thread for ten seconds and asked nothing within seven days on that device; of the latest week some may still ask. Nothing identifies them.",
        "週ごとの人数です。回答のあるやりとりを10秒以上読み、7日のあいだに同じ端末から質問しなかった方を数えます。直近の週には、このあと質問する方も含まれます。個人を識別するものはありません。";
    ReadersWeek: "Week from", "この日からの週";
    ReadersPeople: "Readers", "人数";
    FaceTitle: "How you are shown", "ご自身の紹介";
    FaceLead: "A face and a line stand beside your official answer and on the page behind the badge, for everybody. They go when you leave.",
        "公式の回答のそばと、証明のページに、顔写真とひとことを載せられます。だれにでも見えます。担当を離れると消えます。";
    FaceLabel: "Face", "顔写真";
    FaceHint: "A picture is cut to a square and made small in your browser; where and with what it was taken stays behind.", "ブラウザーの中で正方形に切り抜き、小さくします。撮影した場所や機器の情報は送りません。";
    FaceUnread: "This picture cannot be read here. Choose a JPEG, PNG or WebP file.", "この画像は読み込めません。JPEG、PNG、WebP のファイルをお選びください。";
    FaceReady: "The picture is ready. It is shown once you save.", "写真の準備ができました。保存すると表示されます。";
    FaceNow: "Your face as everybody sees it", "いま表示されている顔写真";
    FaceAway: "Take the face away", "顔写真を外す";
    FaceSave: "Save", "保存する";
    FaceSaved: "This is how you are shown from now on.", "紹介を保存しました。";
    LineLabel: "One line about you", "ひとこと";
    LineHint: "Such as: I have built kettles here for nine years.", "例：9年間、ここでケトルを作っています。";
}

/// Says it in that language, with what it is about.
pub(crate) fn say(locale: Locale, word: Own, about: &[&str]) -> AttrValue {
    let (en, ja) = word.both();
    filled(if locale == Locale::Ja { ja } else { en }, about)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_speak_of_the_same_things() {
        for word in Own::ALL {
            let (en, ja) = word.both();
            assert_eq!(en.matches("{}").count(), ja.matches("{}").count(), "{word:?}");
            assert!(!en.is_empty() && !ja.is_empty(), "{word:?}");
        }
    }
}

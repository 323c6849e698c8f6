//! What the rooms say in which a company works: people, triage, what waits. Both languages stand side by side; `{}` takes what
//! the sentence is about, in order.

use crate::locale::Locale;
use yew::AttrValue;

macro_rules! words {
    ($($name:ident: $en:literal, $ja:literal;)*) => {
        /// One thing to say about the company's work.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Work { $($name,)* }

        impl Work {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$name,)*];

            const fn both(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($en, $ja),)* }
            }
        }
    };
}

words! {
    NavPeople: "People", "担当者";
    PeopleTitle: "Who acts for {}", "{} の担当者";
    PeopleLead: "Everybody here hears by mail when somebody asks, joins, leaves, or when the proof is in doubt.",
        "申し込み、加入、離任、証明の状態は、ここにいる全員にメールでお知らせします。";
    RoleOwner: "Owner", "責任者";
    RoleRepresentative: "Representative", "担当者";
    RoleTrainee: "Trainee", "見習い";
    RoleObserver: "Observer", "閲覧者";
    You: "you", "ご自身";
    ActsSince: "since {}", "{} から";
    InvitedStill: "invited, has not done anything yet", "招待済み(まだ利用していません)";
    JoinsOn: "has proven the domain, joins on {}", "ドメインを証明済み。{} に加わります";
    ContestedStill: "contested: both keep what they have until one record is gone", "異議あり: どちらかのレコードがなくなるまで、双方とも今のままです";
    LeavesOn: "will be removed on {}", "{} に外れます";
    RemovalAskedStill: "an owner asked for removal; a second owner has to say so too", "責任者が外すよう求めています。もう一人の責任者も求めると外れます";
    HasDns: "own DNS record is live", "ご自身の DNS レコードが有効";
    RoleOf: "Role of {}", "{} の役割";
    Object: "Object", "異議を申し立てる";
    ObjectTo: "Object to {} joining", "{} が加わることに異議を申し立てる";
    WithdrawObjection: "Take the objection back", "異議を取り下げる";
    Objected: "You objected. Both keep what they have until one record is gone.", "異議を申し立てました。どちらかのレコードがなくなるまで、双方とも今のままです。";
    ObjectionGone: "The objection is taken back.", "異議を取り下げました。";
    Remove: "Remove", "外す";
    Leave: "Leave", "離れる";
    RemoveWho: "Remove {}", "{} を外す";
    RemoveAsk: "Remove {}?", "{} を外しますか?";
    RemoveDoes: "Their power ends at once, in open tabs too.", "権限は、開いている画面も含めて、すぐになくなります。";
    RemoveKeeps: "Their official replies stay and say when they were given.", "公式の回答は残り、いつのものかが示されます。";
    RemoveOwner: "For an owner it takes a second owner, or a fresh DNS proof of yours and 72 hours’ notice.",
        "責任者を外すには、もう一人の責任者の同意、またはご自身の新しい DNS 証明と72時間の予告が必要です。";
    RemovedNow: "{} does not act for the brand any more.", "{} は担当から外れました。";
    RemovalPlanned: "Everybody was told. It happens on {}.", "全員にお知らせしました。{} に外れます。";
    RemovalNeedsTwo: "Everybody was told. A second owner has to say so too.", "全員にお知らせしました。もう一人の責任者も求めると外れます。";
    Invite: "Invite", "招待する";
    InviteTitle: "Invite a colleague", "同僚を招待する";
    InviteLead: "Whoever reads mail at the address signs in here with it. There is nothing to accept.",
        "このアドレスのメールを読める方が、ここにログインすれば始められます。";
    InviteRole: "As", "役割";
    RoleRepresentativeNote: "Representative: claims, answers, sets status", "担当者: 引き受け、回答、状態の変更";
    RoleObserverNote: "Observer: reads and notes", "閲覧者: 閲覧とメモ";
    InvitedNow: "Invited. They have got a mail.", "招待しました。メールを送りました。";
    ProofsTitle: "Live proofs", "有効な証明";
    ProofLine: "{} · last seen {}", "{} ・最終確認 {}";
    LeftOver: "Left over: whoever put it there does not act here any more. Take it away.", "残っています: 置いた方は、もう担当ではありません。取り除いてください。";
    RecoveryTitle: "Recovery code", "復旧コード";
    RecoveryLead: "If every proof is gone for more than 30 days, this code is the way back to your people and claims. Print it and put it away; we keep only a hash.",
        "証明が30日を超えて失われたとき、担当者と引き受けを取り戻すためのコードです。印刷して保管してください。こちらにはハッシュしか残りません。";
    RecoveryMadeOn: "The code that counts was made on {}.", "有効なコードは {} に作られたものです。";
    RecoveryNone: "There is none yet. It is made with the first claim.", "まだありません。最初に引き受けたときに作られます。";
    RecoveryNew: "Make a new code", "新しいコードを作る";
    RecoveryOnce: "Shown this once. Print it now.", "表示は今回だけです。今すぐ印刷してください。";
    RecoveryKept: "I have put it away", "保管しました";
    RecoveryCode: "Recovery code of {}", "{} の復旧コード";
    SessionsTitle: "Where you are signed in", "ログイン中の端末";
    SessionThis: "this one", "この端末";
    SessionEnd: "End", "終了する";
    SessionEndWhat: "End the session since {}", "{} からのログインを終了する";
    SessionEnded: "The session is over.", "ログインを終了しました。";
    FormerCodeTitle: "There was a company here before", "以前の担当がいました";
    FormerCodeLead: "If it was yours, type the recovery code that was printed at its first claim. You can do this until you claim something, for three days at most; then what was private is deleted.",
        "ご自身の会社であれば、最初の引き受けのときに印刷した復旧コードを入力してください。何かを引き受けるまで、長くても3日の間だけできます。その後、非公開のものは消えます。";
    FormerConsentTitle: "Somebody has proven the domain after your place ended", "担当が終わったあと、どなたかがドメインを証明しました";
    FormerConsentLead: "If they belong to you, let them join your former place: they then see its people, claims and notes.",
        "関係者であれば、以前の場に加えることができます。担当者、引き受け、メモが見えるようになります。";
    FormerCode: "Recovery code", "復旧コード";
    FormerJoin: "Come back", "元の場に戻る";
    FormerConsent: "Let them join", "加える";
    FormerJoined: "You are back. People and claims are as before.", "元の場に戻りました。担当者と引き受けは以前のとおりです。";
    CodeIsWrong: "This is not the code that was printed.", "印刷されたコードと違います。";
    NothingToJoin: "There is nothing to come back to, or its time is over.", "戻る先がないか、期限が過ぎています。";
    ProofIsLive: "This owner’s own DNS record is still there. Take it away first.", "この責任者の DNS レコードが残っています。先に取り除いてください。";
    LastOwner: "Make somebody else an owner first.", "先に、ほかの方を責任者にしてください。";
    FreshProofNeeded: "Prove the domain by a new DNS record first, then do this within a day.", "先に新しい DNS レコードで証明し、その後1日以内に行ってください。";
    FreshProofLead: "Making somebody an owner, or removing one, takes a DNS proof of yours from the last day.", "責任者にする、責任者を外すには、過去1日以内のご自身の DNS 証明が必要です。";
    FreshProof: "Prove anew by DNS", "DNS で証明しなおす";
    DnsNeeded: "Only an owner whose own DNS record is live can object.", "異議を申し立てられるのは、ご自身の DNS レコードが有効な責任者だけです。";
    IsOwner: "An owner keeps their role; ask for their removal instead.", "責任者の役割は変えられません。外すよう求めてください。";
    RoleChanged: "The role is changed.", "役割を変えました。";
}

/// Says it in that language, with what it is about.
pub(crate) fn say(locale: Locale, word: Work, about: &[&str]) -> AttrValue {
    let (en, ja) = word.both();
    let text = if locale == Locale::Ja { ja } else { en };
    if about.is_empty() {
        return AttrValue::Static(text);
    }
    let mut parts = text.split("{}");
    let mut said = parts.next().unwrap_or_default().to_owned();
    for (part, it) in parts.zip(about) {
        said.push_str(it);
        said.push_str(part);
    }
    said.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_speak_of_the_same_things() {
        for word in Work::ALL {
            let (en, ja) = word.both();
            assert_eq!(en.matches("{}").count(), ja.matches("{}").count(), "{word:?}");
            assert!(!en.is_empty() && !ja.is_empty(), "{word:?}");
        }
    }

    #[test]
    fn what_it_is_about_stands_in_its_place() {
        assert_eq!(say(Locale::En, Work::ProofLine, &["DNS", "today"]), "DNS · last seen today");
    }
}

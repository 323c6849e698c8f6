//! Mail about a brand's place, to those who act for it: what happened, what follows, what to do. Plain text in the person's language; names of
//! people are shortened addresses, and nothing of any thread stands in it.

use chie_community::ask::TidingLetter;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use chie_domain::letter::Stop;
use chie_domain::policy::Role;
use chie_domain::text::ProductKey;
use chie_domain::tiding::Tiding;
use chie_domain::time::Timestamp;
use chie_widget::locale::when::Zone;
use chie_widget::locale::{Locale, Words};

use super::{Message, NotSent, send as hand_over, takes_mail};
use crate::address;
use crate::settings::Settings;
use crate::token;

/// Sends one.
pub(crate) async fn send(
    env: &worker::Env,
    settings: &Settings,
    brand: &BrandDomain,
    letter: &TidingLetter,
    now: Timestamp,
) -> Result<(), NotSent> {
    let Some(to) = address::open(&settings.address_key, &letter.account, &letter.sealed) else {
        worker::console_error!("an address of {brand} could not be opened: was ADDRESS_KEY changed?");
        return Err(NotSent);
    };
    // What cannot arrive is as good as sent; the place's owners are told on the console, too.
    if !takes_mail(env, &letter.account, now).await {
        return Ok(());
    }
    let locale = Locale::pick(Some(&letter.lang));
    let (subject, text, stop) = put_together(settings, brand, letter, now).ok_or(NotSent)?;
    if let Some(stop) = stop {
        let headers =
            vec![("List-Unsubscribe", format!("<{stop}>")), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())];
        let message =
            Message { id: Some(format!("{brand}.{}", letter.seq)), headers, ..Message::plain(&to, locale.code(), &subject, text) };
        return hand_over(env, settings, &message).await;
    }
    let message = Message { id: Some(format!("{brand}.{}", letter.seq)), ..Message::plain(&to, locale.code(), &subject, text) };
    hand_over(env, settings, &message).await
}

/// What one says: its subject, its text, and where to stop it, if it can be.
pub(crate) fn put_together(
    settings: &Settings,
    brand: &BrandDomain,
    letter: &TidingLetter,
    now: Timestamp,
) -> Option<(String, String, Option<String>)> {
    let locale = Locale::pick(Some(&letter.lang));
    if let (Tiding::Claimed | Tiding::AskedPrivately, Some((thread, product))) = (letter.what, &letter.thread) {
        let (stop, open) = links(settings, brand, letter, thread, product, now)?;
        let (subject, text) = match letter.what {
            Tiding::AskedPrivately => asked_privately(brand, locale, &open, &stop),
            _ => claimed(brand, letter, locale, &open, &stop),
        };
        return Some((subject, text, Some(stop)));
    }
    if letter.what.is_of_the_house() {
        let (home, lang) = (&settings.chie, &letter.lang);
        let open = match &letter.thread {
            Some((thread, product)) => format!("{home}/c/{brand}/{product}/{thread}?lang={lang}"),
            None => format!("{home}/c/{brand}?lang={lang}"),
        };
        let rules = format!("{home}/rules?lang={lang}");
        let (subject, text) = super::house::written(brand, letter, locale == Locale::Ja, &open, &rules);
        return Some((subject, text, None));
    }
    let (subject, text) = written(brand, letter, locale, &settings.console);
    Some((subject, text, None))
}

/// Where to stop it, and where to read on.
fn links(
    settings: &Settings,
    brand: &BrandDomain,
    letter: &TidingLetter,
    thread: &ThreadId,
    product: &ProductKey,
    now: Timestamp,
) -> Option<(String, String)> {
    let (home, lang) = (&settings.chie, &letter.lang);
    let stop = token::stop(&settings.token_key, brand, letter.member.clone(), thread.clone(), Stop::Everything, now)?;
    Some((format!("{home}/stop/{stop}?lang={lang}"), format!("{home}/c/{brand}/{product}/{thread}?lang={lang}")))
}

/// To a customer: the brand has come. One mail, however many threads they follow.
fn claimed(brand: &BrandDomain, letter: &TidingLetter, locale: Locale, open: &str, stop: &str) -> (String, String) {
    let name = letter.brand_name.clone().unwrap_or_else(|| brand.to_string());
    let number = letter.number.unwrap_or(1);
    if locale == Locale::Ja {
        let what = format!("{name} が公式に参加しました");
        let more = format!(
            "フォロー中の{number}件のスレッドに、{brand} が公式に参加しました。ほかの方が書いたことに同意するという意味ではありません。書かれたことは、すべてそのままです。"
        );
        (what.clone(), format!("{what}\n\n{more}\n\n{open}\n\n-- \nこのメールを止める:\n{stop}\n"))
    } else {
        let what = format!("{name} is here now");
        let threads = if number == 1 { "a thread".to_owned() } else { format!("{number} threads") };
        let more = format!(
            "{brand} is officially present since today in {threads} that you follow. It does not say that they agree with what others wrote, and everything that was written stays."
        );
        (what.clone(), format!("{what}\n\n{more}\n\n{open}\n\n-- \nStop this mail:\n{stop}\n"))
    }
}

/// To whoever asked: the brand wants to know something that is nobody else's business, and so is it what.
fn asked_privately(brand: &BrandDomain, locale: Locale, open: &str, stop: &str) -> (String, String) {
    if locale == Locale::Ja {
        let what = format!("{brand} から、非公開でおたずねがあります");
        let more = "ご質問のスレッドに、ほかの方には見えないメモが届いています。このメールには内容を書いていません。下のページを開き、このメールアドレスで確認してからお読みください。90日たつと消えます。";
        (what.clone(), format!("{what}\n\n{more}\n\n{open}\n\n-- \nこのメールを止める:\n{stop}\n"))
    } else {
        let what = format!("{brand} asks you something in private");
        let more = "There is a private note for you on a thread that you began. Nobody else can read it, and this mail says nothing of it: open the page below and show there that this address is yours. The note is gone after 90 days.";
        (what.clone(), format!("{what}\n\n{more}\n\n{open}\n\n-- \nStop this mail:\n{stop}\n"))
    }
}

/// Subject and text.
fn written(brand: &BrandDomain, letter: &TidingLetter, locale: Locale, console: &str) -> (String, String) {
    let japanese = locale == Locale::Ja;
    let who = letter.who.as_deref().unwrap_or(if japanese { "どなたか" } else { "Somebody" });
    let when = letter.moment.map(|at| Words::of(locale).exact(Zone::Utc, at).to_string()).unwrap_or_default();
    let room = match letter.what {
        Tiding::Doubtful | Tiding::Lapsed | Tiding::Returned => "proof",
        Tiding::Succeeded => "",
        Tiding::SignOnKeyMade | Tiding::SignOnKeyRevoked => "set-up",
        _ => "people",
    };
    let thread = letter.thread.as_ref().filter(|_| letter.what == Tiding::AnsweredPrivately);
    let link = match thread {
        Some((thread, _)) => format!("{console}/#/{brand}/threads/{thread}"),
        None => format!("{console}/#/{brand}/{room}"),
    };
    let role = letter.role.map_or("", |role| role_word(role, japanese));
    let (what, more) = if japanese { ja(letter.what, who, &when, role) } else { en(letter.what, who, &when, role) };
    let foot = if japanese {
        format!("{brand} を担当している方にお送りしています。心あたりのないことがあれば、すぐに確認してください:\n{link}\n")
    } else {
        format!("You get this because you act for {brand}, or did. If anything here surprises you, look at once:\n{link}\n")
    };
    (format!("{brand}: {what}"), format!("{what}\n\n{more}\n\n{foot}"))
}

const fn role_word(role: Role, japanese: bool) -> &'static str {
    match (role, japanese) {
        (Role::Owner, false) => "owner",
        (Role::Representative, false) => "representative",
        (Role::Trainee, false) => "trainee",
        (Role::Observer, false) => "observer",
        (Role::Owner, true) => "責任者",
        (Role::Representative, true) => "担当者",
        (Role::Trainee, true) => "見習い",
        (Role::Observer, true) => "閲覧者",
    }
}

fn en(what: Tiding, who: &str, when: &str, role: &str) -> (String, String) {
    let (what, more) = match what {
        Tiding::Requested => (
            format!("{who} asked for a text that would prove this domain"),
            "Asking changes nothing and shows them nothing. If they put the text up, you will hear of it before anything follows.".to_owned(),
        ),
        Tiding::WillJoin => (
            format!("{who} has proven the domain and joins as an owner"),
            format!("They join on {when}. An owner whose own DNS record is in place can object until then; both then keep what they have until one record is gone. If nobody does anything, they join."),
        ),
        Tiding::Joined => (format!("{who} is an owner now"), "They can claim, answer officially and invite others.".to_owned()),
        Tiding::Objected => (
            format!("An owner objected to {who} joining"),
            "Both keep what they have. It ends when one of the two DNS records is gone, or when the objection is taken back.".to_owned(),
        ),
        Tiding::ObjectionOver => (format!("The objection to {who} was taken back"), "They join after the notice they were given.".to_owned()),
        Tiding::Doubtful => (
            "The proof of the domain has not been seen for three days".to_owned(),
            "Until it is seen again nobody can answer officially. After ten days everything reads as run by customers. Put the text back where it was; the page below shows exactly what and where.".to_owned(),
        ),
        Tiding::Lapsed => (
            "The proof of the domain has lapsed".to_owned(),
            "Your threads read as run by customers, and official replies say until when they were. Nothing was deleted. Prove the domain again within 30 days and everything is as before; later, the printed recovery code or an owner's consent is needed.".to_owned(),
        ),
        Tiding::Returned => ("The proof of the domain was seen again".to_owned(), "Everything is as before.".to_owned()),
        Tiding::Succeeded => (
            format!("{who} has proven the domain after your place here ended"),
            "They begin anew and see nothing of what was yours: people and notes are deleted when they first claim something, or after three days. If they belong to you, an owner of then can let them join your former place until then.".to_owned(),
        ),
        Tiding::Rejoined => (format!("{who} has joined the place that was here before"), "It was opened by the recovery code or by an owner of then. People and claims are back.".to_owned()),
        Tiding::Invited => (format!("{who} was invited as {role}"), "Whoever reads mail at that address signs in on the console with it; there is nothing to accept.".to_owned()),
        Tiding::RoleChanged => (format!("{who} is {role}"), format!("From {when} on.")),
        Tiding::RemovalAsked if when.is_empty() => (
            format!("An owner asked that {who} be removed"),
            "It happens when a second owner says so too.".to_owned(),
        ),
        Tiding::RemovalAsked => (
            format!("{who} will be removed as an owner"),
            format!("On {when}, or earlier if a second owner says so too. An owner whose own DNS record is in place cannot be removed."),
        ),
        Tiding::Removed => (
            format!("{who} does not act for the brand any more"),
            "Their official replies stay and say when they were given. A DNS record of theirs that is still there should be taken away.".to_owned(),
        ),
        Tiding::AnsweredPrivately => (
            "What you asked in private was answered".to_owned(),
            "The answer is in the console, on the thread; it is not in this mail, and gone after 90 days.".to_owned(),
        ),
        Tiding::Claimed
        | Tiding::AskedPrivately
        | Tiding::Hidden
        | Tiding::PostRemoved
        | Tiding::Restored
        | Tiding::AppealOver
        | Tiding::AuthorHeld => (who.to_owned(), String::new()),
        Tiding::Posed => (
            "Somebody wrote under a name that looks like one of yours".to_owned(),
            "It is spelled with other letters. What they wrote is shown to nobody; the operator decides about it. You need not do anything. Whoever tries again today is held too, without another mail.".to_owned(),
        ),
        Tiding::RecoveryMade => (format!("{who} had a new recovery code made"), "The code that was printed before counts no more.".to_owned()),
        Tiding::SignOnKeyMade => (
            format!("{who} had a key for brand sign-on made"),
            "Whoever has it can say who your customers are. It belongs on your own server and nowhere else.".to_owned(),
        ),
        Tiding::SignOnKeyRevoked => (format!("{who} revoked a key for brand sign-on"), "Nobody is signed on with it any more.".to_owned()),
    };
    (what, more)
}

fn ja(what: Tiding, who: &str, when: &str, role: &str) -> (String, String) {
    let (what, more) = match what {
        Tiding::Requested => (
            format!("{who} が、このドメインを証明するための文字列を求めました"),
            "求めただけでは何も変わらず、何も見えません。文字列が置かれたときは、何かが起こる前にお知らせします。".to_owned(),
        ),
        Tiding::WillJoin => (
            format!("{who} がドメインを証明し、責任者として加わります"),
            format!("加わるのは {when} です。ご自身の DNS レコードが有効な責任者は、それまでに異議を申し立てられます。その場合、どちらかのレコードがなくなるまで、双方とも今のままです。何もしなければ加わります。"),
        ),
        Tiding::Joined => (format!("{who} が責任者になりました"), "引き受け、公式の回答、ほかの方の招待ができます。".to_owned()),
        Tiding::Objected => (
            format!("{who} が加わることに、責任者が異議を申し立てました"),
            "双方とも今のままです。どちらかの DNS レコードがなくなるか、異議が取り下げられたときに終わります。".to_owned(),
        ),
        Tiding::ObjectionOver => (format!("{who} への異議が取り下げられました"), "お知らせした日時に加わります。".to_owned()),
        Tiding::Doubtful => (
            "ドメインの証明が3日間確認できていません".to_owned(),
            "確認できるまで、公式の回答はできません。10日たつと、すべてお客様どうしの場に戻ります。文字列を元の場所に戻してください。何をどこに置くかは、下のページにあります。".to_owned(),
        ),
        Tiding::Lapsed => (
            "ドメインの証明が失効しました".to_owned(),
            "スレッドはお客様どうしの場に戻り、公式の回答にはいつのものかが示されます。何も消えていません。30日以内にもう一度証明すれば元どおりです。その後は、印刷した復旧コードか責任者の同意が必要です。".to_owned(),
        ),
        Tiding::Returned => ("ドメインの証明がまた確認できました".to_owned(), "すべて元どおりです。".to_owned()),
        Tiding::Succeeded => (
            format!("こちらの担当が終わったあと、{who} がドメインを証明しました"),
            "新しく始まり、これまでのものは何も見えません。担当者の一覧とメモは、相手が最初に何かを引き受けたとき、または3日後に消えます。関係者であれば、それまでの間、当時の責任者が元の場に加えることができます。".to_owned(),
        ),
        Tiding::Rejoined => (format!("{who} が、以前の場に加わりました"), "復旧コード、または当時の責任者の同意によるものです。担当者と引き受けは元どおりです。".to_owned()),
        Tiding::Invited => (format!("{who} が{role}として招待されました"), "このアドレスのメールを読める方が、コンソールにログインすれば始められます。ほかの手続きはありません。".to_owned()),
        Tiding::RoleChanged => (format!("{who} の役割が{role}になりました"), format!("{when} からです。")),
        Tiding::RemovalAsked if when.is_empty() => (
            format!("責任者が、{who} を外すよう求めました"),
            "もう一人の責任者も同じように求めたときに外れます。".to_owned(),
        ),
        Tiding::RemovalAsked => (
            format!("{who} が責任者から外れます"),
            format!("{when}、またはもう一人の責任者も求めたときです。ご自身の DNS レコードが有効な責任者は外されません。"),
        ),
        Tiding::Removed => (
            format!("{who} は担当から外れました"),
            "公式の回答は残り、いつのものかが示されます。この方の DNS レコードが残っていれば、取り除いてください。".to_owned(),
        ),
        Tiding::AnsweredPrivately => (
            "非公開でたずねたことに、回答がありました".to_owned(),
            "回答はコンソールのスレッドにあります。このメールには書いていません。90日たつと消えます。".to_owned(),
        ),
        Tiding::Claimed
        | Tiding::AskedPrivately
        | Tiding::Hidden
        | Tiding::PostRemoved
        | Tiding::Restored
        | Tiding::AppealOver
        | Tiding::AuthorHeld => (who.to_owned(), String::new()),
        Tiding::Posed => (
            "担当者とまぎらわしい名前の書き込みがありました".to_owned(),
            "担当者の名前に似せて、別の文字で書かれています。書き込みは誰にも表示されておらず、扱いは運営者が決めます。何もしていただく必要はありません。今日また同じことがあっても表示せずにおき、重ねてのメールはお送りしません。".to_owned(),
        ),
        Tiding::RecoveryMade => (format!("{who} が新しい復旧コードを作りました"), "前に印刷したコードは使えません。".to_owned()),
        Tiding::SignOnKeyMade => (
            format!("{who} が、会員連携の鍵を作りました"),
            "この鍵を持つ者は、だれがお客様かを示せます。自社のサーバーだけに置いてください。".to_owned(),
        ),
        Tiding::SignOnKeyRevoked => (format!("{who} が、会員連携の鍵を無効にしました"), "この鍵では、だれもサインインできません。".to_owned()),
    };
    (what, more)
}

//! The mail about words of danger: both languages in one, because whoever is on duty may read either. It names the thread and
//! repeats its title, which is public; nothing else of it.

use chie_community::ask::Alarm;
use chie_domain::brand::BrandDomain;
use chie_domain::text::EmailAddress;

use super::Message;

/// A thread speaks of danger.
pub(crate) fn danger<'a>(to: &'a EmailAddress, brand: &BrandDomain, alarm: &Alarm, chie: &str) -> Message<'a> {
    let Alarm { thread, product, title, official } = alarm;
    let link = format!("{chie}/c/{brand}/{product}/{thread}");
    let (stands, stands_ja) = if *official {
        ("The thread is official.", "このスレッドは公式のものです。")
    } else {
        ("The thread is run by customers.", "このスレッドはお客様どうしのものです。")
    };
    let subject = format!("{brand}: words of danger / 危険を示す言葉");
    let text = format!(
        "Somebody wrote of danger to life or health:\n\n  {title}\n  {link}\n\n{stands} The writer was shown what to do at once. Please look now: answer, put a caution on dangerous advice, or take the mark off if there is no danger.\n\n\
             命や健康の危険にかかわる書きこみがありました。\n\n  {title}\n  {link}\n\n{stands_ja}書いた方には、すぐにすることを示してあります。今すぐご確認ください。回答する、危険な助言に注意書きを付ける、危険がなければ印を外す、のいずれかをお願いします。\n"
    );
    Message::plain(to, "en", &subject, text)
}

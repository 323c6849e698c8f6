//! Whether what somebody writes goes on at once, later, or waits until somebody has looked at it. Counts are exact and in the object's own
//! transaction; of a network only a hash is known whose salt changes daily, and after a day nothing of it is left. What comes from
//! this machine itself has no network and is not counted. Refusals say when it goes on; whatever waits mails nobody.

use chie_domain::api::error::ApiError;
use chie_domain::ground::Ground;
use chie_domain::guard::{ALIKE, ALL_PLAIN, BUSY, GUESTS, Guard, Limit, NETWORK, PLAIN, QUICK, REMEMBERED, Rank};
use chie_domain::id::MemberId;
use chie_domain::markup::Markup;
use chie_domain::policy::Visibility;
use chie_domain::text::ProductKey;
use chie_domain::time::{Span, Timestamp};

use crate::ask::{Layer, Measured, Trouble};
use crate::credit;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::row::{Row, args};
use crate::search::print::{SHARED, hosts, print};
use crate::sql::{Fault, Sql, Value};
use crate::{house, people};

/// So many links make a newcomer's post wait.
pub(crate) const LINKS: usize = 3;
/// A newcomer's post that has a link and fewer words than this is there for the link.
const FEW_WORDS: usize = 6;

/// A post about to be written.
pub(crate) struct Writing<'a> {
    pub(crate) author: &'a MemberId,
    pub(crate) product: &'a ProductKey,
    /// Its words as they were typed, the line of a thread first.
    pub(crate) texts: [&'a str; 2],
    pub(crate) body: &'a Markup,
    /// Whether its name could be taken for somebody's who acts for the brand.
    pub(crate) poses: bool,
}

/// Counts a post, and decides who may see it at first.
pub(crate) fn pass<S: Sql>(here: &Here<'_, S>, writing: &Writing<'_>) -> Result<Visibility, Trouble> {
    let rank = rank(here, writing.author, writing.product)?;
    let counts = is_on(here, Layer::Counters);
    if counts {
        count_member(here, writing.author, rank)?;
    }
    let held = |ground| Ok(Visibility::Held { author: writing.author.clone(), ground });
    if let Some((_, ground)) = house::author_held(here, writing.author)? {
        return held(ground);
    }
    if writing.poses && is_on(here, Layer::Names) {
        return held(Ground::PosingAsStaff);
    }
    let guard = load(here)?;
    // Whoever has no account and writes for the first time is held for many links wherever they come from.
    let many = is_on(here, Layer::Links) && writing.body.links() >= LINKS && people::is_new_guest(here, writing.author)?;
    if rank > Rank::Newcomer {
        let waits =
            many || here.arrival.trapped && is_on(here, Layer::Form) || guard.hold_newcomers && !is_settled(here, writing.author)?;
        return if waits { held(Ground::Spam) } else { Ok(Visibility::Public) };
    }
    if counts {
        if let Some(limit) = guard.pace() {
            goes_on_for(here, limit, "what = 'post' AND member = ?", &[writing.author.as_str().into()])?;
        }
        count_network(here, "post", NETWORK.into_iter().chain(guard.pace()))?;
    }
    work(here, writing.product)?;
    let suspect = many || looks_bad(here, writing)?;
    note(here, writing)?;
    if suspect || guard.hold_newcomers { held(Ground::Spam) } else { Ok(Visibility::Public) }
}

/// Counts a guest who is about to be made.
pub(crate) fn count_guest<S: Sql>(here: &Here<'_, S>, guest: &MemberId) -> Result<(), Trouble> {
    let Some(network) = network(here) else { return Ok(()) };
    if is_on(here, Layer::Counters) {
        count_network(here, "guest", GUESTS)?;
    }
    here.run(
        "INSERT INTO newcomer_act (at, what, network, member) VALUES (?, 'guest', ?, ?)",
        args![here.now, network, guest.as_str()],
    )?;
    Ok(due::plan_by(here, &Errand::Forget, here.now.after(REMEMBERED))?)
}

/// What the community knows of somebody who writes about a product.
pub(crate) fn rank<S: Sql>(here: &Here<'_, S>, member: &MemberId, product: &ProductKey) -> Result<Rank, Fault> {
    let settled = here.arrival.network.is_none() || is_settled(here, member)?;
    Ok(Rank::of(credit::level(here, member, product)?, settled))
}

/// Whether somebody has shown an address, or something of theirs has stood here for a day.
fn is_settled<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<bool, Fault> {
    let before = back(here, Span::days(1));
    let settled = here.row(
        "SELECT 1 FROM member m WHERE m.id = ? AND (m.account IS NOT NULL \
         OR EXISTS (SELECT 1 FROM thread WHERE author = m.id AND visibility = 'public' AND at < ?) \
         OR EXISTS (SELECT 1 FROM reply WHERE author = m.id AND visibility = 'public' AND at < ?))",
        args![member.as_str(), before, before],
    )?;
    Ok(settled.is_some())
}

/// What is set and counts now.
pub(crate) fn load<S: Sql>(here: &Here<'_, S>) -> Result<Guard, Fault> {
    match here.row("SELECT slow, hold FROM guard WHERE until > ?", args![here.now])? {
        Some(row) => {
            let slow = u16::try_from(row.count(0)?).unwrap_or(Guard::SLOWEST);
            Ok(Guard { slow, hold_newcomers: row.count(1)? > 0 })
        }
        None => Ok(Guard::default()),
    }
}

/// Whether newcomers write so much about some product now that it is a wave.
pub(crate) fn is_busy<S: Sql>(here: &Here<'_, S>, product: Option<&ProductKey>) -> Result<bool, Fault> {
    let sql = "SELECT max(c) FROM (SELECT count(*) AS c FROM newcomer_act WHERE what = 'post' AND at > ? AND coalesce(product = ?, 1) \
               GROUP BY product)";
    let row = here.row(sql, args![back(here, BUSY.within), product.map(ProductKey::as_str)])?;
    Ok(row.map_or(Ok(None), |row| row.opt_whole(0))?.unwrap_or_default() >= u64::from(BUSY.most))
}

/// Forgets what is older than a day, and plans when to do so again.
pub(crate) fn forget<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let old = back(here, REMEMBERED);
    here.run("DELETE FROM newcomer_act WHERE at <= ?", args![old])?;
    here.run("DELETE FROM work_done WHERE at <= ?", args![old])?;
    match here.row("SELECT min(at) FROM newcomer_act", &[])?.map_or(Ok(None), |row| row.opt_time(0))? {
        Some(oldest) => due::plan(here, &Errand::Forget, oldest.after(REMEMBERED)),
        None => due::done(here, &Errand::Forget),
    }
}

/// Whether a layer is not left out by a measurement.
pub(crate) fn is_on<S>(here: &Here<'_, S>, layer: Layer) -> bool {
    match here.arrival.measured {
        None => true,
        Some(Measured::Without(out)) => layer != out,
        Some(Measured::Alone(left)) => layer == left,
    }
}

fn back<S>(here: &Here<'_, S>, span: Span) -> Timestamp {
    here.now.before(span)
}

fn network<S>(here: &Here<'_, S>) -> Option<String> {
    here.arrival.network.map(|hash| hash.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}")))
}

fn count_member<S: Sql>(here: &Here<'_, S>, member: &MemberId, rank: Rank) -> Result<(), Trouble> {
    for limit in rank.posts() {
        let from = back(here, limit.within);
        let oldest = here.row(
            "SELECT at FROM (SELECT at FROM thread WHERE author = ? AND at > ? UNION ALL SELECT at FROM reply WHERE author = ? AND at > ?) \
             ORDER BY at DESC LIMIT 1 OFFSET ?",
            args![member.as_str(), from, member.as_str(), from, limit.most - 1],
        )?;
        refuse_until(limit, oldest.as_ref())?;
    }
    Ok(())
}

fn count_network<S: Sql>(here: &Here<'_, S>, what: &str, limits: impl IntoIterator<Item = Limit>) -> Result<(), Trouble> {
    let Some(network) = network(here) else { return Ok(()) };
    limits.into_iter().try_for_each(|limit| goes_on_for(here, limit, "network = ? AND what = ?", args![network.clone(), what]))
}

/// Refuses where as much was done as a limit allows, and says when it goes on.
fn goes_on_for<S: Sql>(here: &Here<'_, S>, limit: Limit, of: &str, whose: &[Value]) -> Result<(), Trouble> {
    let sql = format!("SELECT at FROM newcomer_act WHERE {of} AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?");
    let args: Vec<Value> = whose.iter().cloned().chain([back(here, limit.within).into(), (limit.most - 1).into()]).collect();
    refuse_until(limit, here.row(&sql, &args)?.as_ref())
}

fn refuse_until(limit: Limit, oldest: Option<&Row>) -> Result<(), Trouble> {
    match oldest {
        Some(row) => Err(Trouble::Refused(ApiError::too_many(limit.goes_on(row.time(0)?)))),
        None => Ok(()),
    }
}

/// In a wave a newcomer's browser works before it posts; a plain form, which cannot, is slowed.
fn work<S: Sql>(here: &Here<'_, S>, product: &ProductKey) -> Result<(), Trouble> {
    if !is_on(here, Layer::Work) || network(here).is_none() || !is_busy(here, Some(product))? {
        return Ok(());
    }
    if here.arrival.plain {
        count_network(here, "plain", [PLAIN])?;
        goes_on_for(here, ALL_PLAIN, "what = ?", args!["plain"])?;
        here.run("INSERT INTO newcomer_act (at, what, network) VALUES (?, 'plain', ?)", args![here.now, network(here)])?;
        return Ok(());
    }
    let why = "very many are writing just now; do the work that `challenge` gives and send it again";
    let asked = || Trouble::Refused(ApiError::new("work_needed", why));
    let done = here.arrival.work.ok_or_else(asked)?;
    let done = done.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let fresh = "INSERT INTO work_done (work, at) VALUES (?, ?) ON CONFLICT (work) DO NOTHING RETURNING 1";
    here.row(fresh, args![done, here.now])?.map(|_| ()).ok_or_else(asked)
}

/// Whether a newcomer's post has to wait until somebody has looked at it.
fn looks_bad<S: Sql>(here: &Here<'_, S>, writing: &Writing<'_>) -> Result<bool, Trouble> {
    let (form, arrival) = (is_on(here, Layer::Form), &here.arrival);
    if form && arrival.trapped {
        return Ok(true);
    }
    let links = writing.body.links();
    if is_on(here, Layer::Links) && is_for_its_link(here, writing)? {
        return Ok(true);
    }
    let quick = form && arrival.took.is_some_and(|took| took < QUICK);
    if quick && (links > 0 || leads_elsewhere(here, writing)) {
        return Ok(true);
    }
    Ok(is_on(here, Layer::Alike) && is_said_again(here, writing, quick)?)
}

/// Whether it has a link out of the brand's domain.
fn leads_elsewhere<S>(here: &Here<'_, S>, writing: &Writing<'_>) -> bool {
    !foreign(here, writing).is_empty()
}

/// The hosts that it leads to, but for the brand's own.
fn foreign<S>(here: &Here<'_, S>, writing: &Writing<'_>) -> Vec<String> {
    let all = hosts(&writing.texts.join(" "));
    let own = here.brand.as_str();
    let is_own = |host: &String| host == own || host.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'));
    all.into_iter().filter(|host| !is_own(host)).take(8).collect()
}

/// Whether it leads where other newcomers led today, or says hardly anything beside its link.
fn is_for_its_link<S: Sql>(here: &Here<'_, S>, writing: &Writing<'_>) -> Result<bool, Fault> {
    let foreign = foreign(here, writing);
    if foreign.is_empty() {
        return Ok(false);
    }
    let words = writing.texts.join(" ");
    let said = words.split_whitespace().filter(|word| !word.contains("://"));
    let letters: usize = said.clone().map(|word| word.chars().count()).sum();
    if said.count() < FEW_WORDS && letters < 4 * FEW_WORDS {
        return Ok(true);
    }
    for host in foreign {
        let others = here.row(
            "SELECT count(DISTINCT member) FROM newcomer_act WHERE at > ? AND member <> ? AND instr(hosts, ?) > 0",
            args![back(here, REMEMBERED), writing.author.as_str(), format!(" {host} ")],
        )?;
        if others.map_or(Ok(0), |row| row.count(0))? >= ALIKE {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether nearly the same was written today: by the same member, from the same network, or by several others.
fn is_said_again<S: Sql>(here: &Here<'_, S>, writing: &Writing<'_>, quick: bool) -> Result<bool, Fault> {
    let Some(print) = print(&writing.texts.join(" ")) else { return Ok(false) };
    let shared = "(m0 = ?) + (m1 = ?) + (m2 = ?) + (m3 = ?) + (m4 = ?) + (m5 = ?) + (m6 = ?) + (m7 = ?) >= ?";
    let sql = format!(
        "SELECT count(DISTINCT member), max(member = ?), max(coalesce(network = ?, 0)) FROM newcomer_act \
         WHERE what = 'post' AND at > ? AND m0 IS NOT NULL AND {shared}"
    );
    let mut args = vec![writing.author.as_str().into(), network(here).into(), back(here, REMEMBERED).into()];
    args.extend(print.map(Value::from));
    args.push(SHARED.into());
    let Some(row) = here.row(&sql, &args)? else { return Ok(false) };
    let near = row.opt_whole(1)?.unwrap_or_default() > 0 || row.opt_whole(2)?.unwrap_or_default() > 0;
    let others = row.count(0)?;
    Ok(near || others >= ALIKE || quick && others > 0)
}

/// Remembers it for a day.
fn note<S: Sql>(here: &Here<'_, S>, writing: &Writing<'_>) -> Result<(), Fault> {
    let Some(network) = network(here) else { return Ok(()) };
    let print = print(&writing.texts.join(" "));
    let hosts = foreign(here, writing);
    let hosts = (!hosts.is_empty()).then(|| format!(" {} ", hosts.join(" ")));
    let mut args: Vec<Value> =
        vec![here.now.into(), network.into(), writing.author.as_str().into(), writing.product.as_str().into(), hosts.into()];
    args.extend((0..8).map(|place| Value::from(print.as_ref().and_then(|print| print.get(place)).copied())));
    here.run(
        "INSERT INTO newcomer_act (at, what, network, member, product, hosts, m0, m1, m2, m3, m4, m5, m6, m7) \
         VALUES (?, 'post', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &args,
    )?;
    due::plan_by(here, &Errand::Forget, here.now.after(REMEMBERED))
}

//! What those who speak for the brand show of themselves: a line and a face. Both belong to a seat from which one answers officially, in a
//! company that is here now; whoever leaves, or answers no more, shows neither from that moment on, and the bytes of the face are deleted.

use chie_domain::api::get_introduction::{GetIntroductionRefusal, Response};
use chie_domain::api::get_photo::GetPhotoRefusal;
use chie_domain::api::set_introduction::{Request, SetIntroductionRefusal};
use chie_domain::api::view::{Introduction, ThreadView, Voice};
use chie_domain::id::{MemberId, PhotoId, TenancyId};
use chie_domain::photo::UNUSED_LIVES;
use chie_domain::policy::Act;
use chie_domain::reply::AnswerBy;
use chie_domain::text::PersonLine;
use chie_domain::time::{Span, Timestamp};

use crate::ask::{IntroduceAsk, Introduced, NewPhoto, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::who_may;
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::{Here, refuse};
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};

/// How many faces somebody may send within [`WITHIN`].
const FACES: u32 = 12;
/// The span over which they are counted.
const WITHIN: Span = Span::minutes(10);
/// How many people are shown on the badge's page.
const SHOWN: u32 = 50;

/// An introduction `i` counts: its seat `s` is there, begun, and one from which one answers officially.
const COUNTS: &str = "introduction i JOIN seat s ON s.tenancy = i.tenancy AND s.member = i.member AND s.since <= ? \
    AND s.role IN ('owner', 'representative')";

/// Does it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, ask: &IntroduceAsk) -> Result<Outcome, Trouble> {
    match ask {
        IntroduceAsk::Mine => mine(here),
        IntroduceAsk::Face(photo) => here.whole(|here| take(here, photo)),
        IntroduceAsk::FaceArrived(id) => here.whole(|here| arrived(here, id)),
        IntroduceAsk::Set(request) => here.whole(|here| set(here, request)),
        IntroduceAsk::All => all(here),
    }
}

fn speaker<S: Sql>(here: &Here<'_, S>) -> Result<Option<(MemberId, TenancyId)>, Fault> {
    who_may(here, &Act::AnswerOfficially)
}

fn mine<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    let (me, tenancy) = speaker(here)?.ok_or_else(|| refuse(GetIntroductionRefusal::NotAllowed))?;
    Ok(Outcome::Introduction(view(here, &me, &tenancy)?))
}

fn view<S: Sql>(here: &Here<'_, S>, me: &MemberId, tenancy: &TenancyId) -> Result<Response, Fault> {
    let sql = "SELECT line, face FROM introduction WHERE tenancy = ? AND member = ?";
    let row = here.row(sql, args![tenancy.as_str(), me.as_str()])?;
    row.map_or(Ok(Response { line: None, face: None }), |row| {
        Ok(Response { line: row.opt_text(0)?.map(str::to_owned), face: row.opt_parse(1)? })
    })
}

fn take<S: Sql>(here: &Here<'_, S>, photo: &NewPhoto) -> Result<Outcome, Trouble> {
    let (me, _) = speaker(here)?.ok_or_else(|| refuse(SetIntroductionRefusal::NotAllowed))?;
    let from = here.now.before(WITHIN);
    let sent = here.row("SELECT count(*) FROM face WHERE member = ? AND at > ?", args![me.as_str(), from])?;
    if sent.map_or(Ok(0), |row| row.count(0))? >= FACES {
        return Err(refuse(SetIntroductionRefusal::TooMany));
    }
    let id = PhotoId::mint(here.now, here.mint.ten());
    here.run(
        "INSERT INTO face (id, member, at, media, width, height, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        args![id.as_str(), me.as_str(), here.now, photo.media.code(), photo.width, photo.height, photo.bytes],
    )?;
    due::plan_by(here, &Errand::Photos, here.now.after(UNUSED_LIVES))?;
    Ok(Outcome::PostedPhoto(id, None))
}

/// A face's bytes are there; hearing it twice changes nothing.
fn arrived<S: Sql>(here: &Here<'_, S>, id: &PhotoId) -> Result<Outcome, Trouble> {
    here.run("UPDATE face SET state = 'waiting' WHERE id = ? AND state = 'coming'", args![id.as_str()])?;
    let there = here.row("SELECT 1 FROM face WHERE id = ? AND state <> 'gone'", args![id.as_str()])?;
    there.map(|_| Outcome::Done).ok_or_else(|| refuse(GetPhotoRefusal::NotFound))
}

fn set<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    let (me, tenancy) = speaker(here)?.ok_or_else(|| refuse(SetIntroductionRefusal::NotAllowed))?;
    if let Some(face) = &request.face {
        let took = here.rows(
            "UPDATE face SET state = 'shown' WHERE id = ? AND member = ? AND state IN ('waiting', 'shown') RETURNING id",
            args![face.as_str(), me.as_str()],
        )?;
        if took.is_empty() {
            return Err(refuse(SetIntroductionRefusal::NoFace));
        }
    }
    here.run(
        "INSERT INTO introduction (tenancy, member, line, face) VALUES (?, ?, ?, ?) \
         ON CONFLICT (tenancy, member) DO UPDATE SET line = excluded.line, face = excluded.face",
        args![
            tenancy.as_str(),
            me.as_str(),
            request.line.as_ref().map(PersonLine::as_str),
            request.face.as_ref().map(PhotoId::as_str)
        ],
    )?;
    sweep(here)?;
    audit::record(here, Deed::Introduced, &me, tenancy.as_str())?;
    Ok(Outcome::Introduction(view(here, &me, &tenancy)?))
}

/// Lets go of introductions without a seat from which one answers, and of faces that belong to none: their bytes are deleted soon.
pub(crate) fn sweep<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    here.run(
        "DELETE FROM introduction WHERE NOT EXISTS (SELECT 1 FROM seat s WHERE s.tenancy = introduction.tenancy \
         AND s.member = introduction.member AND s.role IN ('owner', 'representative'))",
        &[],
    )?;
    let gone = here.rows(
        "UPDATE face SET state = 'gone' WHERE state = 'shown' AND NOT EXISTS (SELECT 1 FROM introduction i WHERE i.face = face.id) \
         RETURNING id",
        &[],
    )?;
    if gone.is_empty() { Ok(()) } else { due::plan_by(here, &Errand::Photos, here.now) }
}

/// Lets go of faces that nobody took in time.
pub(crate) fn let_go_unused<S: Sql>(here: &Here<'_, S>, before: Timestamp) -> Result<(), Fault> {
    here.run("UPDATE face SET state = 'gone' WHERE state IN ('coming', 'waiting') AND at <= ?", args![before])
}

/// Whether everybody sees a face now.
pub(crate) fn is_shown<S: Sql>(here: &Here<'_, S>, id: &PhotoId) -> Result<bool, Fault> {
    // Hardly any photo is a face: what that takes is loaded for those alone.
    if here.row("SELECT 1 FROM face WHERE id = ? AND state = 'shown'", args![id.as_str()])?.is_none() {
        return Ok(false);
    }
    let company = Company::load(here)?;
    let Some(tenancy) = company.living() else { return Ok(false) };
    let sql = format!("SELECT 1 FROM {COUNTS} WHERE i.tenancy = ? AND i.face = ?");
    Ok(here.row(&sql, args![here.now, tenancy.as_str(), id.as_str()])?.is_some())
}

/// Writes beside the official answer who gave it, where they have said so.
pub(crate) fn show<S: Sql>(here: &Here<'_, S>, company: &Company, view: &mut ThreadView) -> Result<(), Fault> {
    let Some(tenancy) = company.living() else { return Ok(()) };
    for answer in
        view.answers.iter_mut().filter(|answer| answer.by == AnswerBy::Brand && matches!(answer.author.voice, Voice::Official(_)))
    {
        let sql = format!("SELECT i.line, i.face FROM {COUNTS} WHERE i.tenancy = ? AND i.member = ?");
        let row = here.row(&sql, args![here.now, tenancy.as_str(), answer.author.member.as_str()])?;
        answer.introduction = row.map(|row| introduction(&row, 0)).transpose()?.filter(Introduction::says_anything);
    }
    Ok(())
}

fn introduction(row: &Row, from: usize) -> Result<Introduction, Fault> {
    Ok(Introduction { line: row.opt_text(from)?.map(str::to_owned), face: row.opt_parse(from + 1)? })
}

/// Everybody who answers for the brand under a name and has said something of themselves.
fn all<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    let company = Company::load(here)?;
    let Some(tenancy) = company.living() else { return Ok(Outcome::Introductions(Vec::new())) };
    let rows = here.rows(
        &format!(
            "SELECT i.line, i.face, (SELECT r.name FROM reply r WHERE r.author = i.member AND r.tenancy = i.tenancy \
             AND r.name IS NOT NULL AND r.visibility = 'public' AND r.deleted IS NULL ORDER BY r.n DESC LIMIT 1) AS called FROM {COUNTS} \
             WHERE i.tenancy = ? AND called IS NOT NULL ORDER BY s.since, i.member LIMIT ?"
        ),
        args![here.now, tenancy.as_str(), SHOWN],
    )?;
    let read = |row: &Row| Ok(Introduced { name: row.text(2)?.to_owned(), introduction: introduction(row, 0)? });
    let people = rows.iter().map(read).collect::<Result<Vec<_>, Fault>>()?;
    Ok(Outcome::Introductions(people.into_iter().filter(|it| it.introduction.says_anything()).collect()))
}

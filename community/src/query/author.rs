//! Who wrote something and in which capacity, worked out at each reading: an official voice lasts while the tenancy it spoke
//! for lives and the seat is there; afterwards it is marked as former.

use chie_domain::api::view::{Author, AuthorName, Voice};
use chie_domain::claim::Stewardship;
use chie_domain::id::{MemberId, TenancyId};
use chie_domain::time::Timestamp;

use crate::company::Company;
use crate::handles::{self, Handle};
use crate::here::Here;
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};

/// What a row knows of an author.
#[derive(Debug, Clone)]
pub(crate) struct Wrote {
    pub(crate) member: MemberId,
    /// The name of the post, else the member's.
    pub(crate) name: Option<String>,
    pub(crate) confirmed: bool,
    pub(crate) handle: Option<Handle>,
    /// The tenancy it was written for, where the author had authority.
    pub(crate) tenancy: Option<TenancyId>,
    /// Whether the author's seat in that tenancy is there.
    pub(crate) seated: bool,
    pub(crate) at: Timestamp,
}

impl Wrote {
    /// The author as everybody sees them, in a thread that somebody stands behind: a voice is official where the thread is.
    pub(crate) fn author<S: Sql>(self, here: &Here<'_, S>, company: &Company, steward: Stewardship) -> Author {
        let voice = match &self.tenancy {
            Some(tenancy) if self.seated && steward != Stewardship::FanMade && company.living() == Some(tenancy) => {
                Voice::Official(here.brand.clone())
            }
            // Whoever left while the company stayed is of the company no more; a company that lapsed was official then.
            Some(tenancy) if !self.seated && company.living() == Some(tenancy) => Voice::Alum(here.brand.clone()),
            Some(_) => Voice::FormerlyOfficial(here.brand.clone(), self.at),
            None if self.confirmed => Voice::Member,
            None => Voice::Guest,
        };
        let name = handles::called(self.name.as_deref(), &self.member, self.handle);
        Author { name, member: self.member, voice, solved: 0, mark: None }
    }
}

/// A member outside of any thread.
pub(crate) fn me<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<Option<Author>, Fault> {
    let row = here.row("SELECT name, account, erased FROM member WHERE id = ?", args![member.as_str()])?;
    let of = |row: Row| {
        let voice = if row.opt_text(1)?.is_some() { Voice::Member } else { Voice::Guest };
        let name = if row.opt_time(2)?.is_some() { AuthorName::Former } else { handles::called(row.opt_text(0)?, member, None) };
        Ok(Author { member: member.clone(), name, voice, solved: 0, mark: None })
    };
    row.map(of).transpose()
}

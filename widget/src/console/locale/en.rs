//! The console in English.

mod insight;
mod proof;

use super::msg::{ClaimWhat, Msg};
use chie_domain::proof::Method;
use proof::{by, finding_meaning, finding_word, forward};
use yew::AttrValue;

#[expect(clippy::match_same_arms, reason = "two things that read the same here may be told apart in another language")]
#[expect(clippy::too_many_lines, reason = "a table of sentences, read line by line; splitting it would hide a missing one")]
pub(super) fn say(msg: Msg<'_>) -> AttrValue {
    let fixed: &'static str = match msg {
        Msg::Console => "Chie console",
        Msg::TitleOf(screen) => return format!("{screen} · Chie console").into(),
        Msg::SkipToContent => "Skip to the content",
        Msg::Sections => "Sections",
        Msg::NavClaim => "Claim",
        Msg::NavProof => "Proof",
        Msg::NavChanges => "What changes",
        Msg::Brands => "Brands",
        Msg::SignedInAs(email) => return format!("Signed in as {email}").into(),
        Msg::SignOut => "Sign out",
        Msg::ProvenBy(Method::Dns) => "proven by DNS",
        Msg::ProvenBy(Method::File) => "proven by a file",
        Msg::ProvenBy(Method::Meta) => "proven by a meta tag",
        Msg::InDoubt => "proof in doubt",
        Msg::NotProven => "not proven yet",
        Msg::Loading => "Loading …",
        Msg::TryAgain => "Try again",
        Msg::Cancel => "Cancel",
        Msg::Close => "Close",
        Msg::LoadMore => "Show more",
        Msg::NothingHere => "There is nothing at this address",
        Msg::NothingHereLead => "The address may be cut short. Begin again from your brands.",

        Msg::SignIn => "Sign in",
        Msg::SignInLead => "We send a six-digit code to your e-mail address. There is no password to remember.",
        Msg::SessionOver => "Your session is over. Sign in again: what you typed is still here.",
        Msg::Email => "E-mail address",
        Msg::EmailHint => "It is never shown to the public.",
        Msg::SendCode => "Send me a code",
        Msg::CodeSent { email, minutes } => {
            return format!("A code is on its way to {email}. It can be used for {minutes} minutes.").into();
        }
        Msg::CodeSentBefore(email) => return format!("Type the code that was sent to {email}.").into(),
        Msg::Code => "Six-digit code",
        Msg::CodeHint => "Pasting the whole line from the mail is fine.",
        Msg::CodeIncomplete => "The code has six digits. Look at the latest mail from us.",
        Msg::SendAgain => "Send a new code",
        Msg::SentAgain => "A new code is on its way. Only the latest one works.",
        Msg::OtherAddress => "Use another address",
        Msg::SignedOut => "You are signed out.",

        Msg::WhichBrand => "Which brand do you speak for?",
        Msg::WhichBrandLead => {
            "Nothing changes for anybody until you have shown that the domain is yours and chosen what to claim."
        }
        Msg::Domain => "The brand’s domain",
        Msg::DomainHint => "For example acme.example. Pasting the address of any of its pages is fine.",
        Msg::Continue => "Continue",
        Msg::YourBrands => "Your brands",
        Msg::FormerBrandsEmpty => "None yet. The brands that you ask about appear here.",

        Msg::ChangesTitle(brand) => return format!("What changes when {brand} claims threads").into(),
        Msg::ChangesLead => "One page, before you do anything. Claiming is free.",
        Msg::Changes => "What changes",
        Msg::ChangesSeal(brand) => {
            return format!(
                "Claimed threads carry a seal with the name {brand}, how the domain was proven and since when you are present."
            )
            .into();
        }
        Msg::ChangesVoice => {
            "You can reply officially, put your name to the best answer (yours or a customer’s), and say where a thread stands: “In progress”, “Planned”, “Solved”."
        }
        Msg::ChangesSentence => "In what you claimed, the line “customers run this place” goes.",
        Msg::Stays => "What stays as it is",
        Msg::StaysPosts => {
            "Every word that customers wrote. You cannot edit or remove posts; only the operator of Chie removes one, on a published ground that everybody can read."
        }
        Msg::StaysAnswers => "The asker’s choice and readers’ stars stand beside your official answer. None hides another.",
        Msg::StaysAddresses => "You do not see who guests are, nor their addresses.",
        Msg::StaysRest => "What you do not claim stays a place run by customers.",
        Msg::Obliges => "What it obliges you to",
        Msg::ObligesNothing => "Nothing.",
        Msg::ObligesDetail => "No fee, no pledge, no answering time. You may claim one thread today and never another.",
        Msg::Leaving => "How to leave",
        Msg::LeavingRelease => {
            "Release any claim on the claim page, at any time. The threads are run by customers again; your replies stay, with their date."
        }
        Msg::LeavingProof => "Or take the proof off your domain. After ten days unseen, everything official ends by itself.",
        Msg::GoToProof => "Go on to proof",
        Msg::GoToClaim => "Go on to claiming",

        Msg::ProofTitle(brand) => return format!("Show that you speak for {brand}").into(),
        Msg::ProofLead => {
            "One of these is enough. Start with what you can do today; you can add DNS later, which covers the whole domain."
        }
        Msg::ProofHeld(brand) => return format!("Proof that you speak for {brand}").into(),
        Msg::MethodName(Method::Meta) => "Meta tag",
        Msg::MethodName(Method::File) => "File",
        Msg::MethodName(Method::Dns) => "DNS record",
        Msg::MethodNote(Method::Meta) => "One line in your front page. Seen within seconds.",
        Msg::MethodNote(Method::File) => "One small file on your site. Seen within seconds.",
        Msg::MethodNote(Method::Dns) => "The whole domain. Needs whoever runs your DNS; takes minutes, sometimes a day.",
        Msg::WaysToProve => "Ways to prove it",
        Msg::AnotherProof => "Add another proof",
        Msg::ChooseMethod => "Choose one to get the exact text. Asking for it changes nothing.",
        Msg::WhichHost => "On which host?",
        Msg::PutThere(Method::Dns) => "Add this record to your DNS",
        Msg::PutThere(Method::File) => "Put this file on your site",
        Msg::PutThere(Method::Meta) => "Put this line into your front page",
        Msg::PlaceLabel(Method::Dns) => "Name",
        Msg::PlaceLabel(Method::File) => "Address of the file",
        Msg::PlaceLabel(Method::Meta) => "Page",
        Msg::PlaceType => "Type",
        Msg::TextLabel(Method::Dns) => "Value",
        Msg::TextLabel(Method::File) => "Its whole content",
        Msg::TextLabel(Method::Meta) => "The line",
        Msg::PlaceHint(Method::Dns) => {
            "Many panels add the domain by themselves: then the name is only _chie-challenge. Leave the record in place; we look again every day."
        }
        Msg::PlaceHint(Method::File) => {
            "Exactly this text and nothing else, served over https. Leave the file in place; we look again every day."
        }
        Msg::PlaceHint(Method::Meta) => "Anywhere inside <head>. Leave the line in place; we look again every day.",
        Msg::Copy => "Copy",
        Msg::CopyWhat(what) => return format!("Copy: {what}").into(),
        Msg::Copied(what) => return format!("Copied: {what}").into(),
        Msg::CopyFailed => "Your browser did not let us copy. The text is selected: copy it with the keyboard.",
        Msg::ForwardLabel => "Somebody else looks after this? Copy a message to send them.",
        Msg::ForwardWhat => "message to forward",
        Msg::Forward { brand, method, placement, until } => return forward(brand, method, placement, until).into(),
        Msg::LooksTitle => "What we see now",
        Msg::Asked => "Asked",
        Msg::Answer => "Answer",
        Msg::Meaning => "Meaning",
        Msg::NoAnswer => "no answer",
        Msg::NothingThere(Method::Dns) => "no record",
        Msg::NothingThere(Method::File | Method::Meta) => "nothing",
        Msg::NotLookedYet => "We have not looked yet. Put the text in its place, then check.",
        Msg::CheckNow => "Check now",
        Msg::CheckAgain => "Check again",
        Msg::Checking => "Looking …",
        Msg::WeLookUntil(day) => {
            return format!("We look by ourselves every minute while this page is open. This text can be used until {day}.").into();
        }
        Msg::LookedJustNow => "We looked a moment ago. Wait ten seconds, then check again.",
        Msg::CheckMissed(word) => return format!("Checked: {word}. The table says what to do.").into(),
        Msg::FindingWord(finding) => finding_word(finding),
        Msg::FindingMeaning(finding, method) => finding_meaning(finding, method),
        Msg::ProvenTitle { brand, method: Method::Dns } => return format!("{brand} is proven by DNS").into(),
        Msg::ProvenTitle { brand, method: Method::File } => return format!("{brand} is proven by a file").into(),
        Msg::ProvenTitle { brand, method: Method::Meta } => return format!("{brand} is proven by a meta tag").into(),
        Msg::ProvenSince { since, seen } => return format!("Since {since} · last seen {seen}").into(),
        Msg::LeaveInPlace => "Leave it in place: we look again every day, and a few missed days change nothing.",
        Msg::JustProven(brand) => return format!("{brand} is proven. You can claim threads now.").into(),
        Msg::DoubtTitle(Method::Dns) => "We no longer see your DNS record",
        Msg::DoubtTitle(Method::File) => "We no longer see your file",
        Msg::DoubtTitle(Method::Meta) => "We no longer see your meta tag",
        Msg::DoubtDetail { seen, until } => {
            return format!(
                "Last seen {seen}. Until it is back you cannot post officially; if it is not back by {until}, your threads are run by customers again. Put the text back and check."
            )
            .into();
        }
        Msg::LapsedTitle(Method::Dns) => "The proof by DNS has ended",
        Msg::LapsedTitle(Method::File) => "The proof by file has ended",
        Msg::LapsedTitle(Method::Meta) => "The proof by meta tag has ended",
        Msg::LapsedDetail(day) => {
            return format!("It was not seen for ten days and ended on {day}. What you claimed is kept for thirty days: prove the domain again and it is official as before.").into();
        }
        Msg::RequestOver => "This text was for thirty days and is over. Ask for a new one; nothing is lost.",
        Msg::NewText => "Get a new text",
        Msg::SeatWaitsTitle(moment) => return format!("You join on {moment}").into(),
        Msg::SeatWaits(brand) => {
            return format!("Your proof is confirmed. Others already speak for {brand}; they have been told about you. Whoever comes later waits 72 hours, so that nobody can slip in unseen. You need not do anything: leave the proof in place.").into();
        }
        Msg::OthersTitle(brand) => return format!("Somebody already speaks for {brand}").into(),
        Msg::OthersDetail { method, since } => {
            return format!(
                "The domain was {} on {since}. Prove it too and you join them after 72 hours; they are told at once.",
                by(method)
            )
            .into();
        }
        Msg::NeedProofTitle => "First show that you speak for the brand",
        Msg::NeedProof(brand) => {
            return format!("Claiming and official replies open once {brand} is proven. It takes a few minutes.").into();
        }
        Msg::NoPower => "Your role here is to read. Ask an owner if you should be able to act.",

        Msg::ClaimTitle(1) => "One thread that a customer began",
        Msg::ClaimTitle(n) => return format!("{n} threads that customers began").into(),
        Msg::ClaimTitleNone => "Nothing left to claim",
        Msg::ClaimLead(brand) => {
            return format!("“Official” says that {brand} is present from now on. It does not say that you agree with what others wrote. Danger first, then what most people share. Nothing is mailed for ten minutes after you claim.").into();
        }
        Msg::ClaimNoneLead(brand) => {
            return format!(
                "Every thread about {brand} is official, or nobody has asked yet. You can still claim what begins from now on."
            )
            .into();
        }
        Msg::ColThread => "Thread",
        Msg::ColState => "State",
        Msg::ColSame => "Have it too",
        Msg::ColAge => "Began",
        Msg::ReadHere => "Read here",
        Msg::ReadHereTitle(title) => return format!("Read here: {title}").into(),
        Msg::SelectAll => "Select all that are shown",
        Msg::SelectThread(title) => return format!("Select: {title}").into(),
        Msg::ClaimSelected(0) => "Claim selected threads…",
        Msg::ClaimSelected(1) => "Claim 1 thread…",
        Msg::ClaimSelected(n) => return format!("Claim {n} threads…").into(),
        Msg::SelectFirst => "Select one or more threads in the table first.",
        Msg::ClaimProduct => "Claim a product…",
        Msg::ProductLine { name, threads: 1 } => return format!("{name} · 1 thread").into(),
        Msg::ProductLine { name, threads } => return format!("{name} · {threads} threads").into(),
        Msg::ClaimFromNow => "Only from today on…",
        Msg::ClaimAsk(what) => return format!("Claim {}?", object(what)).into(),
        Msg::ItDoes => "What it does",
        Msg::DoesSeal(ClaimWhat::Threads(1) | ClaimWhat::ThisThread) => "This thread carries your seal from now on.",
        Msg::DoesSeal(ClaimWhat::Threads(_)) => "These threads carry your seal from now on.",
        Msg::DoesSeal(ClaimWhat::Product(name)) => {
            return format!("All threads about {name}, and those to come, carry your seal.").into();
        }
        Msg::DoesSeal(ClaimWhat::Everything) => "All threads of all products, and those to come, carry your seal.",
        Msg::DoesSeal(ClaimWhat::FromNowOn) => {
            "Threads that begin from this moment carry your seal. Older ones stay run by customers."
        }
        Msg::DoesVoice => "You can reply officially, mark an official answer and set a status there.",
        Msg::ItDoesNot => "What it does not do",
        Msg::DoesNotAgree => "It does not say that you agree with what others wrote.",
        Msg::DoesNotTouch => "It changes, hides and deletes no word of anybody.",
        Msg::DoesNotBind => "It binds you to nothing. You can release it at any time.",
        Msg::ClaimIt => "Claim",
        Msg::Claimed(what) => return claimed(what).into(),
        Msg::YourClaims => "What you have claimed",
        Msg::NoClaims => "Nothing yet.",
        Msg::ScopeEverything => "The whole community",
        Msg::ScopeProduct(name) => return format!("Product: {name}").into(),
        Msg::ScopeThread(title) => return format!("Thread: {title}").into(),
        Msg::ScopeSomeThread => "One thread",
        Msg::ReachAll => "existing threads and those to come",
        Msg::ReachFromNowOn => "only threads that began after the claim",
        Msg::Since(day) => return format!("since {day}").into(),
        Msg::Release => "Release…",
        Msg::ReleaseWhat(what) => return format!("Release: {what}").into(),
        Msg::ReleaseAsk => "Release this claim?",
        Msg::ReleaseDoes => "What it covers is run by customers again, at once, unless another claim of yours covers it too.",
        Msg::ReleaseKeeps => "Nothing that was written goes. You can claim it again later.",
        Msg::ReleaseDated => "The statuses you set fall back to what customers say.",
        Msg::ReleaseIt => "Release",
        Msg::Released => "Released. These threads are run by customers again.",
        Msg::ReleasedClaims(1) => "1 released claim",
        Msg::ReleasedClaims(n) => return format!("{n} released claims").into(),
        Msg::ReleasedOn(day) => return format!("released {day}").into(),

        Msg::AllThreadsTitle => "Threads",
        Msg::FilterLabel => "Which threads",
        Msg::NothingClaimed => "You have not claimed any thread yet",
        Msg::NothingClaimedLead => "Official replies become possible in threads that you claim.",

        Msg::Thread => "Thread",
        Msg::BackToThreads => "Back to the list",
        Msg::PublicPage => "See the public page",
        Msg::OfficialSince(day) => return format!("Official since {day}").into(),
        Msg::RunByCustomers => "Run by customers",
        Msg::OpeningPost => "Opening post",
        Msg::RepliesTitle => "Replies",
        Msg::NoReplies => "Nobody has replied yet.",
        Msg::SolvedForAsker => "Solved it for the asker",
        Msg::Helped(1) => "1 person found this helpful",
        Msg::Helped(n) => return format!("{n} found this helpful").into(),
        Msg::OurAnswer => "Your official answer",
        Msg::MarkAnswer => "Make this our official answer",
        Msg::UnmarkAnswer => "No longer our official answer",
        Msg::Marked => "This reply is your official answer now.",
        Msg::Unmarked => "There is no official answer any more. The reply itself stays.",
        Msg::ReplyTitle => "Reply officially",
        Msg::YourName => "Your name, as readers see it",
        Msg::YourNameHint => "A first name is enough. The domain stands beside it always.",
        Msg::ReplyLabel => "Official reply",
        Msg::ReplyHint => "Markdown works: **bold**, lists, links, `code`.",
        Msg::Audience { name, brand } => return format!("Official, as {name} of {brand}.").into(),
        Msg::AudienceUnnamed(brand) => return format!("Official, for {brand}.").into(),
        Msg::Public => "Public.",
        Msg::SendReply => "Reply officially",
        Msg::ReplySent => "Your official reply is public now.",
        Msg::DraftKept => "Your draft is kept in this browser.",
        Msg::StatusLabel => "Status",
        Msg::StatusFollows => "What customers say",
        Msg::ReasonLabel => "Reason, which everybody reads",
        Msg::ReasonHint => "Plain words to the person who asked: why, and what they can do instead.",
        Msg::ReasonMissing => "A refusal needs a reason. Say why, in words that the asker will read.",
        Msg::SetStatus => "Set status",
        Msg::StatusDone => "The status is public now.",
        Msg::StatusStays(word) => return format!("stays “{word}”").into(),
        Msg::StatusReason(reason) => return format!("Reason: {reason}").into(),
        Msg::FanMadeNotice => "Customers run this thread. Claim it to reply officially, mark an answer or set a status.",
        Msg::ClaimThread => "Claim this thread…",
        Msg::DoubtfulNoPosts => "While your proof is in doubt you cannot post officially. See Proof.",
        Msg::RemovePost => "Remove on a published ground…",
        Msg::RemoveTitle => "Remove this post?",
        Msg::RemoveLead => "A stone with the rule stays in its place, and the author is told. Choose the rule it breaks.",
        Msg::GroundLabel => "Published ground",
        Msg::RemoveIt => "Remove post",
        Msg::RemovedDone => "Removed. The rule stands in its place.",
        Msg::CautionPost => "Advise against it…",
        Msg::CautionBack => "Withdraw your caution",
        Msg::CautionTitle => "Advise against this reply?",
        Msg::CautionLead => {
            "The reply stays as it is. Your caution stands above it, dated and signed, and everybody reads the reason."
        }
        Msg::CautionDone => "The caution is public now.",
        Msg::CautionWithdrawn => "The caution is withdrawn; a line says so.",
        Msg::DangerMarked => {
            "Words of danger stand in this thread. It leads every list until it is solved or the mark is taken off."
        }
        Msg::LiftDanger => "No danger…",
        Msg::LiftDangerTitle => "Take the mark of danger off?",
        Msg::LiftDangerLead => "Everybody reads why there is no danger. If in doubt, leave it on.",
        Msg::DangerLifted => "The mark is off; a line says why.",
        Msg::Publish => "Publish",
        Msg::VersionLabel => "In which version (optional)",
        Msg::VersionHint => "Stands beside the thanks to those who reported it.",
        Msg::EmergencyTitle => "In an emergency",
        Msg::EmergencyLabel => "Your emergency desk",
        Msg::EmergencyHint => {
            "A page or a mail address. Whoever writes of fire, shock or injury is shown it at once. Empty shows your own site."
        }
        Msg::EmergencyWrong => "Give a page that begins with https://, or a mail address.",
        Msg::EmergencySet => "Show this",
        Msg::EmergencyDone => "It is shown from now on.",
        Msg::SitesTitle => "Your sites",
        Msg::SitesLabel => "Sites on which your tag is public, one a line",
        Msg::SitesHint => {
            "Such as shop.acme.example. On every other site the tag runs in test mode: what is written there is not public. Without a list every site is public, those of fans too."
        }
        Msg::SitesWrong => "Write one host a line, such as shop.acme.example; at most 50, and none of a local network.",
        Msg::SitesSet => "Keep this list",
        Msg::SitesDone => "The list counts from now on.",
        Msg::MoodsTitle => "How people felt",
        Msg::MoodsHow => "Those who told a face when they asked and again when it was solved; nobody is asked twice.",
        Msg::MoodsBefore => "Before",
        Msg::MoodsAfter => "After",
        Msg::MoodsPeople => "People",

        Msg::Insight(insight) => return insight::say(insight),
        Msg::FieldEmpty => "Write something here.",
        Msg::FieldTooLong => "This is longer than what fits here. Shorten it a little.",
        Msg::FieldForbidden => "This contains invisible or control characters. Type it rather than pasting it.",
        Msg::EmailMalformed => "An e-mail address looks like name@acme.example.",
        Msg::DomainMalformed => "Write a domain such as acme.example, or paste the address of one of its pages.",
        Msg::DomainIp => "A brand is known by its domain, not by an IP address.",
        Msg::DomainLocal => "This name exists only on a local network. Write the brand’s public domain.",
        Msg::DomainSuffix => "Many brands share this ending. Write the brand’s own domain.",
        Msg::TooMany => "That was a little fast. Wait a moment, then try again.",
        Msg::TooManyCodes => "Several codes were sent to this address already. Use the latest one, or wait an hour.",
        Msg::TooManyRequests => "You have several open requests. Finish one of them first.",
        Msg::MailFailed => "The mail could not be sent. Try again in a minute.",
        Msg::CodeWrong => "This code does not fit. Look at the latest mail, or ask for a new code.",
        Msg::CodeSpent => "Too many tries with this code. Ask for a new one.",
        Msg::NotAllowed => "You cannot do this at the moment. See Proof for what you can act on.",
        Msg::Gone => "This is not here any more. Go back to the list and look again.",
        Msg::NotClaimed => "Claim this thread first. Official replies and statuses belong to claimed threads.",
        Msg::WrongHost => "Choose the brand’s domain itself or its www.",
        Msg::RequestExpired => "This text was for thirty days and is over. Ask for a new one.",
        Msg::NameReserved => "Readers could take this name for something else. Use your own name.",
        Msg::WrongKind => "This status belongs to another kind of thread. Choose one from the list.",
        Msg::Changed => "Something changed in the meantime. Look at the page again, then repeat it.",
        Msg::Unavailable => "Chie is busy. Nothing was lost; try again in a moment.",
        Msg::Offline => "No connection. What you typed is kept; try again when you are online.",
        Msg::Fault(code) => return format!("This did not work ({code}). Nothing was lost; try again.").into(),
    };
    AttrValue::Static(fixed)
}

fn object(what: ClaimWhat<'_>) -> String {
    match what {
        ClaimWhat::Threads(1) => "1 thread".to_owned(),
        ClaimWhat::Threads(n) => format!("{n} threads"),
        ClaimWhat::ThisThread => "this thread".to_owned(),
        ClaimWhat::Product(name) => format!("“{name}”"),
        ClaimWhat::Everything => "the whole community".to_owned(),
        ClaimWhat::FromNowOn => "what begins from now on".to_owned(),
    }
}

fn claimed(what: ClaimWhat<'_>) -> String {
    match what {
        ClaimWhat::Threads(1) => "1 thread is official now.".to_owned(),
        ClaimWhat::Threads(n) => format!("{n} threads are official now."),
        ClaimWhat::ThisThread => "This thread is official now. You can reply.".to_owned(),
        ClaimWhat::Product(name) => format!("“{name}” is official now."),
        ClaimWhat::Everything => "The whole community is official now.".to_owned(),
        ClaimWhat::FromNowOn => "Every thread that begins from now on is official.".to_owned(),
    }
}

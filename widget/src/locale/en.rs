//! English.

use super::Msg;
use chie_domain::ground::Ground;

/// The sentence in English.
#[expect(clippy::too_many_lines, reason = "one line a sentence")]
#[expect(clippy::match_same_arms, reason = "sentences for different places may read alike in one language")]
pub(super) const fn text(msg: Msg) -> &'static str {
    match msg {
        // What the language itself is like.
        Msg::Direction => "ltr",
        Msg::Between => " ",

        // What stands above everything: who runs this place.
        Msg::Chie => "Chie",
        Msg::PlaceFan => "A place where customers help one another. {brand} does not run it.",
        Msg::PlacePending => "A place where customers help one another",
        Msg::MakersSite => "{brand}’s own site",
        Msg::OfficialWord => "official",
        Msg::OfficialName => "{name}, official",
        Msg::InThreadSince => "is in this thread since {date}",
        Msg::ProvenDns => "Domain proven by DNS",
        Msg::ProvenFile => "Domain proven by a file on its site",
        Msg::ProvenMeta => "Domain proven on its front page",
        Msg::LastChecked => "last checked {date}",
        Msg::HereSince => "here since {date}",
        Msg::InDoubt => "the proof could not be seen at the last checks",
        Msg::StewardLabel => "Who runs this place",

        // The list.
        Msg::CustomersPlace => "{product}: customers’ place",
        Msg::Threads => "one={n} thread|other={n} threads",
        Msg::Unconfirmed => "not yet confirmed",
        Msg::AskField => "Search, or ask in one line",
        Msg::Filters => "Filter",
        Msg::FilterAll => "All",
        Msg::FilterSolved => "Solved",
        Msg::FilterWaiting => "Needs an answer",
        Msg::FilterKind => "Kind",
        Msg::GroupCommon => "Most shared first",
        Msg::ThreadList => "Threads",
        Msg::Replies => "one={n} reply|other={n} replies",
        Msg::BrandIsHere => "{brand} is in this thread",
        Msg::Yours => "Yours",
        Msg::More => "Show more",
        Msg::Loading => "Loading",
        Msg::LoadFailed => "This could not be loaded just now.",
        Msg::Retry => "Try again",
        Msg::EmptyTitle => "No questions yet about {product}",
        Msg::EmptyText => "Ask the first one. Everybody who owns it can answer.",
        Msg::EmptyFilter => "Nothing here fits.",
        Msg::ShowAll => "Show all",
        Msg::FootOpen => "Everybody can read this. You need no account to take part.",
        Msg::Rules => "Rules",
        Msg::YourCompany => "Is this your company?",

        // Kinds, and how many have it too.
        Msg::KindQuestion => "Question",
        Msg::KindProblem => "Problem",
        Msg::KindIdea => "Idea",
        Msg::KindPraise => "Praise",
        Msg::KindUpdate => "News",
        Msg::SameQuestion => "one={n} wants to know too|other={n} want to know too",
        Msg::SameProblem => "one={n} has it too|other={n} have it too",
        Msg::SameIdea => "one={n} wants it too|other={n} want it too",
        Msg::SamePraise => "one={n} agrees|other={n} agree",
        Msg::MeTooQuestion => "I want to know too",
        Msg::MeTooProblem => "I have this too",
        Msg::MeTooIdea => "I want this too",
        Msg::MeTooPraise => "I agree",
        Msg::YouAsked => "You asked this",

        // Where a thread stands.
        Msg::StatusNeedsAnswer => "Needs an answer",
        Msg::StatusReported => "Reported",
        Msg::StatusSuggested => "Suggested",
        Msg::StatusSeemsSolved => "Seems solved",
        Msg::StatusAnswered => "Answered",
        Msg::StatusSolved => "Solved",
        Msg::StatusLookingInto => "Being looked into",
        Msg::StatusClosed => "Closed",
        Msg::StatusInProgress => "In progress",
        Msg::StatusChanged => "Changed in the product",
        Msg::StatusAsDesigned => "Works as designed",
        Msg::StatusSeenDifferently => "We see it differently",
        Msg::StatusConsidered => "Under consideration",
        Msg::StatusPlanned => "Planned",
        Msg::StatusShipped => "Shipped",
        Msg::StatusNotPlanned => "Not planned",
        Msg::StatusOngoing => "Ongoing",
        Msg::StatusOver => "Over",
        Msg::OfficialStatus => "Official: {status}",
        Msg::StatusReason => "{brand} writes: {reason}",

        // Times.
        Msg::JustNow => "just now",
        Msg::AgoStyle => "long",

        // Likely threads while typing.
        Msg::LikelyTitle => "These may answer it",
        Msg::LikelyFound => "one={n} thread may answer this|other={n} threads may answer this",
        Msg::LikelyNothing => "Nobody has asked this yet.",
        Msg::NoneOfThese => "None of these: ask",
        Msg::AskThis => "Ask this",
        Msg::GoOn => "Go on with your draft",

        // Asking.
        Msg::AskHeading => "Ask everybody who owns it",
        Msg::TitleLabel => "In one line",
        Msg::DetailsLabel => "Details",
        Msg::DetailsHint => "What happens, what you tried, what would help",
        Msg::KindLegend => "What is it?",
        Msg::KindGuessed => "Guessed from your words; change it if it is wrong.",
        Msg::NameLabel => "Name (optional)",
        Msg::NameHint => "Without a name you appear as “Guest” with a colour.",
        Msg::ReadersFan => "Everybody can read this. Other customers answer; {brand} does not run this place.",
        Msg::ReadersPending => "Everybody can read this. Other customers answer.",
        Msg::ReadersOfficial => "Everybody can read this. {brand} and other customers answer.",
        Msg::LeaveOut => "Leave out phone numbers, addresses and serial numbers.",
        Msg::PostQuestion => "Post the question",
        Msg::PostProblem => "Post the problem",
        Msg::PostIdea => "Post the idea",
        Msg::PostPraise => "Post the praise",
        Msg::RulesLine => "By posting you agree to the {rules}.",
        Msg::RulesInLine => "rules",
        Msg::DraftKept => "Your draft is kept on this device.",
        Msg::Sending => "Sending",
        Msg::Back => "Back",

        // What is guessed from: words, separated by bars.
        Msg::GuessProblem => {
            "stopped|stops|broke|broken|break|not work|n't work|no longer|leak|rust|crack|noise|stuck|jam|hot|smell|fail|wrong|peel|flicker|wobbl|loose|burn|error"
        }
        Msg::GuessQuestion => "?|how |what |which |where |when |why |who |can |does |is it|is there",
        Msg::GuessIdea => "would like|wish|could you|please make|please add|should |it would be|idea|suggest|i want|hope for",
        Msg::GuessPraise => "love|thank|thanks|great|wonderful|best |beautiful|happy with|years of",

        // After posting.
        Msg::PostedTitle => "Posted",
        Msg::PostedNext => "Now everybody who owns it can answer. Look in again on this page: answers stand under your question.",
        Msg::KeepTitle => "Keep it under your address",
        Msg::KeepText => {
            "In this browser it is yours already. With an e-mail address it stays yours on every device. Nobody else sees the address."
        }
        Msg::EmailLabel => "E-mail address",
        Msg::SendCode => "Send me a code",
        Msg::CodeSent => "We sent a code to {email}. It can be used for {minutes} minutes.",
        Msg::CodeLabel => "Six-digit code",
        Msg::ConfirmCode => "Confirm",
        Msg::OtherAddress => "Use another address",
        Msg::KeptUnder => "Kept under {email}.",
        Msg::SeeThread => "See it",
        Msg::ToList => "All threads",

        // A thread.
        Msg::BackToList => "All threads about {product}",
        Msg::AskedThis => "asked this",
        Msg::OfficialAnswer => "Official answer",
        Msg::AskersAnswer => "Solved it for {name}",
        Msg::SolvedIt => "Solved it",
        Msg::CrowdAnswer => "one={n} found this helpful|other={n} found this helpful",
        Msg::Answers => "Answers",
        Msg::Conversation => "Replies",
        Msg::NoReplies => "No replies yet. If you know something, it helps.",
        Msg::MoreReplies => "Show later replies",
        Msg::Helpful => "Helpful",
        Msg::HelpfulCount => "Helpful · {n}",
        Msg::Accept => "This solved it",
        Msg::Unaccept => "Not solved after all",
        Msg::ReplyLabel => "Your reply",
        Msg::ReplyHint => "What helped you?",
        Msg::ReplyButton => "Reply",
        Msg::PublicAs => "Public, as “{name}”",
        Msg::PublicAsGuest => "Public, as a guest",
        Msg::ReplyPosted => "Your reply is there.",
        Msg::FormerlyOfficial => "official on {date}",
        Msg::Guest => "Guest · {colour}",
        Msg::GuestNumber => "Guest · {colour} {n}",
        Msg::Blue => "blue",
        Msg::Green => "green",
        Msg::Yellow => "yellow",
        Msg::Orange => "orange",
        Msg::Red => "red",
        Msg::Purple => "purple",
        Msg::White => "white",
        Msg::Grey => "grey",
        Msg::Held => "Only you can see this until somebody has looked at it. Reason: {ground}",
        Msg::HeldNew => "Only you can see this until somebody has looked at it.",
        Msg::DeletedByAuthor => "Deleted by its author",
        Msg::Removed => "Removed on this ground of the rules: {ground}",

        // What went wrong, and what to do.
        Msg::Offline => "You seem to be offline. Your text is kept; try again when you are connected.",
        Msg::Unavailable => "Chie cannot be reached just now. Your text is kept; try again in a minute.",
        Msg::WrongOther => "This could not be done. Look at what you wrote and try again.",
        Msg::WrongEmpty => "Write something here.",
        Msg::WrongLong => "This is too long: at most {max} characters fit.",
        Msg::WrongCharacter => "Remove control or invisible characters.",
        Msg::WrongEmail => "An address looks like name@domain.example.",
        Msg::WrongName => "This name could be taken for the maker’s staff. Choose another.",
        Msg::WrongKind => "Only the maker posts news. Choose another kind.",
        Msg::WrongCode => "This code does not fit. Look at the latest mail, or ask for a new code.",
        Msg::WrongSpent => "Too many tries. Ask for a new code.",
        Msg::WrongMany => "That was a lot in a short time. Wait a little and try again.",
        Msg::WrongMail => "The mail could not be sent. Try again in a minute.",
        Msg::WrongOwn => "Stars come from others: this is your own.",
        Msg::WrongGone => "This is not here any more.",
        Msg::WrongSession => "You were signed out on this site. Send it once more.",
        Msg::WrongDomain => "Write a domain such as acme.example, without https://, port or path.",
        Msg::WrongIp => "A maker is known by its domain, not by an IP address.",
        Msg::WrongLocal => "This name exists only on a local network.",
        Msg::WrongSuffix => "Many makers share this ending. Write the maker’s own domain.",
        Msg::WrongBrandName => "Leave out words such as official or support; the plain name is enough.",
        Msg::WrongKey => "Give the product a short key of Latin letters and digits, such as kettle.",

        // Finding and opening a community.
        Msg::DirectoryTitle => "Find the people who own it too",
        Msg::DirectoryField => "Maker or product",
        Msg::DirectoryButton => "Find",
        Msg::DirectoryNone => "Nobody has opened a community for “{q}” yet. You can open it below.",
        Msg::DirectoryEmpty => "No communities yet. Open the first one below.",
        Msg::DirectoryLively => "Communities",
        Msg::DirectoryFound => "Found",
        Msg::OfficialSince => "official since {date}",
        Msg::FanMade => "run by customers",
        Msg::OpenTitle => "Open a community",
        Msg::OpenText => {
            "Anybody may. It is plainly marked as run by customers, and its maker can prove its domain and join at any time."
        }
        Msg::DomainLabel => "The maker’s domain",
        Msg::DomainHint => "Such as acme.example",
        Msg::BrandNameLabel => "The maker’s name (optional)",
        Msg::ProductLabel => "Product",
        Msg::ProductHint => "The first one that you want to talk about",
        Msg::KeyLabel => "Short key for addresses (optional)",
        Msg::KeyHint => "Latin letters and digits, such as kettle",
        Msg::OpenButton => "Open it",

        // The rules.
        Msg::RulesTitle => "Rules",
        Msg::RulesIntro => {
            "These few rules hold in every community. Posting agrees to them; each post keeps the version it was written under."
        }
        Msg::RulesVersion => "Version {n}",
        Msg::RulesAfter => {
            "A post that breaks one of them may be held until somebody has looked at it, or removed. Its place stays, with the rule named. Makers cannot remove what customers write."
        }

        // The grounds of the published rules stand with the rules themselves.
        Msg::GroundPersonalData => Ground::PersonalData.english(),
        Msg::GroundThreat => Ground::Threat.english(),
        Msg::GroundDanger => Ground::Danger.english(),
        Msg::GroundPosingAsStaff => Ground::PosingAsStaff.english(),
        Msg::GroundSpam => Ground::Spam.english(),
        Msg::GroundHostility => Ground::Hostility.english(),
        Msg::GroundOffTopic => Ground::OffTopic.english(),
        Msg::GroundUnlawful => Ground::Unlawful.english(),
    }
}

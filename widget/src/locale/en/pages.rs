//! English, on pages and in mail.

use super::super::Page;

/// The sentence in English.
#[expect(clippy::too_many_lines, reason = "one line a sentence")]
#[expect(clippy::match_same_arms, reason = "sentences for different places may read alike in one language")]
pub(in super::super) const fn text(page: Page) -> &'static str {
    match page {
        // Around pages: titles, the frame, the page that makes a tag.
        Page::Directory => "Find a maker’s community",
        Page::DirectoryAbout => "Customers help one another, product by product. Makers can prove who they are and join in.",
        Page::Rules => "Rules",
        Page::Tag => "Put it on your site",
        Page::TagAbout => {
            "One line of HTML puts a community on your product’s page. No account, nothing to run. Say what it is for:"
        }
        Page::TagDomain => "The maker’s domain",
        Page::TagKey => "A short key for the product",
        Page::TagKeyHint => "Lower-case Latin letters, digits and hyphens, such as kettle-12. It stays the same for ever.",
        Page::TagName => "The product’s name",
        Page::TagMake => "Make the tag",
        Page::TagPaste => "Paste this where the community should appear",
        Page::TagThen => {
            "That is all. The first question makes the product. If you are the maker, you can prove your domain at any time and answer officially."
        }
        Page::TagCsp => {
            "If your page has a content security policy, allow this origin in script-src, connect-src and img-src, and add 'wasm-unsafe-eval' to script-src:"
        }
        Page::TagWrong => "Look at the marked field and try again.",
        Page::Docs => "Chie on your site: how it is done",
        Page::DocsAbout => {
            "Put a community on your pages in two minutes: the tag, its attributes, policies, looks, languages, and what data goes where."
        }
        Page::Api => "The API of Chie",
        Page::ApiAbout => {
            "Every address of the API with what it takes, answers and refuses: reading, taking part, speaking for a brand."
        }
        Page::CustomersPlace => "customers’ place",
        Page::NotFound => "There is nothing here",
        Page::NotFoundAbout => "The address may be old or mistyped. Look for the maker or the product instead.",
        Page::Away => "This does not answer right now",
        Page::AwayAbout => "Nothing is lost. Please load the page again in a moment.",
        Page::Skip => "Skip to the content",
        Page::RunByCustomers => "Run by customers, not by",
        Page::KeptTitle => "Posted. Keep this address",
        Page::KeptAbout => {
            "It is your key to what you wrote: whoever opens it is its author. It is shown only now; copy it or add it to your bookmarks, and show it to nobody."
        }
        Page::AskHere => "Ask a question of your own",
        Page::Official => "official community",

        // A brand’s own page, its badge, a member.
        Page::PlaceHomeCustomers => "{}: customers’ place",
        Page::PlaceHomeDenial => "A place where customers help one another. {} does not run it.",
        Page::PlaceHomeOfficial => "{} answers here officially.",
        Page::PlaceHowProven => "How this was proven",
        Page::PlaceWhoStands => "Who stands behind this place",
        Page::PlaceFind => "Search the threads",
        Page::PlaceFindButton => "Search",
        Page::PlaceProducts => "Products",
        Page::PlaceThreads => "threads: {}",
        Page::PlaceSolved => "Solved, and shared by most",
        Page::PlaceNothingSolved => "Nothing has been solved here yet.",
        Page::PlaceNews => "News",
        Page::PlaceReach => "Ways to reach the maker",
        Page::PlaceOwnSite => "The maker’s own site: {}",
        Page::PlaceEmergency => "In an emergency",
        Page::PlaceFeed => "Follow by feed (Atom)",
        Page::PlaceYourCompany => "Is this your company? Prove the domain",
        Page::PlaceBack => "To the community",
        Page::PlaceBadgeTitle => "How {} was proven",
        Page::PlaceBadgeNone => "Nobody has proven {} here.",
        Page::PlaceBadgeNoneMore => {
            "Everything here is written by customers, and nothing is said in the maker’s name. Whoever controls the domain can show it at any time; claiming costs nothing and deletes nothing."
        }
        Page::PlaceBadgeDomain => "Domain",
        Page::PlaceBadgeWay => "Shown by",
        Page::PlaceBadgeSince => "Proven since",
        Page::PlaceBadgeChecked => "Last seen",
        Page::PlaceBadgeDoubtful => {
            "The evidence has not been seen for some days. If it stays away, everything here reads as run by customers again."
        }
        Page::PlaceByDns => "a DNS record of the whole domain",
        Page::PlaceByFile => "a file on the domain’s site",
        Page::PlaceByMeta => "a line in the head of the domain’s front page",
        Page::PlaceBadgeMeans => {
            "Whoever answers officially here has shown that they control this domain. We look at the evidence again each day."
        }
        Page::PlaceBadgeMeansNot => {
            "It does not mean that the maker vouches for what customers write, and it says nothing about other companies with a similar name."
        }
        Page::PlaceBadgeLook => "Anybody can look: the record is at {}.",
        Page::PlaceHistory => "What happened",
        Page::PlaceOpened => "The place was opened.",
        Page::PlaceProven => "The domain was proven by {}.",
        Page::PlaceLapsed => "The proof lapsed; everything read as run by customers.",
        Page::PlaceClaimedAll => "The whole community was claimed.",
        Page::PlaceClaimedFrom => "What begins from then on was claimed.",
        Page::PlaceClaimedProduct => "A product was claimed: {}.",
        Page::PlaceClaimedThreads => "Threads were claimed: {}.",
        Page::PlaceReleased => "Something that was claimed was given back.",
        Page::PlaceRenamed => "A product has another name: {} (before: {}).",
        Page::PlaceConfirmed => "A product was confirmed: {}.",
        Page::PlaceMerged => "Two products became one: {} (with it: {}).",
        Page::PlaceRetired => "No new questions are taken about a product: {}.",
        Page::PlaceReopened => "Questions are taken about a product again: {}.",
        Page::PlaceSignposted => "The brand answers in its own help, and no new questions are taken here from {} on.",
        Page::PlaceSignTaken => "Questions are taken here again.",
        Page::PlaceMemberAbout => "What {} wrote here.",
        Page::PlaceMemberSince => "Here since {}",
        Page::PlaceMemberSolved => "questions that their answers solved: {}",
        Page::PlaceMemberThanks => "people whom their replies helped: {}",
        Page::PlaceKnownIn => "known in {}",
        Page::PlaceTrustedIn => "trusted in {}",
        Page::PlaceAsked => "Asked",
        Page::PlaceAnswered => "Answered",
        Page::PlaceNothing => "Nothing yet.",
        Page::PlaceUtc => "Times are in UTC.",
        Page::PlacePeople => "Members in this thread",
        Page::PlaceAround => "Around this page",
        Page::PlaceAllOf => "All of {}",

        // Who stands behind a place, and the page for whoever runs the DNS.
        Page::WhoNamed => "It is called {} here. Chie knows the domain, and nothing about a company’s papers.",
        Page::WhoUnnamed => "It goes by its domain here. A name is shown only if it is the domain’s own, or was checked.",
        Page::WhoHeld => {
            "The name that was given looks like that of another maker. Whoever runs this installation looks at it; until then the place can be used under its domain, and is not in the directory."
        }
        Page::WhoAlsoProven => "Also theirs, each proven by its own DNS",
        Page::WhoWasNamed => "It was called {} from then on.",
        Page::WhoWasUnnamed => "It went by its domain from then on.",
        Page::WhoDoubtTitle => "This isn’t that company",
        Page::WhoDoubtLead => {
            "If somebody poses as a company here, say so. Whoever runs this installation reads it. You need no account, and nothing changes until they have looked."
        }
        Page::WhoDoubtLabel => "What makes you think so?",
        Page::WhoDoubtHint => "At most 500 characters. Leave an address if you want to be asked back.",
        Page::WhoDoubtButton => "Tell the operator",
        Page::WhoDoubtDone => "Thank you. The operator has it.",
        Page::WhoDoubtWrong => "Write a sentence or two, at most 500 characters.",
        Page::WhoDoubtMany => "Others have said so already, and the operator is going to look. Please try again in some days.",
        Page::WhoForwardTitle => "A DNS record for {}",
        Page::WhoForwardLead => {
            "A colleague asks you to add one record to the DNS of {}. It shows Chie, a support community, that they may speak for the company."
        }
        Page::WhoRecordName => "Name",
        Page::WhoRecordKind => "Type",
        Page::WhoRecordValue => "Value",
        Page::WhoRecordTtl => {
            "Any TTL will do. Leave it in place: it is looked at every day, and when it is gone the right to speak ends. It changes nothing about mail or the site."
        }
        Page::WhoCopy => "Copy",
        Page::WhoCopied => "Copied",
        Page::WhoSeenNow => "What resolvers see now",
        Page::WhoAsked => "Asked",
        Page::WhoAnswer => "Answer",
        Page::WhoMeans => "What it means",
        Page::WhoLookAgain => "Look again",
        Page::WhoAllSee => {
            "Every resolver sees the record. Nothing else is to be done here; your colleague presses “check” in the console, or waits."
        }
        Page::WhoNotAllSee => "Not every resolver sees it yet. Changes may take an hour; this page looks again each minute.",
        Page::WhoNotLooked => "It was looked at often a moment ago. Wait a few minutes and look again.",
        Page::WhoFound => "This is the record.",
        Page::WhoNotThere => "There is no such record yet.",
        Page::WhoDifferent => "There is a record of Chie’s, but another one: compare the value letter by letter.",
        Page::WhoUnrelated => "There is a record of that name, but none of Chie’s.",
        Page::WhoTooMany => "There are too many records of that name.",
        Page::WhoNoAnswer => "The resolver gave no answer. This may be over in a minute.",
        Page::WhoNothing => "nothing",
        Page::WhoGrantsNothing => "This page grants nothing: whoever opens it can only read it.",
        Page::WhoLivesUntil => "It can be read until {}.",
        Page::WhoIgnore => "If you do not know who asked, add nothing.",
        Page::WhoOverTitle => "This page is over",
        Page::WhoWaitsTitle => "It waits until somebody has looked at it",
        Page::WhoWaitsAbout => "What you wrote is kept. Others see it once whoever runs this installation has let it pass.",
        Page::WhoWaitsRule => "The rule that it is looked at for:",
        Page::WhoKeptTitleWaits => "Keep this address",
        Page::WhoFlagBadge => "Flag this badge",
        Page::WhoFlagName => "Flag this name",
        Page::WhoAnswers => "Who answers for them here",
        Page::WhoOverLead => {
            "The record is proven, or the request was older than 30 days. Ask whoever sent you here for a new one."
        }

        // Flagging by a plain form, what became of it, and the public record.
        Page::HouseTitle => "Flag this",
        Page::HouseAbout => "What is it about?",
        Page::HouseAboutPost => "The words",
        Page::HouseAboutName => "The name of whoever wrote it",
        Page::HouseLead => {
            "Say which rule it breaks. Whoever runs this installation looks at it; the maker and other readers do not learn who you are."
        }
        Page::HouseWhich => "Which rule?",
        Page::HouseWordsLabel => "A few words (optional)",
        Page::HouseWordsHint => "Only whoever decides reads them.",
        Page::HouseAboutMe => "It is about me, or I ask for somebody it is about",
        Page::HouseAboutMeHint => {
            "Then say in a few words what is wrong. You need no account, and you get a link that shows what comes of it."
        }
        Page::HouseSend => "Send",
        Page::HouseThanks => "Thank you",
        Page::HouseHiddenNow => "It is hidden from everybody but its author until somebody has looked at it.",
        Page::HouseLookedAt => "Somebody will look at it. Until then it stays.",
        Page::HouseKeyTitle => "Keep this address",
        Page::HouseKeyAbout => "It shows what comes of your request. It is shown only now.",
        Page::HouseRequestTitle => "Your request",
        Page::HouseWaits => "Nobody has decided yet.",
        Page::HouseRecord => "Public record",
        Page::HouseRecordLead => {
            "What was asked for on which rule, by whom, and what came of it. Everything is counted from entries that are only ever added. A maker’s requests stand in a column of their own."
        }
        Page::HouseGround => "Rule",
        Page::HouseReading => {
            "How often it was asked for, and in brackets: upheld / not upheld. What is in neither waits, or was settled otherwise."
        }
        Page::HouseAppealsTitle => "Appeals",
        Page::HouseDecidedTitle => "Decisions",
        Page::HouseNothing => "None so far.",
        Page::HouseClosed => "This community is closed since",
        Page::HouseAskedVisitors => "Visitors",
        Page::HouseAskedBrand => "The maker",
        Page::HouseAskedOutsiders => "People outside",
        Page::HouseAskedOperator => "The operator",
        Page::HouseAskedChie => "Held by Chie",
        Page::HouseVerdictKept => "It stays",
        Page::HouseVerdictHidden => "It is hidden",
        Page::HouseVerdictRemoved => "It was removed",
        Page::HouseVerdictAuthorHeld => "It is hidden, and its author’s posts are looked at first",
        Page::HouseVerdictMerged => "It goes on in another thread",
        Page::HouseVerdictMoved => "It was moved to another product",
        Page::HouseVerdictTakenDown => "The community was closed",
        Page::HouseAppeals => "{made} made; after {upheld} of them it stands again; {waiting} wait.",
        Page::HouseWrongMissingField => "Choose the rule that it breaks.",
        Page::HouseWrongEmpty => "Say in a few words what is wrong.",
        Page::HouseWrongTooLong => "At most 500 characters fit here.",
        Page::HouseWrongTooMany => "That was a lot at once. Wait a few minutes and send it again.",
        Page::HouseWrongOther => "This could not be sent. Look at it once more and try again.",

        // Mail about a brand’s place.
        Page::NewsRequested => "{who} asked for a text that would prove this domain",
        Page::NewsRequestedMore => {
            "Asking changes nothing and shows them nothing. If they put the text up, you will hear of it before anything follows."
        }
        Page::NewsWillJoin => "{who} has proven the domain and joins as an owner",
        Page::NewsWillJoinMore => {
            "They join on {when}. An owner whose own DNS record is in place can object until then; both then keep what they have until one record is gone. If nobody does anything, they join."
        }
        Page::NewsJoined => "{who} is an owner now",
        Page::NewsJoinedMore => "They can claim, answer officially and invite others.",
        Page::NewsObjected => "An owner objected to {who} joining",
        Page::NewsObjectedMore => {
            "Both keep what they have. It ends when one of the two DNS records is gone, or when the objection is taken back."
        }
        Page::NewsObjectionOver => "The objection to {who} was taken back",
        Page::NewsObjectionOverMore => "They join after the notice they were given.",
        Page::NewsDoubtful => "The proof of the domain has not been seen for three days",
        Page::NewsDoubtfulMore => {
            "Until it is seen again nobody can answer officially. After ten days everything reads as run by customers. Put the text back where it was; the page below shows exactly what and where."
        }
        Page::NewsLapsed => "The proof of the domain has lapsed",
        Page::NewsLapsedMore => {
            "Your threads read as run by customers, and official replies say until when they were. Nothing was deleted. Prove the domain again within 30 days and everything is as before; later, the printed recovery code or an owner's consent is needed."
        }
        Page::NewsReturned => "The proof of the domain was seen again",
        Page::NewsReturnedMore => "Everything is as before.",
        Page::NewsSucceeded => "{who} has proven the domain after your place here ended",
        Page::NewsSucceededMore => {
            "They begin anew and see nothing of what was yours: people and notes are deleted when they first claim something, or after three days. If they belong to you, an owner of then can let them join your former place until then."
        }
        Page::NewsRejoined => "{who} has joined the place that was here before",
        Page::NewsRejoinedMore => "It was opened by the recovery code or by an owner of then. People and claims are back.",
        Page::NewsInvited => "{who} was invited as {role}",
        Page::NewsInvitedMore => "Whoever reads mail at that address signs in on the console with it; there is nothing to accept.",
        Page::NewsRoleChanged => "{who} is {role}",
        Page::NewsRoleChangedMore => "From {when} on.",
        Page::NewsRemovalAskedBySecond => "An owner asked that {who} be removed",
        Page::NewsRemovalAskedBySecondMore => "It happens when a second owner says so too.",
        Page::NewsRemovalAsked => "{who} will be removed as an owner",
        Page::NewsRemovalAskedMore => {
            "On {when}, or earlier if a second owner says so too. An owner whose own DNS record is in place cannot be removed."
        }
        Page::NewsRemoved => "{who} does not act for the brand any more",
        Page::NewsRemovedMore => {
            "Their official replies stay and say when they were given. A DNS record of theirs that is still there should be taken away."
        }
        Page::NewsAnsweredPrivately => "What you asked in private was answered",
        Page::NewsAnsweredPrivatelyMore => {
            "The answer is in the console, on the thread; it is not in this mail, and gone after 90 days."
        }
        Page::NewsPosed => "Somebody wrote under a name that looks like one of yours",
        Page::NewsPosedMore => {
            "It is spelled with other letters. What they wrote is shown to nobody; the operator decides about it. You need not do anything. Whoever tries again today is held too, without another mail."
        }
        Page::NewsRecoveryMade => "{who} had a new recovery code made",
        Page::NewsSignOnKeyMade => "{who} had a key for brand sign-on made",
        Page::NewsSignOnKeyMadeMore => {
            "Whoever has it can say who your customers are. It belongs on your own server and nowhere else."
        }
        Page::NewsSignOnKeyRevoked => "{who} revoked a key for brand sign-on",
        Page::NewsSignOnKeyRevokedMore => "Nobody is signed on with it any more.",
        Page::NewsApiKeyMade => "{who} made a key for your own programs",
        Page::NewsApiKeyMadeMore => {
            "Whoever has it acts as the person who made it, within what the key may do. It belongs on your own servers."
        }
        Page::NewsApiKeyRevoked => "{who} revoked a key for your own programs",
        Page::NewsApiKeyRevokedMore => "Programs that still use it are refused.",
        Page::NewsWebhookPaused => "A webhook is paused",
        Page::NewsWebhookPausedMore => {
            "For three days nothing arrived there, so nothing more is sent. Once your server answers again, send a test under Set-up: where it arrives, the webhook goes on. What it missed can be sent again for seven days."
        }
        Page::NewsRecoveryMadeMore => "The code that was printed before counts no more.",
        Page::NewsRoleOwner => "owner",
        Page::NewsRoleRepresentative => "representative",
        Page::NewsRoleTrainee => "trainee",
        Page::NewsRoleObserver => "observer",
        Page::NewsSomebody => "Somebody",
        Page::NewsFoot => "You get this because you act for {brand}, or did. If anything here surprises you, look at once:",
        Page::NewsClaimed => "{name} is here now",
        Page::NewsClaimedMore => {
            "one={brand} is officially present since today in a thread that you follow. It does not say that they agree with what others wrote, and everything that was written stays.|other={brand} is officially present since today in {n} threads that you follow. It does not say that they agree with what others wrote, and everything that was written stays."
        }
        Page::NewsAskedPrivately => "{brand} asks you something in private",
        Page::NewsAskedPrivatelyMore => {
            "There is a private note for you on a thread that you began. Nobody else can read it, and this mail says nothing of it: open the page below and show there that this address is yours. The note is gone after 90 days."
        }
        Page::NewsStop => "Stop this mail:",

        // Mail to an author about something of theirs.
        Page::OwnHidden => "what you wrote is hidden for now",
        Page::OwnHiddenLead => "Something that you wrote is hidden from others. You still see it.",
        Page::OwnHiddenThen => {
            "You can change it, delete it, or say why it should stand. Nobody who reads it decides about that alone: the operator of this installation looks at it. Open it where you wrote it, or sign in there with this address:"
        }
        Page::OwnPostRemoved => "what you wrote was removed",
        Page::OwnPostRemovedLead => "The operator removed something that you wrote. A line with the rule stands in its place.",
        Page::OwnPostRemovedThen => {
            "If you think that this is wrong, you can appeal for six months. Another operator decides, where there is one, or the same after a day. Open it where you wrote it, or sign in there with this address:"
        }
        Page::OwnRestored => "what you wrote stands again",
        Page::OwnRestoredLead => "Something that you wrote was looked at, and everybody sees it again.",
        Page::OwnRestoredThen => "There is nothing for you to do. Thank you for your patience:",
        Page::OwnAuthorHeld => "what you write is looked at first",
        Page::OwnAuthorHeldLead => {
            "What you write here waits from now on until the operator has looked at it. What was flagged is hidden meanwhile."
        }
        Page::OwnAuthorHeldThen => "You can appeal against this. Open it where you wrote it, or sign in there with this address:",
        Page::OwnAppealOver => "your appeal was decided",
        Page::OwnAppealOverLead => "Your appeal was looked at. What was decided stays.",
        Page::OwnAppealOverThen => {
            "The reasons stand beside it. If you think that your rights were not respected, you can turn to a court or to a body that settles such disputes:"
        }
        Page::OwnRule => "The rule it is about:",
        Page::OwnOperator => "What the operator wrote:",
        Page::OwnFoot => "This is about something that you wrote in the place about {brand}.\nThe rules: {rules}",

        // Codes, and several letters in one.
        Page::CodeSubject => "Your Chie code: {code}",
        Page::CodeText => {
            "Your code is {code}.\n\nType it within {minutes} minutes where you were asked for it.\nIf you did not ask for it, ignore this mail; nothing will happen.\n"
        }
        Page::DigestSubject => "one={name}: {n} thing happened|other={name}: {n} things happened",
        Page::DigestLead => "one={n} thing happened where you follow:|other={n} things happened where you follow:",
        Page::DigestWhy => "You get this because you follow threads of the community about {brand}.",
        Page::DigestStop => "Stop mail from this community:",

        // The sheet with a printed code.
        Page::SheetLabel => "A sheet with a code to print",
        Page::SheetLead => {
            "Whoever opens the code on a phone reads what others asked about the product, and can ask. No app, no account."
        }
        Page::SheetPlaces => "Where it will hang, one place a line",
        Page::SheetHint => {
            "Leave it empty for a code without a place. A place is noted with each question that is asked from there, and whoever answers sees it. At most 24 places of 60 characters."
        }
        Page::SheetDraw => "Draw the sheets",
        Page::SheetPrint => "Print this page with your browser: each place is a sheet of its own.",
        Page::SheetScan => "Questions? Read the answers of others, or ask.",
        Page::SheetBack => "Back to the product",
        Page::SheetCodeOf => "Code that leads to {}",

        // When and where a brand answers.
        Page::Days => "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
        Page::DaysTwo => "{from} and {to}",
        Page::DaysRun => "{from} to {to}",
        Page::DaysAll => "every day",
        Page::DayTimes => "{days}, {times}",
        Page::DayNext => "; ",
        Page::TimeRun => "{from}–{to}",
        Page::TimeNext => " and ",
        Page::OpenUntil => "{name} reads here {week} ({zone}). It is open now, until {when}.",
        Page::ClosedUntil => "{name} reads here {week} ({zone}). It is closed now, until {when}.",
        Page::ClosedNow => "{name} reads here {week} ({zone}). It is closed now.",
        Page::OwnTime => "For you that is {time}.",
        Page::SignToHelp => "To {name}’s own help",
        Page::SignToSite => "To {name}’s own site",
        Page::SignSince => {
            "Since {day} {name} answers in its own help, and no new questions are taken here. What was answered stays here to read."
        }
        Page::SignFrom => {
            "From {day} on {name} answers in its own help, and no new questions are taken here then. What was answered stays here to read."
        }
        Page::SignRetired => "Since {day} no new questions are taken about {product}. What was answered stays here to read.",

        // What the loader’s modules say before anything of the Worker is here; `scripts/words.mjs` takes them from here.
        Page::Widget => "Questions and answers",
        Page::Close => "Close",
        Page::ReadInstead => "Read questions and answers",
    }
}

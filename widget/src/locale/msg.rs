//! The sentences of the interface by name. What each says stands in the locale files.

macro_rules! messages {
    ($($name:ident)*) => {
        /// A sentence of the interface.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each locale's sentence says what its name stands for")]
        pub enum Msg { $($name),* }

        impl Msg {
            /// All sentences, in the order of a message table.
            pub const ALL: &[Self] = &[$(Self::$name),*];
            /// Tells one list of sentences from another: a program that was fetched earlier must not read a newer table.
            pub const EDITION: u32 = edition(&[$(stringify!($name)),*]);
            /// From this one on only the program's second part says them.
            pub const FIRST_OF_REST: Self = Self::KeepTitle;
            /// From this one on only pages of their own say them.
            pub const FIRST_OF_PAGES: Self = Self::DirectoryTitle;
        }
    };
}

/// A fingerprint of names in their order (FNV-1a).
const fn edition(names: &[&str]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut rest = names;
    while let [name, others @ ..] = rest {
        let mut bytes = name.as_bytes();
        while let [byte, following @ ..] = bytes {
            hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
            bytes = following;
        }
        hash = hash.wrapping_mul(0x0100_0193);
        rest = others;
    }
    hash
}

messages! {
    // What the language itself is like: `ltr` or `rtl`, what stands between two sentences.
    Direction
    Between
    // What stands above everything: who runs this place.
    Chie
    PlaceFan
    PlacePending
    PlaceTest
    MakersSite
    OfficialWord
    OfficialName
    InThreadSince
    ProvenDns
    ProvenFile
    ProvenMeta
    LastChecked
    HereSince
    InDoubt
    StewardLabel
    // The list.
    CustomersPlace
    Threads
    Unconfirmed
    AskField
    SearchTitle
    Filters
    FilterAll
    FilterSolved
    FilterWaiting
    FilterKind
    GroupCommon
    ThreadList
    Replies
    BrandIsHere
    Yours
    More
    Loading
    LoadFailed
    Retry
    OnItsPage
    EmptyTitle
    EmptyText
    EmptyFilter
    ShowAll
    FootOpen
    Rules
    YourCompany
    // Kinds, and how many have it too.
    KindQuestion
    KindProblem
    KindIdea
    KindPraise
    KindUpdate
    SameQuestion
    SameProblem
    SameIdea
    SamePraise
    MeTooQuestion
    MeTooProblem
    MeTooIdea
    MeTooPraise
    // Where a thread stands.
    StatusNeedsAnswer
    StatusReported
    StatusSuggested
    StatusSeemsSolved
    StatusAnswered
    StatusSolved
    StatusLookingInto
    StatusClosed
    StatusInProgress
    StatusChanged
    StatusAsDesigned
    StatusSeenDifferently
    StatusConsidered
    StatusPlanned
    StatusShipped
    StatusNotPlanned
    StatusOngoing
    StatusOver
    OfficialStatus
    StatusReason
    // Times: the style of `Intl.RelativeTimeFormat`.
    JustNow
    AgoStyle
    // Likely threads while typing.
    LikelyTitle
    LikelyFound
    LikelyNothing
    NoneOfThese
    AskThis
    GoOn
    // Asking.
    AskHeading
    TitleLabel
    DetailsLabel
    DetailsHint
    KindLegend
    KindGuessed
    NameLabel
    NameHint
    ReadersFan
    ReadersPending
    ReadersOfficial
    LeaveOut
    PostQuestion
    PostProblem
    PostIdea
    PostPraise
    RulesLine
    RulesInLine
    DraftKept
    Sending
    Back
    // What is guessed from: words, separated by bars.
    GuessProblem
    GuessQuestion
    GuessIdea
    GuessPraise
    // After posting.
    PostedTitle
    SeeThread
    ToList
    // A thread.
    BackToList
    HeldNew
    // What went wrong, and what to do.
    Offline
    Unavailable
    WrongOther
    WrongEmpty
    WrongLong
    WrongCharacter
    // Photos.
    PhotoOffline
    PhotoAdd
    PhotoHint
    // The connection, other tabs, a session that ended.
    SignedOut
    OfflineNow
    Waits
    TakeBack
    KeptInMemory
    PostedBefore
    // Doing more with posts.
    // Following, and how soon an answer comes.
    FirstAnswer
    FirstAnswerUnknown
    WithinMinutes
    WithinHours
    WithinDays
    // Helping others.
    HelpOthers
    TagShown
    // The search, and what is new.
    SearchAll
    Unread
    DangerTag
    MoreFilters
    // The fold of what nobody has to say; right after posting.
    AskMore
    // What follows is said by the second part only, in the modules that `tests` below names. After posting.
    KeepTitle
    YouAsked
    OtherTab
    PutBack
    MoodLegend
    MoodWordsLabel
    FaceGlad
    FaceFine
    FacePuzzled
    FaceSad
    FaceCross
    FactsAdd
    KeepText
    EmailLabel
    SendCode
    CodeSent
    CodeLabel
    ConfirmCode
    OtherAddress
    KeptUnder
    // A thread.
    AskedThis
    OfficialAnswer
    AskersAnswer
    SolvedIt
    CrowdAnswer
    Answers
    Conversation
    NoReplies
    MoreReplies
    Helpful
    HelpfulCount
    Accept
    Unaccept
    ReplyLabel
    ReplyHint
    ReplyButton
    PublicAs
    PublicAsGuest
    ReplyPosted
    FormerlyOfficial
    FormerlyOf
    WorksAt
    TrustedBy
    Guest
    GuestNumber
    FormerMember
    Blue
    Green
    Yellow
    Orange
    Red
    Purple
    White
    Grey
    Held
    Removed
    DeletedByAuthor
    // What went wrong, and what to do.
    WrongEmail
    WrongName
    WrongKind
    WrongCode
    WrongSpent
    WrongMany
    WrongUntil
    WrongMail
    WrongOwn
    WrongGone
    WrongSession
    // Photos that are picked: `www/chie-photo.js` reads these, one after the other (`scripts/words.mjs`).
    PhotoFailed
    PhotoUnread
    PhotoMany
    PhotoAlt
    PhotoRemove
    PhotoAgain
    PhotoReady
    PhotoUnkept
    PhotoWait
    // Photos that are looked at.
    PhotoOpen
    PhotoVeil
    Photo
    PhotoClose
    PhotoVeiled
    PhotoOwn
    WrongPhoto
    WrongClosed
    // The connection, other tabs, a session that ended.
    EndedTitle
    EndedText
    // The grounds of the published rules.
    GroundPersonalData
    GroundThreat
    GroundDanger
    GroundPosingAsStaff
    GroundSpam
    GroundHostility
    GroundOffTopic
    GroundUnlawful
    // Doing more with posts.
    ChangePost
    DeletePost
    Flag
    FlagWhat
    DeleteAsk
    DeleteYes
    Cancel
    SaveChange
    TextLabel
    EditedOn
    EditedAccepted
    EarlierVersions
    CloseIt
    Comments
    CommentButton
    CommentLabel
    CommentHint
    CommentPost
    ShareButton
    ShareLink
    ShareCopied
    CautionBrand
    CautionFormer
    CautionOperator
    CautionTag
    DangerNow
    DangerDesk
    DangerMaker
    PrivateCard
    PrivatePhone
    PrivateAddress
    PrivateEmail
    TakeOut
    LeaveIn
    WrongPrivate
    MoodThen
    MoodNow
    FactsHint
    FactsNone
    FactStrike
    FactBack
    FactBrowser
    FactSystem
    FactScreen
    FactPage
    FactPlace
    PlaceHint
    FactsOf
    KindChange
    NotSolved
    NotSolvedSaid
    NotSolvedBack
    ReportedBy
    WishedBy
    ChangedSince
    ChangedIn
    WhoOperator
    WhoHelper
    EventKind
    EventStatus
    EventCleared
    EventAccepted
    EventCaution
    EventCautionBack
    EventClaimed
    EventReleased
    EventDanger
    EarlierReplies
    ChangeSaved
    PostGone
    CommentPosted
    // Following, and how soon an answer comes.
    Follow
    Following
    TellMe
    KeepTitleSame
    LinkTitle
    LinkText
    LinkMake
    LinkCopy
    LinkCopied
    LinkRenew
    LinkRevoke
    LinkRevoked
    // Helping others.
    HelpNone
    YoursTitle
    YoursLead
    YoursTake
    YoursErase
    YoursSureText
    YoursSure
    YoursKeep
    YoursGone
    YoursSeated
    Rename
    RenameLabel
    RenameHint
    RenameSave
    RenameMany
    Renamed
    SignOutHere
    SignOutAll
    SignedOutHere
    SignedOutAll
    SignedOnBy
    SignedOutPlain
    HelpTellMe
    SolvedCount
    LevelKnown
    LevelTrusted
    TagsAsk
    TagsOwn
    TagsSave
    TagsChange
    SameAs
    SameMark
    SameField
    SameUndo
    WrongSame
    OwnHelpTitle
    OwnHelpText
    OwnHelpYours
    // The search, and what is new.
    NothingFor
    NoFilters
    AtLeast
    AnyValue
    FilterProduct
    FilterStatus
    FilterAnswer
    FilterSteward
    FilterDate
    FilterOrder
    AnswerOfficial
    AnswerAccepted
    AnswerAny
    ByCustomers
    ByBrand
    PastDays
    OrderBest
    OrderActive
    OrderShared
    OrderWaiting
    NewReplies
    NewThreads
    // The fold of what nobody has to say; right after posting.
    Undo
    Undone
    // Private notes.
    NoteCount
    NoteBetween
    NoteAskedThis
    NoteTitle
    NoteLead
    NoteShow
    NoteFailed
    NoteElsewhere
    NoteThisThread
    NoteYou
    NoteWantsSerial
    NoteWantsAddress
    NoteWantsReceipt
    NoteWantsPhoto
    NoteWantsOther
    NotePhoto
    NoteShowPhoto
    NoteGoneOn
    NoteAnswer
    NoteAnswerHint
    NoteSend
    NoteSent
    NoteWaits
    NoteOver
    // Flags, reasons and appeals.
    FlagTitle
    FlagPhoto
    FlagLead
    HouseAboutWhat
    HouseAboutPost
    HouseAboutName
    HouseAboutPhoto
    HouseAboutBadge
    FlagWords
    FlagWordsHint
    FlagSend
    HouseChoose
    HouseHidden
    HouseNoted
    HouseOwn
    HouseWhy
    HouseWhyTitle
    HouseWhyRemovedTitle
    HouseSince
    HouseByVisitors
    HouseByBrand
    HouseByOutsiders
    HouseByOperator
    HouseByChie
    HouseNotDecided
    HouseDecided
    HouseOperatorSays
    HouseRulesOf
    HouseAppealLabel
    HouseAppealHint
    HouseAppealHintFirst
    HouseAppealSend
    HouseAppealUntil
    HouseAppealed
    HouseAppealWaits
    HouseAppealKept
    HouseAppealOver
    HouseAppealSent
    HouseRecord
    // Finding and opening a community: what pages of their own say. The widget is not sent what follows.
    DirectoryTitle
    WrongDomain
    WrongIp
    WrongLocal
    WrongSuffix
    WrongBrandName
    WrongKey
    DirectoryField
    DirectoryButton
    DirectoryNone
    DirectoryEmpty
    DirectoryLively
    DirectoryFound
    OfficialSince
    FanMade
    OpenTitle
    OpenText
    DomainLabel
    DomainHint
    BrandNameLabel
    ProductLabel
    ProductHint
    KeyLabel
    KeyHint
    OpenButton
    // The rules.
    RulesTitle
    RulesIntro
    RulesVersion
    RulesAfter
    // Mail: subjects, what they say, why it comes and how it ends.
    LetterAnswered
    LetterSolved
    LetterChanged
    LetterDuplicate
    LetterThanks
    LetterWaiting
    LetterOwnHelp
    LetterCalled
    LetterDanger
    LetterAnsweredLead
    LetterSolvedLead
    LetterChangedLead
    LetterDuplicateLead
    LetterThanksLead
    LetterWaitingLead
    LetterOwnHelpLead
    LetterCalledLead
    LetterDangerLead
    LetterOpen
    LetterMaker
    LetterYourText
    LetterFan
    LetterOfficial
    LetterOnce
    LetterWhyThread
    LetterWhyThanks
    LetterWhyHelping
    LetterWhyCalls
    LetterStop
    // Stopping mail, and opening a private link.
    StopTitle
    StopThread
    StopThanks
    StopHelping
    StopCalls
    StopButton
    StopEverything
    StopDone
    StopOver
    KeepOpenTitle
    KeepOpenText
    KeepOpenOther
    KeepOpenButton
    KeepOpenOver
    KeepOpenScript
}

#[cfg(all(test, feature = "tables"))]
mod tests {
    use super::Msg;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// What is the second part's alone: everything in it is reached through `views::rest::Table` and from nowhere else. What
    /// only pages of their own draw has all the words.
    const SECOND: &[&str] = &[
        "letter.rs",
        "parts/author.rs",
        "parts/face.rs",
        "parts/fact.rs",
        "parts/markup.rs",
        "parts/photos.rs",
        "views/account.rs",
        "views/ask/more/facts.rs",
        "views/ask/more/mood.rs",
        "views/ask/place.rs",
        "views/ask/private.rs",
        "views/directory.rs",
        "views/failure/",
        "views/follow.rs",
        "views/helping.rs",
        "views/leave.rs",
        "views/list/fresh.rs",
        "views/mail.rs",
        "views/other_tab.rs",
        "views/photos/",
        "views/plain.rs",
        "views/posted/",
        "views/rules.rs",
        "views/search.rs",
        "views/search/",
        "views/thread/",
        "views/undo.rs",
        "views/warn.rs",
    ];

    fn sources(folder: &Path, all: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_apart = ["console", "locale", "bin"].iter().any(|name| path.ends_with(name));
            if path.is_dir() && !is_apart {
                sources(&path, all);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("console.rs") {
                all.push(path);
            }
        }
    }

    #[test]
    fn the_first_part_says_nothing_that_comes_with_the_second() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut all = Vec::new();
        sources(&root, &mut all);
        let late = || {
            Msg::ALL.iter().filter(|msg| (Msg::FIRST_OF_REST as usize..Msg::FIRST_OF_PAGES as usize).contains(&(**msg as usize)))
        };
        for path in all {
            let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if SECOND.iter().any(|second| name.starts_with(second)) || name == "locale.rs" {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            let words: Vec<&str> = text.split(|c: char| !(c.is_alphanumeric() || c == ':')).collect();
            for msg in late() {
                assert!(
                    !words.contains(&format!("Msg::{msg:?}").as_str()),
                    "{name} says {msg:?}, which the first part has no words for"
                );
            }
        }
    }
}

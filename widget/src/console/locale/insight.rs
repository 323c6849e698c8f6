//! What the rooms of words and figures say, and what a thread says of others like it. A variant carries what its sentence is
//! made of, as in [`super::Msg`].

/// One thing to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Insight<'a> {
    // The ways there.
    NavWords,
    NavFigures,

    // Words that people search with.
    WordsTitle,
    WordsLead,
    SynonymsLabel,
    SynonymsHint,
    ShippedLabel,
    ShippedShow(usize),
    AliasesLabel,
    AliasesHint(&'a str),
    WordsSave,
    WordsDone,
    SynonymLine(usize),
    AliasLine(usize),
    UnknownProduct(usize),
    TooManyLines,
    TryTitle,
    TryLabel,
    TryButton,
    Tried(u32),
    TriedNone,

    // Figures.
    FiguresTitle,
    FiguresLead,
    LeftTitle,
    LeftLately,
    LeftEver,
    LeftOpen,
    LeftMethod,
    AnsweredTitle,
    ThreadsAll,
    ThreadsAnswered,
    ThreadsAccepted,
    ThreadsOfficial,
    AnsweredMethod,

    // The community as a file.
    CarryTitle,
    CarryLead,
    CarryButton,
    // Where an official reply stands, and of which kind a thread is.
    Where,
    AsAnswer,
    Under(&'a str),
    KindTitle,
    KindLabel,
    KindSet,
    KindDone,

    // The same as another thread.
    SameTitle,
    SameLead,
    SameNone,
    SameThis,
    SameAs(&'a str),
    SameSaid { who: &'a str, day: &'a str },
    NotSame,
    SameDone,
    SameUndone,
}

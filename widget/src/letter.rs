//! Mail in words: a subject, plain text, and the same as simple HTML built from the post's tree by the views. Only the server
//! writes mail; how it is sent, and what may end it, is the Worker's.

use crate::draw::{El, bdi, el, text as words_of};
use crate::locale::{Msg, Words};
use crate::parts::status::{Around, kind_name, status_text};
use crate::parts::{author, markup};
use chie_domain::api::view::{AuthorName, ThreadRow};
use chie_domain::brand::BrandDomain;
use chie_domain::letter::{Stop, Subject, subject_line};
use chie_domain::markup::{Block, Inline, Markup};
use chie_domain::thread::Status;
use std::rc::Rc;
use yew::{Html, LocalServerRenderer, Properties, function_component};

/// So many characters of a post stand in a letter; the rest is a click away.
const EXCERPT: usize = 1_500;

/// What a letter is written from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What about.
    pub subject: Subject,
    /// The brand.
    pub brand: BrandDomain,
    /// Its name, where it may be shown as fact.
    pub brand_name: Option<String>,
    /// Whether the thread is official.
    pub official: bool,
    /// What the product is called.
    pub product_name: String,
    /// The thread's line.
    pub line: ThreadRow,
    /// Who asked.
    pub asker: AuthorName,
    /// Who wrote the reply, where it is about one.
    pub writer: Option<AuthorName>,
    /// The reply it is about, else the opening post.
    pub post: Markup,
    /// The title of the thread in which it goes on.
    pub other: Option<String>,
    /// For how many days it has waited.
    pub days: u64,
    /// Where to read it.
    pub open: String,
    /// Where to stop it.
    pub stop: String,
}

impl Letter {
    /// The sentences of its subject: the subject line, what it says, why it comes.
    const fn sentences(&self) -> (Msg, Msg, Msg) {
        let (head, lead) = match self.subject {
            Subject::Answered => (Msg::LetterAnswered, Msg::LetterAnsweredLead),
            Subject::Solved => (Msg::LetterSolved, Msg::LetterSolvedLead),
            Subject::Changed => (Msg::LetterChanged, Msg::LetterChangedLead),
            Subject::Duplicate => (Msg::LetterDuplicate, Msg::LetterDuplicateLead),
            Subject::Thanks => (Msg::LetterThanks, Msg::LetterThanksLead),
            Subject::Waiting => (Msg::LetterWaiting, Msg::LetterWaitingLead),
            Subject::OwnHelp => (Msg::LetterOwnHelp, Msg::LetterOwnHelpLead),
            Subject::Called => (Msg::LetterCalled, Msg::LetterCalledLead),
            Subject::Danger => (Msg::LetterDanger, Msg::LetterDangerLead),
        };
        let why = match self.subject.stops() {
            Stop::Thread | Stop::Everything => Msg::LetterWhyThread,
            Stop::Thanks => Msg::LetterWhyThanks,
            Stop::Helping => Msg::LetterWhyHelping,
            Stop::Calls => Msg::LetterWhyCalls,
        };
        (head, lead, why)
    }

    fn brand_name(&self) -> String {
        self.brand_name.clone().unwrap_or_else(|| self.brand.to_string())
    }

    fn fill(&self, words: &Words, msg: Msg) -> String {
        let who = self.writer.as_ref().filter(|_| self.subject == Subject::Answered).unwrap_or(&self.asker);
        let name = author::called(words, who);
        let status = status_text(words, &self.line, Around::FanMade).unwrap_or_else(|| words.text(kind_name(self.line.kind)));
        let gaps = [
            ("name", name.as_str()),
            ("title", &self.line.title),
            ("product", &self.product_name),
            ("status", &status),
            ("brand", &self.brand_name()),
            ("days", &self.days.to_string()),
        ];
        words.fill(msg, &gaps).to_string()
    }

    /// The subject line: one line, whatever is in it.
    pub fn subject(&self, words: &Words) -> String {
        subject_line(&self.fill(words, self.sentences().0))
    }

    /// What is shown of the post: all of it, or its beginning; nothing where the letter says it all.
    fn shown(&self) -> Option<Markup> {
        match self.subject {
            Subject::Solved | Subject::Changed | Subject::Duplicate => None,
            // Whoever takes their text elsewhere needs all of it.
            Subject::OwnHelp => Some(self.post.clone()),
            Subject::Answered | Subject::Thanks | Subject::Waiting | Subject::Called | Subject::Danger => {
                let long = self.post.words().chars().count() > EXCERPT;
                let cut = || Markup(vec![Block::Paragraph(vec![Inline::Text(self.post.excerpt(EXCERPT))])]);
                Some(if long { cut() } else { self.post.clone() }).filter(|post| !post.0.is_empty())
            }
        }
    }

    /// What the brand wrote with a status.
    fn reason(&self) -> Option<String> {
        let Status::Official(status) = &self.line.status else { return None };
        status.reason().filter(|_| self.subject == Subject::Changed).map(ToString::to_string)
    }

    fn maker(&self) -> Option<String> {
        (self.subject == Subject::OwnHelp).then(|| format!("https://{}/", self.brand))
    }

    fn place(&self, words: &Words) -> String {
        self.fill(words, if self.official { Msg::LetterOfficial } else { Msg::LetterFan })
    }

    /// The letter as plain text.
    pub fn text(&self, words: &Words) -> String {
        let (_, lead, why) = self.sentences();
        let mut parts = vec![self.fill(words, lead)];
        parts.extend(self.other.clone());
        parts.extend(self.reason());
        parts.extend(self.maker().map(|maker| format!("{}\n{maker}", words.text(Msg::LetterMaker))));
        if self.subject == Subject::OwnHelp {
            parts.push(format!("{}\n\n{}", words.text(Msg::LetterYourText), self.line.title));
        }
        parts.extend(self.shown().map(|post| if self.subject == Subject::OwnHelp { post.plain() } else { quoted(&post.plain()) }));
        parts.push(format!("{}\n{}", words.text(Msg::LetterOpen), self.open));
        let mut end = vec![self.place(words), self.fill(words, why)];
        if self.subject == Subject::Answered {
            end.push(words.text(Msg::LetterOnce).to_string());
        }
        parts.push(format!("-- \n{}\n{}\n{}", end.join(&words.text(Msg::Between)), words.text(Msg::LetterStop), self.stop));
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n") + "\n"
    }

    /// The letter's body as HTML.
    pub async fn html(self, words: Words) -> String {
        let props = DrawnProps { letter: Rc::new(self), words: Rc::new(words) };
        LocalServerRenderer::<Drawn>::with_props(props).hydratable(false).render().await
    }
}

fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

#[derive(Debug, Clone, Properties, PartialEq)]
struct DrawnProps {
    letter: Rc<Letter>,
    words: Rc<Words>,
}

#[function_component]
fn Drawn(props: &DrawnProps) -> Html {
    let (letter, words) = (&props.letter, &props.words);
    let (_, lead, why) = letter.sentences();
    let link = |href: String, msg: Msg| -> Html { el("a", "").attr("href", href).put(words_of(words.text(msg))).into() };
    let line = |words: String| -> Html { el("p", "").set("dir", "auto").says(words).into() };
    let post = letter.shown().map(|post| {
        let quote = if letter.subject == Subject::OwnHelp { el("div", "text") } else { el("blockquote", "") };
        Html::from(quote.put(markup::whole(words, &post)))
    });
    let own = (letter.subject == Subject::OwnHelp).then(|| {
        let title = el("p", "").put(el("b", "").put(bdi(&letter.line.title)));
        Html::from(el("div", "").put(el("h2", "").put(words_of(words.text(Msg::LetterYourText)))).put(title))
    });
    let once = (letter.subject == Subject::Answered).then(|| line(words.text(Msg::LetterOnce).to_string()));
    let foot: El = el("footer", "")
        .put(line(letter.place(words)))
        .put(line(letter.fill(words, why)))
        .put_if(once)
        .put(el("p", "").put(link(letter.stop.clone(), Msg::LetterStop)));
    el("main", "")
        .attr("lang", words.lang().clone())
        .put(line(letter.fill(words, lead)))
        .put_if(letter.other.clone().map(line))
        .put_if(letter.reason().map(line))
        .put_if(letter.maker().map(|maker| el("p", "").put(link(maker, Msg::LetterMaker)).into()))
        .put_if(own)
        .put_if(post)
        .put(el("p", "open").put(link(letter.open.clone(), Msg::LetterOpen)))
        .put(foot)
        .into()
}

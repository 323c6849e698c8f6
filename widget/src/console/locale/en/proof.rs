//! What the page of proofs says in English: the ways, the message to forward, and what each look means.

use chie_domain::api::request_proof::Finding;
use chie_domain::proof::{Method, Placement};

pub(super) const fn by(method: Method) -> &'static str {
    match method {
        Method::Dns => "proven by DNS",
        Method::File => "proven by a file",
        Method::Meta => "proven by a meta tag",
    }
}

pub(super) fn forward(brand: &str, method: Method, placement: &Placement, until: &str) -> String {
    let Placement { at, text } = placement;
    let what = match method {
        Method::Dns => format!(
            "please add this TXT record to the DNS of {brand}:\n\nName:  {at}\nType:  TXT\nValue: {text}\n\nIf the panel adds the domain by itself, the name is only _chie-challenge."
        ),
        Method::File => format!("please put this file on our site:\n\nAddress: {at}\nContent (exactly this, nothing else): {text}"),
        Method::Meta => format!("please put this line inside <head> of {at}:\n\n{text}"),
    };
    format!(
        "Hello,\n\n{what}\n\nIt shows Chie, where our customers help one another, that we speak for {brand}. It gives nobody access to anything else. Please leave it in place. It has to be there by {until}.\n\nThank you"
    )
}

pub(super) const fn finding_word(finding: Finding) -> &'static str {
    match finding {
        Finding::Found => "Found",
        Finding::Nothing => "Not there yet",
        Finding::Different => "Different",
        Finding::Unrelated => "Something else",
        Finding::TooMany => "Too many records",
        Finding::TooLarge => "Too large",
        Finding::LeadsAway => "Leads away",
        Finding::BadStatus => "Not served",
        Finding::TimedOut => "No answer in time",
        Finding::Unreachable => "Not reached",
    }
}

pub(super) const fn finding_meaning(finding: Finding, method: Method) -> &'static str {
    match (finding, method) {
        (Finding::Found, Method::Dns) => "This resolver sees exactly the right text. Both have to.",
        (Finding::Found, Method::File | Method::Meta) => "Exactly the right text.",
        (Finding::Nothing, Method::Dns) => {
            "New records take minutes, sometimes a day. If it stays so, look whether the panel doubled the domain in the name."
        }
        (Finding::Nothing, Method::File) => "The file is empty. Put the text above into it.",
        (Finding::Nothing, Method::Meta) => "The page has no such line yet. A cache in front of the site can need a few minutes.",
        (Finding::Different, Method::Dns) => "An older text, or somebody else’s. Put the value above in its place, or beside it.",
        (Finding::Different, Method::File | Method::Meta) => "An older text, or somebody else’s. Put the text above in its place.",
        (Finding::Unrelated, Method::Dns) => "There is a record, but it is not ours. Add the one above beside it.",
        (Finding::Unrelated, Method::File) => {
            "Something else answers at this address, often the site’s own page. Put the file exactly there."
        }
        (Finding::Unrelated, Method::Meta) => "The line is there but does not hold our text. Copy it once more.",
        (Finding::TooMany, Method::Dns) => "There are more records under this name than we read. Remove those that are not needed.",
        (Finding::TooMany, Method::File | Method::Meta) => "There is more than one such line. Leave only the one above.",
        (Finding::TooLarge, Method::Dns | Method::File) => "There is more than our text. Leave only what stands above.",
        (Finding::TooLarge, Method::Meta) => "The page is very large. Put the line further up, right after <head>.",
        (Finding::LeadsAway, Method::Dns) => "The name points to another domain. Put the record into your own DNS.",
        (Finding::LeadsAway, Method::File | Method::Meta) => {
            "The address leads outside the brand’s domain, or round in a circle. Serve it on the host itself, over https."
        }
        (Finding::BadStatus, Method::Dns) => "Your DNS answered with an error. Ask whoever runs it.",
        (Finding::BadStatus, Method::File) => "The site does not serve this file. Look at its folder and name; both count.",
        (Finding::BadStatus, Method::Meta) => "The front page answers with an error, or only to people who signed in.",
        (Finding::TimedOut, Method::Dns) => "This resolver was too slow. We ask again by ourselves.",
        (Finding::TimedOut, Method::File | Method::Meta) => "The site was too slow for us. We try again by ourselves.",
        (Finding::Unreachable, Method::Dns) => "This resolver could not ask your DNS. We ask again by ourselves.",
        (Finding::Unreachable, Method::File | Method::Meta) => {
            "Nothing answers there over https. Look at the host’s name and its certificate."
        }
    }
}

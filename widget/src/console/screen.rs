//! The screens and their addresses behind `#`: reading an address gives the same screen as going there did.

use super::browser;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use chie_domain::matter::Matter;
use yew::prelude::*;

/// A screen of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Screen {
    /// Choosing a brand.
    Start,
    /// A room of a brand.
    Brand(BrandDomain, Room),
    /// The operator's desk, and what is looked at there.
    House(Option<(BrandDomain, Matter)>),
    /// The name of a brand at that desk.
    Name(BrandDomain),
    /// An address that leads nowhere.
    Nowhere,
}

/// A room of a brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Room {
    /// Whatever comes next for this person.
    Next,
    /// What claiming changes and does not change.
    Changes,
    /// Showing that the domain is theirs.
    Proof,
    /// Claiming and releasing.
    Claim,
    /// The threads that wait.
    Threads,
    /// One thread.
    Thread(ThreadId),
    /// Who acts for the brand.
    People,
    /// What customers call things.
    Words,
    /// Figures about the community.
    Figures,
    /// The overview, hours and saved replies.
    Overview,
    /// The brand's products.
    Products,
    /// Why the brand is here, and leaving with a date.
    SetUp,
}

impl Screen {
    /// Reads what stands behind `#`.
    pub(crate) fn parse(hash: &str) -> Self {
        let parts: Vec<&str> = hash.trim_start_matches('#').split('/').filter(|part| !part.is_empty()).collect();
        let [brand, room @ ..] = parts.as_slice() else { return Self::Start };
        if *brand == "house" {
            return match room {
                [] => Self::House(None),
                [brand, "name"] => BrandDomain::parse(brand).map_or(Self::Nowhere, Self::Name),
                [brand, about] => match (BrandDomain::parse(brand), Matter::parse(about)) {
                    (Ok(brand), Ok(about)) => Self::House(Some((brand, about))),
                    _ => Self::Nowhere,
                },
                _ => Self::Nowhere,
            };
        }
        let Ok(brand) = BrandDomain::parse(brand) else { return Self::Nowhere };
        let room = match room {
            [] => Room::Next,
            ["changes"] => Room::Changes,
            ["proof"] => Room::Proof,
            ["claim"] => Room::Claim,
            ["threads"] => Room::Threads,
            ["people"] => Room::People,
            ["words"] => Room::Words,
            ["figures"] => Room::Figures,
            ["overview"] => Room::Overview,
            ["products"] => Room::Products,
            ["set-up"] => Room::SetUp,
            ["threads", id] => match ThreadId::parse(id) {
                Ok(id) => Room::Thread(id),
                Err(_) => return Self::Nowhere,
            },
            _ => return Self::Nowhere,
        };
        Self::Brand(brand, room)
    }

    /// The address of this screen.
    pub(crate) fn href(&self) -> String {
        match self {
            Self::Start | Self::Nowhere => "#/".to_owned(),
            Self::House(None) => "#/house".to_owned(),
            Self::House(Some((brand, about))) => format!("#/house/{brand}/{about}"),
            Self::Name(brand) => format!("#/house/{brand}/name"),
            Self::Brand(brand, room) => match room {
                Room::Next => format!("#/{brand}"),
                Room::Changes => format!("#/{brand}/changes"),
                Room::Proof => format!("#/{brand}/proof"),
                Room::Claim => format!("#/{brand}/claim"),
                Room::Threads => format!("#/{brand}/threads"),
                Room::People => format!("#/{brand}/people"),
                Room::Words => format!("#/{brand}/words"),
                Room::Figures => format!("#/{brand}/figures"),
                Room::Overview => format!("#/{brand}/overview"),
                Room::Products => format!("#/{brand}/products"),
                Room::SetUp => format!("#/{brand}/set-up"),
                Room::Thread(id) => format!("#/{brand}/threads/{id}"),
            },
        }
    }

    /// Goes there.
    pub(crate) fn go(&self) {
        browser::go_to(&self.href());
    }
}

/// The screen that the address names, now and whenever it changes.
#[hook]
pub(crate) fn use_screen() -> Screen {
    let screen = use_state(|| Screen::parse(&browser::hash()));
    let setter = screen.setter();
    use_effect_with((), move |()| {
        let listening = browser::on_hash_change(move || setter.set(Screen::parse(&browser::hash())));
        move || drop(listening)
    });
    (*screen).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gives_the_screen_that_it_was_made_from() {
        for hash in [
            "#/",
            "#/house/acme.example/name",
            "#/acme.example",
            "#/acme.example/changes",
            "#/acme.example/proof",
            "#/acme.example/claim",
            "#/acme.example/words",
            "#/acme.example/figures",
            "#/house",
            "#/house/acme.example/badge",
            "#/house/acme.example/t_00000000000000000000000001",
            "#/acme.example/products",
            "#/acme.example/set-up",
        ] {
            assert_eq!(Screen::parse(hash).href(), hash);
        }
        let thread = "#/acme.example/threads/t_00000000000000000000000001";
        assert_eq!(Screen::parse(thread).href(), thread);
        for wrong in [
            "#/house/acme.example",
            "#/house/acme.example/x",
            "#/localhost",
            "#/acme.example/else",
            "#/acme.example/threads/x",
            "#/../x",
        ] {
            assert_eq!(Screen::parse(wrong), Screen::Nowhere, "{wrong}");
        }
    }
}

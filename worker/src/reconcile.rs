//! Compares the directory with the objects, a slice at a time, and mends what differs. Runs by the clock's trigger, so that nothing
//! ever walks over all brands at once.

use chie_community::ask::{Ask, Moment, Outcome};
use chie_domain::brand::BrandDomain;
use chie_domain::site::Room;
use worker::Env;

use crate::clock;
use crate::directory::{self, Differed};
use crate::protocol::{Answered, ToCommunity, Wish, ask_community};

const SLICE: u32 = 50;

/// Looks at the rows that were compared longest ago; returns how many differed.
pub(crate) async fn slice(env: &Env) -> usize {
    let stalest = directory::stalest(env, SLICE).await.unwrap_or_else(|error| {
        worker::console_error!("the directory could not be read: {error}");
        Vec::new()
    });
    let mut differed = 0;
    for domain in stalest {
        match one(env, &domain).await {
            Ok(Differed::Yes) => differed += 1,
            Ok(Differed::No) => {}
            Err(why) => {
                worker::console_error!("{domain} could not be reconciled: {why}");
                // Its turn comes again after all others, so that it keeps nobody waiting.
                if let Err(error) = directory::checked(env, &domain, clock::now()).await {
                    worker::console_error!("the directory could not be written: {error}");
                }
            }
        }
    }
    differed
}

/// Compares one brand's row with its object.
pub(crate) async fn one(env: &Env, domain: &str) -> Result<Differed, String> {
    let now = clock::now();
    let brand = BrandDomain::parse(domain).map_err(|error| error.to_string())?;
    let moment = clock::moment(now).map_err(|error| error.to_string())?;
    let what = Wish::Ask(Box::new(Ask::DirectoryEntry));
    let asked = ToCommunity::of(&brand, Room::Public, moment, what);
    match ask_community(env, &asked).await.map_err(|error| error.code)? {
        Answered::Done(Outcome::DirectoryEntry(truth), _) => {
            let house = house(env, &brand, moment).await?;
            let entry = directory::mend(env, domain, truth.as_deref(), now).await.map_err(|error| error.to_string())?;
            if let Some(truth) = &truth
                && directory::names::is_shared(env, truth).await.map_err(|error| error.to_string())?
            {
                let moment = clock::moment(now).map_err(|error| error.to_string())?;
                let met = ToCommunity::of(&brand, Room::Public, moment, Wish::Ask(Box::new(Ask::NameMet)));
                ask_community(env, &met).await.map_err(|error| error.code)?;
            }
            Ok(if house == Differed::Yes { house } else { entry })
        }
        _ => Err("another outcome".to_owned()),
    }
}

/// Compares what waits for the operator in one brand's community with what the directory knows of it.
async fn house(env: &Env, brand: &BrandDomain, moment: Moment) -> Result<Differed, String> {
    let asked = ToCommunity::of(brand, Room::Public, moment, Wish::Ask(Box::new(Ask::HouseEntry)));
    match ask_community(env, &asked).await.map_err(|error| error.code)? {
        Answered::Done(Outcome::HouseEntry(truth), _) => {
            directory::house::mend(env, &truth).await.map_err(|error| error.to_string())
        }
        _ => Err("another outcome".to_owned()),
    }
}

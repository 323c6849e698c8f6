//! What an installation is told from outside, read once per request into types, with a sentence for whoever deploys when
//! something is missing. What exists for development and tests is refused in production.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::text::EmailAddress;
use chie_widget::locale::Audience;
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;
use worker::Env;

/// What is wrong with the settings, for whoever deploys.
#[derive(Debug, Error)]
pub(crate) enum SettingsError {
    #[error("The variable {0} is missing. Set it in wrangler.toml or with `wrangler secret put {0}`.")]
    Missing(&'static str),
    #[error("The variable {name} is not usable: {why}.")]
    Unusable { name: &'static str, why: &'static str },
    #[error("The variable {0} is for development and tests. Remove it where ENVIRONMENT is production.")]
    NotInProduction(&'static str),
}

/// Whether tests may set the clock and break things on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TestHooks {
    Off,
    On,
}

/// Which way mail goes out.
#[derive(Debug, Clone)]
pub(crate) enum MailWay {
    /// To the mailbox of the local outside world.
    Local { url: String },
    /// To a provider that takes JSON over HTTP.
    Http { url: String, key: String, from: String },
    /// Through the platform's binding.
    Binding { from: String },
}

/// Everything an installation is told.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// Where the public pages, the API and the embed live: an origin.
    pub chie: String,
    /// Where the console lives: another host.
    pub console: String,
    /// Brands whose site lives on this machine: domain → origin. Never in production.
    pub dev_sites: BTreeMap<BrandDomain, String>,
    /// Hosts of this machine whose pages are no trying out: the local world's own. Never in production.
    pub real_hosts: Vec<String>,
    /// Two or more DNS-over-HTTPS resolvers that must agree.
    pub resolvers: Vec<String>,
    pub mail: MailWay,
    /// With which the provider signs what it tells of mail that came back; nothing is listened to without it.
    pub mail_hook_key: Option<Vec<u8>>,
    /// Addresses of those who run the installation.
    pub operators: Vec<EmailAddress>,
    pub token_key: Vec<u8>,
    pub account_key: Vec<u8>,
    /// What members' addresses are sealed with.
    pub address_key: Vec<u8>,
    pub test_hooks: TestHooks,
    /// Whether languages that nobody speaks may be asked for: never in production.
    pub audience: Audience,
    /// Writes that one network address may make within ten minutes.
    pub writes_per_caller: u32,
}

fn variable(env: &Env, name: &'static str) -> Option<String> {
    let text = env.var(name).map(|it| it.to_string()).or_else(|_| env.secret(name).map(|it| it.to_string())).ok()?;
    let text = text.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

fn needed(env: &Env, name: &'static str) -> Result<String, SettingsError> {
    variable(env, name).ok_or(SettingsError::Missing(name))
}

fn origin(env: &Env, name: &'static str) -> Result<String, SettingsError> {
    let text = needed(env, name)?;
    let text = text.trim_end_matches('/').to_owned();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match rest {
        Some(host) if !host.is_empty() && !host.contains('/') => Ok(text),
        _ => Err(SettingsError::Unusable { name, why: "it must be an origin such as https://chie.example" }),
    }
}

fn key(env: &Env, name: &'static str) -> Result<Vec<u8>, SettingsError> {
    let bytes = URL_SAFE_NO_PAD
        .decode(needed(env, name)?.trim_end_matches('='))
        .map_err(|_| SettingsError::Unusable { name, why: "it must be base64url" })?;
    if bytes.len() < 32 { Err(SettingsError::Unusable { name, why: "it must hold at least 32 random bytes" }) } else { Ok(bytes) }
}

fn mail(env: &Env, production: bool) -> Result<MailWay, SettingsError> {
    match needed(env, "MAIL")?.as_str() {
        "local" if production => {
            Err(SettingsError::Unusable { name: "MAIL", why: "`local` is for development; use `http` or `binding`" })
        }
        "local" => Ok(MailWay::Local { url: format!("{}/mail", origin(env, "WORLD_URL")?) }),
        "http" => {
            Ok(MailWay::Http { url: needed(env, "MAIL_URL")?, key: needed(env, "MAIL_KEY")?, from: needed(env, "MAIL_FROM")? })
        }
        "binding" => Ok(MailWay::Binding { from: needed(env, "MAIL_FROM")? }),
        _ => Err(SettingsError::Unusable { name: "MAIL", why: "it must be `binding`, `http` or `local`" }),
    }
}

/// A webhook's secret as providers show it: base64, after `whsec_`.
fn hook_key(text: &str) -> Result<Vec<u8>, SettingsError> {
    let wrong = SettingsError::Unusable {
        name: "MAIL_HOOK_KEY",
        why: "it must be the base64 that your mail provider shows, at least 16 bytes",
    };
    let bytes = STANDARD.decode(text.strip_prefix("whsec_").unwrap_or(text)).ok().filter(|bytes| bytes.len() >= 16);
    bytes.ok_or(wrong)
}

fn dev_sites(text: &str) -> Result<BTreeMap<BrandDomain, String>, SettingsError> {
    let wrong = SettingsError::Unusable { name: "DEV_SITES", why: "write acme.example=http://127.0.0.1:8788, with commas between" };
    let pairs = text.split(',').map(|pair| {
        let (domain, site) = pair.trim().split_once('=')?;
        Some((BrandDomain::parse(domain).ok()?, site.trim_end_matches('/').to_owned()))
    });
    pairs.collect::<Option<_>>().ok_or(wrong)
}

fn operators(text: &str) -> Result<Vec<EmailAddress>, SettingsError> {
    let wrong = SettingsError::Unusable { name: "OPERATORS", why: "write e-mail addresses with commas between" };
    let addresses = text.split(',').filter(|it| !it.trim().is_empty()).map(|it| EmailAddress::parse(it).ok());
    addresses.collect::<Option<_>>().ok_or(wrong)
}

impl Settings {
    /// Reads them all, or says what is wrong.
    pub(crate) fn read(env: &Env) -> Result<Self, SettingsError> {
        let production = variable(env, "ENVIRONMENT").is_none_or(|it| it == "production");
        for name in ["DEV_SITES", "REAL_HOSTS", "TEST_HOOKS"] {
            if production && variable(env, name).is_some() {
                return Err(SettingsError::NotInProduction(name));
            }
        }
        let list = |name| variable(env, name).unwrap_or_default();
        let resolvers: Vec<String> =
            needed(env, "RESOLVERS")?.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
        if resolvers.iter().collect::<BTreeSet<_>>().len() < 2 {
            return Err(SettingsError::Unusable {
                name: "RESOLVERS",
                why: "name at least two different resolvers, which must agree",
            });
        }
        let (chie, console) = (origin(env, "CHIE_ORIGIN")?, origin(env, "CONSOLE_ORIGIN")?);
        // The console finds the public pages by its own host, and shares neither origin nor cookies with them.
        if console != chie.replacen("://", "://console.", 1) {
            let why = "it must be CHIE_ORIGIN with `console.` before its host";
            return Err(SettingsError::Unusable { name: "CONSOLE_ORIGIN", why });
        }
        Ok(Self {
            chie,
            console,
            dev_sites: variable(env, "DEV_SITES").map_or(Ok(BTreeMap::new()), |text| dev_sites(&text))?,
            real_hosts: list("REAL_HOSTS").split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect(),
            resolvers,
            mail: mail(env, production)?,
            mail_hook_key: variable(env, "MAIL_HOOK_KEY").map(|text| hook_key(&text)).transpose()?,
            operators: operators(&list("OPERATORS"))?,
            token_key: key(env, "TOKEN_KEY")?,
            account_key: key(env, "ACCOUNT_KEY")?,
            audience: if production { Audience::Public } else { Audience::Makers },
            address_key: key(env, "ADDRESS_KEY")?,
            test_hooks: if variable(env, "TEST_HOOKS").is_some_and(|it| it == "on" || it == "1") {
                TestHooks::On
            } else {
                TestHooks::Off
            },
            writes_per_caller: variable(env, "WRITES_PER_CALLER").and_then(|it| it.parse().ok()).unwrap_or(if production {
                120
            } else {
                100_000
            }),
        })
    }

    /// Where a host of a brand is reached: on this machine in development, at its own address otherwise.
    pub(crate) fn site(&self, brand: &BrandDomain, host: &Host) -> String {
        self.dev_sites.get(brand).cloned().unwrap_or_else(|| format!("https://{host}"))
    }

    /// Whether pages of an origin are the brand's own.
    pub(crate) fn is_own(&self, brand: &BrandDomain, origin: &str) -> bool {
        if self.dev_sites.get(brand).is_some_and(|site| site == origin) {
            return true;
        }
        let host = origin.split_once("://").map_or("", |(_, host)| host.split(':').next().unwrap_or_default());
        Host::parse(host).is_ok_and(|host| host.is_inside(brand))
    }
}

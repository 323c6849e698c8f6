//! Domains, names, sites, hours, tags, facts, pages with a proof, words of danger and private facts: read or refused, and what was read is
//! written down as something that is read again as the same.
#![no_main]

use chie_domain::api::route::{Method, Route};
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::device::DeviceFacts;
use chie_domain::hours::{Holidays, Week};
use chie_domain::matter::Matter;
use chie_domain::name;
use chie_domain::site::{self, Sites};
use chie_domain::tag::Tag;
use chie_domain::text::{BrandName, DisplayName, ProductKey};
use chie_domain::{danger, personal, proof};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(brand) = BrandDomain::parse(text) {
        assert_eq!(BrandDomain::parse(brand.as_str()).as_ref(), Ok(&brand));
        assert!(brand.as_str().is_ascii() && brand.as_str().contains('.'));
        let _looks = (name::label_look(&brand), brand.own_label());
    }
    if let Ok(host) = Host::parse(text) {
        assert_eq!(Host::parse(host.as_str()).as_ref(), Ok(&host));
    }
    if let Ok(key) = ProductKey::parse(text) {
        assert_eq!(ProductKey::parse(key.as_str()).as_ref(), Ok(&key));
    }
    let brand = BrandDomain::parse("acme.example").expect("a domain");
    if let Ok(name) = DisplayName::parse(text) {
        let _checked = name::check_display(&name, &brand, None);
    }
    if let Ok(name) = BrandName::parse(text) {
        let _checked = (name::check_brand(&name, &brand), name::is_part_of_label(&name, &brand));
    }
    let _read = (name::brand_look(text), Sites::parse(text), Week::parse(text), Holidays::parse(text), Tag::parse(text), Matter::parse(text));
    let _more = (DeviceFacts::parse(text), proof::page::tokens_in(text), danger::all(text), danger::may_hold(text), site::host_of(text));
    if let Some(found) = personal::find(text) {
        let _shown = (found.words(text), found.taken_out(text));
    }
    for method in [Method::Get, Method::Post, Method::Put, Method::Delete] {
        if let Ok(route) = Route::parse(method, text) {
            assert_eq!(Route::parse(route.method(), &route.path()), Ok(route));
        }
    }
});

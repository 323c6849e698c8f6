//! One wish for each command: first what somebody in the scene may have done, else whatever the turn points at.

use chie_domain::api::request_proof::{self, Finding, Look};
use chie_domain::api::settle_arrivals::{self, Settle};
use chie_domain::api::{
    change_set_up, claim_threads, count_reading, decide, doubt_name, edit_post, export_me, judge_name, lift_danger,
    mark_official_answer, open_community, post_appeal, post_comment, post_flag, post_note, post_official_reply, post_thread,
    remove_post, request_removal, set_accepted, set_caution, set_duplicate, set_emergency, set_follow, set_guard, set_helping,
    set_hours, set_introduction, set_kind, set_me_too, set_mood, set_my_name, set_name, set_not_solved, set_photo_open,
    set_product, set_saved_reply, set_search_words, set_sites, set_star, set_status, set_tags,
};
use chie_domain::api_key::KeyScope;
use chie_domain::brand::BrandDomain;
use chie_domain::claim::{Reach, ThreadIds};
use chie_domain::ground::Ground;
use chie_domain::hours::{Clock, Holidays, Week, ZoneName};
use chie_domain::id::{
    ActId, ApiKeyId, ClaimId, DeliveryId, MemberId, PhotoId, PostId, ProofId, ReplyId, SignOnKeyId, ThreadId, WebhookId,
};
use chie_domain::letter::Stop;
use chie_domain::markup::SafeUrl;
use chie_domain::matter::{Matter, Verdict};
use chie_domain::mood::Face;
use chie_domain::photo::Album;
use chie_domain::policy::Role;
use chie_domain::private::Wanted;
use chie_domain::proof::Method;
use chie_domain::set_up::Aliases;
use chie_domain::site::{Room, Sites};
use chie_domain::tag::Tags;
use chie_domain::text::{BrandName, PersonLine, ProductName, Reason, Title, WordLines};
use chie_domain::thread::{Kind, OfficialWord};
use chie_domain::time::Span;
use chie_domain::webhook::HookAnswer;

use super::super::actors::{account, contact, product, question, words};
use super::super::photos::{album, picture};
use super::scene::{Scene, api_key, body, hook_request, name};
use crate::ask::{
    AccountId, AliasAsk, Ask, IntroduceAsk, KeyAsk, Met, Others, PeopleAsk, PrivateAsk, Sealed, Seen, SignOnAsk, SignedOn, Told,
    WebhookAsk, WorkAsk,
};

/// What the turn points at: the first of all turns at what somebody may do something to.
struct Turn<'a> {
    scene: &'a Scene,
    turn: usize,
}

impl Turn<'_> {
    /// One of all that is in a table now.
    fn of<T>(&self, first: &T, sql: &str, read: impl Fn(&str) -> Option<T>) -> T
    where
        T: Clone,
    {
        let all = if self.turn == 0 { Vec::new() } else { self.scene.stage.rows(sql) };
        let read = |(id, _): &(String, String)| read(id).expect("an id");
        all.get(self.turn % all.len().max(1)).map_or_else(|| first.clone(), read)
    }

    fn one<T: Clone>(&self, all: &[T]) -> T {
        all[self.turn % all.len()].clone()
    }

    /// Ten bytes of a name that the edge makes: another one each time.
    fn fresh(&self) -> [u8; 10] {
        let mut bytes = [3; 10];
        bytes[..8].copy_from_slice(&self.scene.stage.turn.get().to_be_bytes());
        bytes
    }

    fn on(&self) -> bool {
        self.turn.is_multiple_of(2)
    }

    fn thread(&self, first: &ThreadId) -> ThreadId {
        self.of(first, "SELECT id, id FROM thread ORDER BY n", |id| ThreadId::parse(id).ok())
    }

    fn reply(&self, first: &ReplyId) -> ReplyId {
        self.of(first, "SELECT id, id FROM reply ORDER BY n", |id| ReplyId::parse(id).ok())
    }

    fn member(&self, first: &MemberId) -> MemberId {
        self.of(first, "SELECT id, id FROM member ORDER BY id", |id| MemberId::parse(id).ok())
    }

    fn proof(&self, first: &ProofId) -> ProofId {
        self.of(first, "SELECT id, id FROM proof ORDER BY id", |id| ProofId::parse(id).ok())
    }

    fn photo(&self, first: &PhotoId) -> PhotoId {
        let all = "SELECT id, id FROM photo UNION SELECT id, id FROM face UNION SELECT id, id FROM private_photo";
        self.of(first, all, |id| PhotoId::parse(id).ok())
    }

    fn claim(&self) -> ClaimId {
        self.of(&self.scene.claim, "SELECT id, id FROM claim ORDER BY id", |id| ClaimId::parse(id).ok())
    }

    fn webhook(&self) -> WebhookId {
        self.of(&self.scene.webhook, "SELECT id, id FROM webhook ORDER BY id", |id| WebhookId::parse(id).ok())
    }

    fn delivery(&self) -> DeliveryId {
        self.of(&self.scene.delivery, "SELECT id, id FROM delivery ORDER BY id", |id| DeliveryId::parse(id).ok())
    }

    fn post(&self, first: &ReplyId) -> PostId {
        if self.on() { PostId::Reply(self.reply(first)) } else { PostId::Opening(self.thread(&self.scene.fan)) }
    }
}

fn reason() -> Reason {
    Reason::parse("It says where somebody lives.").expect("a reason")
}

fn domain(text: &str) -> BrandDomain {
    BrandDomain::parse(text).expect("a domain")
}

/// One wish for each command, as this turn has it.
pub(super) fn wishes(scene: &Scene, turn: usize) -> Vec<Ask> {
    let at = Turn { scene, turn };
    [on_the_page(&at), on_threads(&at), of_the_company(&at), of_the_house(&at), of_itself(&at)].concat()
}

fn on_the_page(at: &Turn<'_>) -> Vec<Ask> {
    let (scene, on) = (at.scene, at.on());
    let open = open_community::Request {
        domain: scene.stage.brand.clone(),
        name: BrandName::parse("Acme").ok(),
        product_name: ProductName::parse(at.one(&["Kettle", "Toaster"])).expect("a name"),
        product: None,
    };
    let album = if at.turn == 0 { Album::default() } else { album(&[&at.photo(&scene.coming)]) };
    let remark = post_comment::Request { body: body("Thank you."), name: None, personal_data_ok: false };
    let change = edit_post::Request {
        title: (!on).then(|| Title::parse("Which lid is it now?").expect("a title")),
        body: Some(body("Turn the gasket round, twice.")),
        personal_data_ok: false,
    };
    let what = at.one(&[Stop::Thread, Stop::Thanks, Stop::Helping, Stop::Calls, Stop::Everything]);
    let who = at.one(&["noa", "ken", "hana", "aoi"]);
    let post = at.post(&scene.reply);
    let signed = SignedOn {
        key: at.of(&scene.key, "SELECT id, id FROM sign_on_key", |id| SignOnKeyId::parse(id).ok()),
        jti: at.one(&["one", "two"]).to_owned(),
        until: scene.stage.now.get().after(Span::minutes(5)),
        account: AccountId(at.one(&["b1_uma", "b1_vic"]).to_owned()),
        name: None,
        room: Room::Public,
    };
    vec![
        Ask::Open(open, at.one(&[Met::Nobody, Met::Another])),
        Ask::PostThread(post_thread::Request { photos: album.clone(), ..question("How is it cleaned?") }),
        Ask::PostReply(at.thread(&scene.fan), chie_domain::api::post_reply::Request { photos: album, ..words("With vinegar.") }),
        Ask::PostComment(at.reply(&scene.reply), remark),
        Ask::EditPost(post.clone(), change),
        Ask::DeletePost(post),
        Ask::SetMeToo(at.thread(&scene.official), set_me_too::Request { on }),
        Ask::SetStar(at.reply(&scene.reply), set_star::Request { on }),
        Ask::SetAccepted(at.reply(&scene.reply), set_accepted::Request { on }),
        Ask::SetMood(at.thread(&scene.solved), set_mood::Request { face: Face::Glad }),
        Ask::SetNotSolved(at.thread(&scene.solved), set_not_solved::Request { on }),
        Ask::SetTags(
            at.thread(&scene.official),
            set_tags::Request { tags: Tags::parse(at.one(&["limescale", ""])).expect("tags") },
        ),
        Ask::SetFollow(at.thread(&scene.official), set_follow::Request { on }),
        Ask::SetHelping(set_helping::Request { product: at.one(&[product("kettle"), product("toaster")]), on }),
        Ask::MakeKeepLink(at.thread(&scene.fan), at.one(&["first", "second"]).to_owned()),
        Ask::RevokeKeepLink(at.thread(&scene.fan)),
        Ask::ComeBack(at.one(&["kept", "never"]).to_owned()),
        Ask::Join { account: account(who), address: format!("{who}…@mail.example"), contact: contact(who) },
        Ask::SetMyName(set_my_name::Request { name: name(at.one(&["Momo", "Aoi"])) }),
        Ask::EndMySessions,
        Ask::EraseMe,
        Ask::ExportMe(export_me::Request::default()),
        Ask::CountReading(count_reading::Request { asked_after: None }),
        Ask::PostPhoto(picture()),
        Ask::Stop(at.member(&scene.asker), at.thread(&scene.official), what),
        Ask::SignOn(SignOnAsk::Take(signed)),
    ]
}

fn on_threads(at: &Turn<'_>) -> Vec<Ask> {
    let (scene, on) = (at.scene, at.on());
    let sealed = Sealed { tenancy: scene.tenancy.clone(), text: "sealed:4711".to_owned() };
    let word = at.one(&[Some(OfficialWord::Solved), None, Some(OfficialWord::AsDesigned), Some(OfficialWord::Answered)]);
    let status = set_status::Request { word, reason: (word == Some(OfficialWord::AsDesigned)).then(reason), version: None };
    let answer = post_official_reply::Request {
        body: body("It is fixed in the next one."),
        name: name("Mei"),
        under: (!on).then(|| at.reply(&scene.reply)),
    };
    let other = at.thread(&scene.solved);
    let pieces = (at.turn > 2).then(|| at.photo(&scene.private_coming)).into_iter().collect();
    vec![
        Ask::SetKind(at.thread(&scene.official), set_kind::Request { kind: at.one(&[Kind::Idea, Kind::Problem]) }),
        Ask::SetDuplicate(at.thread(&scene.danger), set_duplicate::Request { of: on.then_some(other) }),
        Ask::LiftDanger(at.thread(&scene.danger), lift_danger::Request { reason: reason() }),
        Ask::SetCaution(at.reply(&scene.reply), set_caution::Request { reason: on.then(reason) }),
        Ask::PostOfficialReply(at.thread(&scene.official), answer),
        Ask::MarkOfficialAnswer(
            at.thread(&scene.official),
            mark_official_answer::Request { reply: on.then(|| at.reply(&scene.sealed)) },
        ),
        Ask::SetStatus(at.thread(&scene.official), status),
        Ask::SetPhotoOpen(at.photo(&scene.photo), set_photo_open::Request { open: on }),
        Ask::Private(PrivateAsk::Ask(at.thread(&scene.official), Wanted::Receipt, sealed.clone())),
        Ask::Private(PrivateAsk::Answer(at.thread(&scene.official), sealed, pieces)),
        Ask::Private(PrivateAsk::PostPhoto(at.thread(&scene.official), picture())),
        Ask::Work(WorkAsk::Take(at.thread(&scene.official), on)),
        Ask::Work(WorkAsk::Note(at.thread(&scene.official), post_note::Request { body: body("Seen it.") })),
    ]
}

fn looks(at: &Turn<'_>) -> Vec<Look> {
    let finding = at.one(&[Finding::Found, Finding::Nothing, Finding::TimedOut]);
    let look = Look { asked: "a resolver".to_owned(), answer: "…".to_owned(), finding, at: at.scene.stage.now.get() };
    vec![look.clone(), look]
}

fn of_the_company(at: &Turn<'_>) -> Vec<Ask> {
    let (scene, on) = (at.scene, at.on());
    let claimed = claim_threads::Request {
        thread: Some(at.thread(&scene.fan)),
        threads: None,
        product: None,
        reach: at.one(&[Reach::All, Reach::FromNowOn]),
        hello: None,
        name: None,
    };
    let method = at.one(&[Method::File, Method::Dns, Method::Meta]);
    let invited = PeopleAsk::Invite {
        account: account("lee"),
        address: "lee…@acme.example".to_owned(),
        contact: contact("lee"),
        role: at.one(&[Role::Observer, Role::Owner]),
    };
    let role = at.one(&[Role::Trainee, Role::Representative, Role::Owner, Role::Observer]);
    let saved = set_saved_reply::Request { title: name("Thanks"), body: on.then(|| body("Thank you so much.")) };
    let zone = ZoneName::parse("Asia/Tokyo").expect("a zone");
    let hours = set_hours::Request {
        zone: Some(zone.clone()),
        ahead: 540,
        week: Week::parse("mon-fri 9-17").expect("a week"),
        holidays: Holidays::default(),
        goal: 60,
    };
    let settle = settle_arrivals::Request {
        threads: ThreadIds::of(&[at.thread(&scene.official)]).expect("threads"),
        what: Settle::Thank,
        body: None,
        name: None,
    };
    let act = at.of(&scene.act, "SELECT id, id FROM claiming", |id| ActId::parse(id).ok());
    let words = set_search_words::Request {
        synonyms: WordLines::parse("spout, nozzle").ok(),
        aliases: WordLines::parse(at.one(&["kettle: K-12", "nothing: K-12"])).ok(),
        shipped: false,
    };
    let arranged = set_product::Request {
        name: ProductName::parse("Kettle Two").expect("a name"),
        aliases: Aliases::parse(at.one(&["KT-1200", ""])).expect("names"),
        retired: !on,
    };
    let hook = WebhookId::mint(scene.stage.now.get(), at.fresh());
    let key = SignOnKeyId::mint(scene.stage.now.get(), at.fresh());
    let of_program = ApiKeyId::mint(scene.stage.now.get(), at.fresh());
    let introduction = set_introduction::Request {
        line: PersonLine::parse("I build kettles.").ok(),
        face: (at.turn > 2).then(|| at.photo(&scene.face_coming)),
    };
    let alias = at.one(&[domain("acme-shop.example"), domain("acme-parts.example")]);
    vec![
        Ask::Contact { address: "x…@mail.example".to_owned(), contact: contact("x") },
        Ask::RequestProof(request_proof::Request { method, host: None, fresh: !on }),
        Ask::Evidence(at.proof(&scene.request)),
        Ask::RecordLooks(at.proof(&scene.request), looks(at)),
        Ask::Claim(claimed),
        Ask::Release(at.claim()),
        Ask::FlagForBrand(post_flag::Request { about: Matter::Post(at.post(&scene.reply)), ground: Ground::Spam, words: None }),
        Ask::SetEmergency(set_emergency::Request { link: SafeUrl::parse("https://acme.example/emergency").ok() }),
        Ask::SetSearchWords(words),
        Ask::SetSites(set_sites::Request { sites: Sites::parse(at.one(&["shop.acme.example", ""])).expect("a list") }),
        Ask::Work(WorkAsk::SaveReply(saved)),
        Ask::Work(WorkAsk::SetHours(hours, Some(Clock::fixed(540)))),
        Ask::Work(WorkAsk::Settle(settle)),
        Ask::Work(WorkAsk::Undo(act)),
        Ask::People(invited),
        Ask::People(PeopleAsk::SetRole(at.member(&scene.member_of("ron")), role)),
        Ask::People(PeopleAsk::Remove(at.member(&scene.member_of("ron")))),
        Ask::People(PeopleAsk::Object(at.member(&scene.member_of("eve")), on)),
        Ask::People(PeopleAsk::MakeRecoveryCode),
        Ask::People(PeopleAsk::Champion(at.member(&scene.helper), on)),
        Ask::People(PeopleAsk::JoinFormer((!on).then(|| "a code".to_owned()))),
        Ask::SetName(set_name::Request { name: BrandName::parse("Acme").ok() }, at.one(&[Met::Nobody, Met::Another])),
        Ask::Alias(AliasAsk::Set(alias.clone(), on)),
        Ask::Alias(AliasAsk::Evidence(alias.clone())),
        Ask::Alias(AliasAsk::Looked(alias, looks(at))),
        Ask::SetProduct(product("kettle"), arranged),
        Ask::MergeProduct(product("pot"), product("kettle")),
        Ask::ChangeSetUp(change_set_up::Request {
            answers: Some(on),
            help: SafeUrl::parse("https://help.acme.example/").ok(),
            ..Default::default()
        }),
        Ask::SetSignpost(on.then(|| scene.stage.now.get().after(Span::days(30)))),
        Ask::SignOn(SignOnAsk::Make(key, "sealed".to_owned())),
        Ask::SignOn(SignOnAsk::Revoke(at.of(&scene.key, "SELECT id, id FROM sign_on_key", |id| SignOnKeyId::parse(id).ok()))),
        Ask::Key(KeyAsk::Make(api_key(&of_program))),
        Ask::Key(KeyAsk::Revoke(at.of(&scene.api_key, "SELECT id, id FROM api_key", |id| ApiKeyId::parse(id).ok()))),
        Ask::Key(KeyAsk::Use(scene.api_key.to_string(), Some(KeyScope::Read))),
        Ask::Webhook(WebhookAsk::Make(hook, hook_request(), "sealed".to_owned())),
        Ask::Webhook(WebhookAsk::Rotate(at.webhook(), "another".to_owned())),
        Ask::Webhook(WebhookAsk::Remove(at.webhook())),
        Ask::Webhook(WebhookAsk::Test(at.webhook())),
        Ask::Webhook(WebhookAsk::Again(at.webhook(), at.delivery())),
        Ask::Introduce(IntroduceAsk::Face(picture())),
        Ask::Introduce(IntroduceAsk::Set(introduction)),
    ]
}

fn of_the_house(at: &Turn<'_>) -> Vec<Ask> {
    let (scene, on) = (at.scene, at.on());
    let about = at.one(&[
        Matter::Post(PostId::Reply(at.reply(&scene.hidden))),
        Matter::Post(PostId::Opening(at.thread(&scene.fan))),
        Matter::Photo(at.photo(&scene.photo)),
        Matter::Name(at.member(&scene.helper)),
        Matter::Badge,
    ]);
    let verdict = at.one(&[Verdict::Kept, Verdict::Hidden, Verdict::Removed, Verdict::AuthorHeld]);
    let decided = decide::Request {
        about: about.clone(),
        verdict,
        ground: (verdict != Verdict::Kept).then_some(Ground::Hostility),
        words: None,
        of: None,
        product: None,
    };
    let others = at.one(&[Others::None, Others::Some]);
    let removed = remove_post::Request {
        thread: at.thread(&scene.official),
        reply: on.then(|| at.reply(&scene.reply)),
        ground: Ground::Threat,
    };
    let flagged =
        post_flag::Request { about: Matter::Post(PostId::Reply(at.reply(&scene.sealed))), ground: Ground::OffTopic, words: None };
    let outside = request_removal::Request { post: at.post(&scene.reply), ground: Ground::PersonalData, words: reason() };
    let network = at.one(&["here", "there"]).to_owned();
    let judged = at.one(&[judge_name::Judgement::Release, judge_name::Judgement::Refuse, judge_name::Judgement::Settle]);
    vec![
        Ask::Flag(flagged, Some(network.clone())),
        Ask::RequestRemoval(outside, format!("receipt-{}", scene.stage.turn.get()), network),
        Ask::Appeal(post_appeal::Request { about: about.clone(), words: reason() }),
        Ask::Decide(decided, others),
        Ask::Remove(removed, others),
        Ask::SetGuard(set_guard::Request { slow: at.one(&[5, 0]), hold_newcomers: at.turn % 3 == 2, hours: Some(2) }),
        Ask::JudgeName(judge_name::Request { what: judged }),
        Ask::DoubtName(doubt_name::Request { words: reason() }),
        Ask::Export(None),
        Ask::ImportPart(0, "{}\n".to_owned()),
        Ask::ImportPicture(PhotoId::mint(scene.stage.now.get(), [3; 10]), picture()),
        Ask::Import(1),
    ]
}

fn of_itself(at: &Turn<'_>) -> Vec<Ask> {
    let scene = at.scene;
    let seen = at.one(&[Seen::Yes, Seen::No]);
    let told = at.one(&[Told::Yes, Told::No]);
    let seq = 1 + u64::try_from(at.turn % 5).expect("small");
    let zone = ZoneName::parse("Asia/Tokyo").expect("a zone");
    vec![
        Ask::Due,
        Ask::OutboxDone(seq),
        Ask::OutboxFailed,
        Ask::LetterSent(seq),
        Ask::LetterFailed(seq),
        Ask::TidingSent(seq),
        Ask::TidingFailed(seq),
        Ask::Rechecked(at.proof(&scene.proof), seen),
        Ask::AlarmTold(at.thread(&scene.danger), told),
        Ask::PhotoArrived(at.photo(&scene.coming)),
        Ask::PhotosDeleted(vec![at.photo(&scene.photo)]),
        Ask::PhotosKept,
        Ask::NameMet,
        Ask::ZoneSeen(zone, Some(Clock::fixed(540))),
        Ask::Alias(AliasAsk::Rechecked(domain("acme-shop.example"), seen)),
        Ask::Private(PrivateAsk::PhotoArrived(at.photo(&scene.private_coming))),
        Ask::Introduce(IntroduceAsk::FaceArrived(at.photo(&scene.face_coming))),
        Ask::Webhook(WebhookAsk::Tried(seq, at.one(&[HookAnswer::Status(503), HookAnswer::Status(204), HookAnswer::TimedOut]))),
    ]
}

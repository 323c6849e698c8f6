//! A community in which each command has somebody who may do it and something to do it to.

use chie_domain::api::{
    change_set_up, claim_threads, decide, make_webhook, open_community, post_comment, post_note, post_official_reply, post_thread,
    set_accepted, set_kind, set_saved_reply, set_status,
};
use chie_domain::api_key::KeyScopes;
use chie_domain::claim::{Reach, ThreadIds};
use chie_domain::ground::Ground;
use chie_domain::id::{
    ActId, ApiKeyId, ClaimId, DeliveryId, MemberId, PhotoId, PostId, ProofId, ReplyId, SignOnKeyId, TenancyId, ThreadId, WebhookId,
};
use chie_domain::markup::SafeUrl;
use chie_domain::matter::{Matter, Verdict};
use chie_domain::mood::Face;
use chie_domain::policy::Role;
use chie_domain::private::Wanted;
use chie_domain::proof::Method;
use chie_domain::text::{Body, BrandName, DisplayName, ProductName, Reason};
use chie_domain::thread::{Kind, OfficialWord};
use chie_domain::time::Span;
use chie_domain::webhook::{HookAddress, HookEvent, HookEvents};

use super::super::actors::{Stage, account, console, contact, member, operator, product, question, stage};
use super::super::photos::{album, picture};
use crate::ask::{
    AliasAsk, Ask, Caller, IntroduceAsk, KeyAsk, Met, NewKey, Others, Outcome, PeopleAsk, PrivateAsk, Sealed, SignOnAsk,
    WebhookAsk, WorkAsk,
};

/// A webhook of everything there is.
pub(super) fn hook_request() -> make_webhook::Request {
    make_webhook::Request {
        address: HookAddress::parse("https://www.acme.example/hook").expect("an address"),
        events: HookEvents::of(&HookEvent::ALL).expect("events"),
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    /// Nobody in particular, on a brand's page.
    Visitor,
    /// A guest, who asked in a thread that nobody claimed.
    Guest,
    /// Who asked in the brand's threads, with an address.
    Asker,
    /// Who answered there, with an address.
    Helper,
    /// Signed in on the console, with a request for proof that is open.
    Stranger,
    /// Has proven the domain as the second one, and joins after the notice.
    Joining,
    /// Looks on.
    Observer,
    /// Learns.
    Trainee,
    /// Answers for the brand.
    Representative,
    /// Proved the domain.
    Owner,
    /// Runs the installation.
    Operator,
}

impl Who {
    pub(super) const ALL: [Self; 11] = [
        Self::Visitor,
        Self::Guest,
        Self::Asker,
        Self::Helper,
        Self::Stranger,
        Self::Joining,
        Self::Observer,
        Self::Trainee,
        Self::Representative,
        Self::Owner,
        Self::Operator,
    ];
}

/// The community, and what in it is what.
pub(super) struct Scene {
    pub(super) stage: Stage,
    pub(super) guest: MemberId,
    pub(super) asker: MemberId,
    pub(super) helper: MemberId,
    /// An official thread with a reply of the helper's, a remark on it, and one of the brand's.
    pub(super) official: ThreadId,
    pub(super) reply: ReplyId,
    pub(super) sealed: ReplyId,
    /// The helper's reply that the operator hid.
    pub(super) hidden: ReplyId,
    /// An official thread that is marked for danger.
    pub(super) danger: ThreadId,
    /// An official thread with a mood, which the brand has solved.
    pub(super) solved: ThreadId,
    /// The guest's thread, with a photo.
    pub(super) fan: ThreadId,
    pub(super) photo: PhotoId,
    /// A photo of the guest's that is on its way.
    pub(super) coming: PhotoId,
    /// The representative's face that is on its way.
    pub(super) face_coming: PhotoId,
    /// A private photo of the asker's that is on its way.
    pub(super) private_coming: PhotoId,
    /// The owner's proof, and the stranger's request.
    pub(super) proof: ProofId,
    pub(super) request: ProofId,
    pub(super) claim: ClaimId,
    pub(super) act: ActId,
    pub(super) tenancy: TenancyId,
    pub(super) key: SignOnKeyId,
    pub(super) api_key: ApiKeyId,
    /// A webhook of everything, and a test of it.
    pub(super) webhook: WebhookId,
    pub(super) delivery: DeliveryId,
}

/// A key of the brand's own programs, known by its identifier.
pub(super) fn api_key(id: &ApiKeyId) -> NewKey {
    NewKey {
        id: id.clone(),
        hash: id.to_string(),
        shown: "chie_bk_abcdef".to_owned(),
        name: name("Ticket desk"),
        scopes: KeyScopes::parse("read").expect("scopes"),
        days: 90,
    }
}

impl Scene {
    /// As whom somebody asks.
    pub(super) fn caller(&self, who: Who) -> Caller {
        match who {
            Who::Visitor => Caller::Visitor,
            Who::Guest => member(&self.guest),
            Who::Asker => member(&self.asker),
            Who::Helper => member(&self.helper),
            Who::Stranger => console("mallory"),
            Who::Joining => console("eve"),
            Who::Observer => console("ron"),
            Who::Trainee => console("tess"),
            Who::Representative => console("mei"),
            Who::Owner => console("aoi"),
            Who::Operator => operator(),
        }
    }

    /// The member that somebody on the console is.
    pub(super) fn member_of(&self, name: &str) -> MemberId {
        let rows = self.stage.rows(&format!("SELECT id, id FROM member WHERE account = '{}'", account(name).0));
        MemberId::parse(&rows[0].0).expect("an id")
    }
}

pub(super) fn body(text: &str) -> Body {
    Body::parse(text).expect("a body")
}

pub(super) fn name(text: &str) -> DisplayName {
    DisplayName::parse(text).expect("a name")
}

fn photo_of(outcome: Outcome) -> (PhotoId, Option<MemberId>) {
    match outcome {
        Outcome::PostedPhoto(id, guest) => (id, guest),
        other => panic!("{other:?}"),
    }
}

/// Builds it.
#[expect(clippy::too_many_lines, reason = "one step after the other, and each for one command")]
pub(super) fn scene() -> Scene {
    let stage = stage();
    let open = open_community::Request {
        domain: stage.brand.clone(),
        name: BrandName::parse("Acme").ok(),
        product_name: ProductName::parse("Kettle").expect("a name"),
        product: None,
    };
    stage.ask(&Caller::Visitor, Ask::Open(open, Met::Nobody)).expect("opened");
    let (official, asker) = stage.asked("The lid sticks");
    let asker = stage.join(&member(&asker), "ken");
    let (reply, helper) = stage.reply(&Caller::Visitor, &official, "Turn the gasket round.");
    let helper = stage.join(&member(&helper.expect("a guest")), "hana");
    let (hidden, _) = stage.reply(&member(&helper), &official, "Come to my workshop by the mill.");
    let remark = post_comment::Request { body: body("That helped."), name: None, personal_data_ok: false };
    stage.ask(&member(&asker), Ask::PostComment(reply.id.clone(), remark)).expect("remarked");
    let posted = |request: post_thread::Request| stage.post(&member(&asker), request).0.row.id;
    let danger = posted(question("The handle gets hot and I got a burn"));
    let solved = posted(post_thread::Request { mood: Some(Face::Cross), ..question("It whistles at night") });
    let (photo, guest) = stage.photo(&Caller::Visitor);
    let guest = guest.expect("a guest");
    let with_photo = post_thread::Request { photos: album(&[&photo]), product: product("pot"), ..question("Which lid is it?") };
    let fan = stage.post(&member(&guest), with_photo).0.row.id;
    let (coming, _) = photo_of(stage.ask(&member(&guest), Ask::PostPhoto(picture())).expect("sent"));
    stage.ask(&member(&guest), Ask::MakeKeepLink(fan.clone(), "kept".to_owned())).expect("kept");

    let owner = console("aoi");
    let proof = stage.prove("aoi").proof.id;
    for who in ["aoi", "eve", "mallory"] {
        stage.ask(&console(who), Ask::Contact { address: format!("{who}…@acme.example"), contact: contact(who) }).expect("reached");
    }
    for (who, role) in [("mei", Role::Representative), ("ron", Role::Observer), ("tess", Role::Trainee)] {
        let invited =
            PeopleAsk::Invite { account: account(who), address: format!("{who}…@acme.example"), contact: contact(who), role };
        stage.ask(&owner, Ask::People(invited)).expect("invited");
    }
    let claimed = claim_threads::Request {
        thread: None,
        threads: Some(ThreadIds::of(&[official.clone(), danger.clone(), solved.clone()]).expect("threads")),
        product: None,
        reach: Reach::All,
        hello: None,
        name: None,
    };
    let (claim, act) = match stage.ask(&owner, Ask::Claim(claimed)).expect("claimed") {
        Outcome::Claimed(claim, _, Some(act)) => (claim.id, act),
        other => panic!("{other:?}"),
    };
    let answer = post_official_reply::Request { body: body("We changed the gasket."), name: name("Aoi"), under: None };
    let sealed = match stage.ask(&owner, Ask::PostOfficialReply(official.clone(), answer)).expect("answered") {
        Outcome::Thread(view) => view.replies.last().expect("a reply").id.clone(),
        other => panic!("{other:?}"),
    };
    let word = set_status::Request { word: Some(OfficialWord::Answered), reason: None, version: None };
    stage.ask(&owner, Ask::SetStatus(solved.clone(), word)).expect("said");
    let note = post_note::Request { body: body("Looked at the third batch.") };
    stage.ask(&owner, Ask::Work(WorkAsk::Note(official.clone(), note))).expect("noted");
    let saved = set_saved_reply::Request { title: name("Thanks"), body: Some(body("Thank you.")) };
    stage.ask(&owner, Ask::Work(WorkAsk::SaveReply(saved))).expect("kept");
    let set_up = change_set_up::Request { help: SafeUrl::parse("https://help.acme.example/").ok(), ..Default::default() };
    stage.ask(&owner, Ask::ChangeSetUp(set_up)).expect("set up");
    let other = chie_domain::brand::BrandDomain::parse("acme-shop.example").expect("a domain");
    stage.ask(&owner, Ask::Alias(AliasAsk::Set(other, true))).expect("named");
    let key = SignOnKeyId::mint(stage.now.get(), [7; 10]);
    stage.ask(&owner, Ask::SignOn(SignOnAsk::Make(key.clone(), "sealed".to_owned()))).expect("made");
    let of_program = ApiKeyId::mint(stage.now.get(), [8; 10]);
    stage.ask(&owner, Ask::Key(KeyAsk::Make(api_key(&of_program)))).expect("made");
    let webhook = WebhookId::mint(stage.now.get(), [8; 10]);
    let made = WebhookAsk::Make(webhook.clone(), hook_request(), "sealed".to_owned());
    stage.ask(&owner, Ask::Webhook(made)).expect("made");
    let Ok(Outcome::HookOut(test)) = stage.ask(&owner, Ask::Webhook(WebhookAsk::Test(webhook.clone()))) else { panic!("no test") };
    let delivery = test.id;
    let (face_coming, _) = photo_of(stage.ask(&console("mei"), Ask::Introduce(IntroduceAsk::Face(picture()))).expect("sent"));
    let tenancy = TenancyId::parse(&stage.rows("SELECT id, id FROM tenancy")[0].0).expect("an id");
    let wanted = Sealed { tenancy: tenancy.clone(), text: "sealed:serial?".to_owned() };
    stage.ask(&owner, Ask::Private(PrivateAsk::Ask(official.clone(), Wanted::Serial, wanted))).expect("asked");
    let sent = stage.ask(&member(&asker), Ask::Private(PrivateAsk::PostPhoto(official.clone(), picture()))).expect("sent");
    let (private_coming, _) = photo_of(sent);
    let hide = decide::Request {
        about: Matter::Post(PostId::Reply(hidden.id.clone())),
        verdict: Verdict::Hidden,
        ground: Some(Ground::PersonalData),
        words: Reason::parse("It says where somebody lives.").ok(),
        of: None,
        product: None,
    };
    stage.ask(&operator(), Ask::Decide(hide, Others::None)).expect("hidden");
    stage.prove("eve");
    let request = stage.request_proof("mallory", Method::Dns).proof.id;
    stage.pass(Span::minutes(1));
    // What only the asker may undo is not done yet; what they may say again is.
    stage.ask(&member(&asker), Ask::SetAccepted(reply.id.clone(), set_accepted::Request { on: true })).expect("accepted");
    stage.ask(&member(&asker), Ask::SetKind(official.clone(), set_kind::Request { kind: Kind::Problem })).expect("said");
    Scene {
        guest,
        asker,
        helper,
        official,
        reply: reply.id,
        sealed,
        hidden: hidden.id,
        danger,
        solved,
        fan,
        photo,
        coming,
        face_coming,
        private_coming,
        proof,
        request,
        claim,
        act,
        tenancy,
        key,
        api_key: of_program,
        webhook,
        delivery,
        stage,
    }
}

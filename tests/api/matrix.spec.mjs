// Who may do what to what: every route of the route table × every role × a thing of one's own community, the same thing
// of another community under one's own path, and another community as a whole. A route without a row here fails.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Console, DAY, Guest, MINUTE, NOBODYS, hooks, newAddress, newBrand, ok, operator, origins, pathOf, putRecord, removeRecords, send } from "../harness/actors.mjs";
import { plain } from "../harness/pictures.mjs";

const ROLES = ["visitor", "author", "guest", "member", "representative", "another brand's", "lapsed", "operator", "trainee", "observer"];
const WITH_SESSION = ["author", "guest", "member"];

const all = (status) => ROLES.map(() => status);
const everybody = all(200);
/** Whoever learns or looks on may nothing that is not said. */
const signedIn = (representative, another, lapsed, operator, trainee = 403, observer = 403) => [401, 401, 401, 401, representative, another, lapsed, operator, trainee, observer];
/** What speaks for the brand; what all of the company do; what those of them do who do more than look on. */
const company = signedIn(200, 403, 403, 403);
const colleagues = signedIn(200, 403, 403, 403, 200, 200);
const workers = signedIn(200, 403, 403, 403, 200);
/** Of a thing that is not here: those who may are told so, everybody else only that they may not. */
const nowhere = signedIn(404, 403, 403, 403);
const nowhereToColleagues = signedIn(404, 403, 403, 403, 404, 404);
const nowhereToWorkers = signedIn(404, 403, 403, 403, 404);
const absent = all(404);
/** What is the asker's alone. */
const asker = ROLES.map((role) => (role === "author" ? 200 : 403));

/** Each row: how the route is asked for, what each role gets on their own community's thing and on another's. */
const ROWS = {
  GetEmbed: { access: "public", ask: (at) => ["GET", `/embed/${at.brand}/kettle?lang=en`], own: everybody },
  SearchDirectory: { access: "public", ask: () => ["GET", "/v1/directory?q=kettle"], own: everybody },
  OpenCommunity: { access: "session", ask: (at) => ["POST", "/v1/communities", { domain: at.brand, product_name: "Kettle" }], own: everybody },
  GetCommunity: { access: "public", ask: (at) => ["GET", pathOf(at.brand)], own: everybody },
  ListThreads: { access: "public", ask: (at) => ["GET", pathOf(at.brand, "/threads")], own: everybody },
  PostThread: { access: "session", ask: (at) => ["POST", pathOf(at.brand, "/threads"), { product: "kettle", kind: "praise", title: "Fine" }], own: everybody },
  GetThread: { access: "session", ask: (at, { thread }) => ["GET", pathOf(at.brand, `/threads/${thread}`)], own: everybody, another: absent },
  PostReply: { access: "session", ask: (at, { thread }) => ["POST", pathOf(at.brand, `/threads/${thread}/replies`), { body: "Me too." }], own: everybody, another: absent },
  SetMeToo: { access: "session", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/threads/${thread}/me-too`), { on: true }], own: [200, 422, 200, 200, 200, 200, 200, 200, 200, 200], another: absent },
  SetStar: { access: "session", ask: (at, { reply }) => ["PUT", pathOf(at.brand, `/replies/${reply}/star`), { on: true }], own: [200, 200, 200, 422, 200, 200, 200, 200, 200, 200], another: absent },
  SetAccepted: { access: "session", ask: (at, { reply }) => ["PUT", pathOf(at.brand, `/replies/${reply}/accepted`), { on: true }], own: [403, 200, 403, 403, 403, 403, 403, 403, 403, 403], another: absent },
  SuggestThreads: { access: "public", ask: (at) => ["GET", pathOf(at.brand, "/likely?q=kettle")], own: everybody },
  GetMine: { access: "session", ask: (at) => ["GET", pathOf(at.brand, "/mine")], own: everybody },
  ExportMe: { access: "session", ask: (at) => ["GET", pathOf(at.brand, "/me/export")], own: [404, 200, 200, 200, 404, 404, 404, 404, 404, 404] },
  EraseMe: { access: "session", fresh: true, ask: (at) => ["DELETE", pathOf(at.brand, "/me")], own: [404, 200, 200, 200, 404, 404, 404, 404, 404, 404] },
  RequestCode: { access: "public", ask: () => ["POST", "/v1/codes", { email: newAddress() }], own: everybody },
  Join: { access: "session", ask: (at) => ["POST", pathOf(at.brand, "/joins"), { email: newAddress(), code: "000000" }], own: all(422) },
  SignIn: { access: "console", ask: () => ["POST", "/v1/console/session", { email: newAddress(), code: "000000" }], own: all(422) },
  GetSession: { access: "console", ask: () => ["GET", "/v1/console/session"], own: signedIn(200, 200, 200, 200, 200, 200) },
  // A stranger's cookie goes along: signing out ends a session for good.
  SignOut: { access: "console", nobodys: true, ask: () => ["DELETE", "/v1/console/session"], own: everybody },
  GetDesk: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/desk")], own: signedIn(200, 200, 200, 200, 200, 200) },
  RequestProof: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/proofs"), { method: "dns" }], own: signedIn(200, 200, 200, 200, 200, 200) },
  CheckProof: { access: "console", ask: (at, { proof }) => ["POST", pathOf(at.brand, `/proofs/${proof}/check`)], own: signedIn(200, 404, 200, 404, 404, 404), another: signedIn(404, 404, 404, 404, 404, 404) },
  ClaimThreads: { access: "console", ask: (at, { thread }) => ["POST", pathOf(at.brand, "/claims"), { thread, reach: "all" }], own: company, another: nowhere },
  ReleaseClaim: { access: "console", ask: (at, { claim }) => ["DELETE", pathOf(at.brand, `/claims/${claim}`)], own: company, another: nowhere },
  PostOfficialReply: { access: "console", ask: (at, { thread }) => ["POST", pathOf(at.brand, `/threads/${thread}/official-replies`), { body: "We see.", name: "Mika" }], own: company, another: nowhere },
  MarkOfficialAnswer: { access: "console", ask: (at, { thread, reply }) => ["PUT", pathOf(at.brand, `/threads/${thread}/official-answer`), { reply }], own: company, another: nowhere },
  SetStatus: { access: "console", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/threads/${thread}/status`), { word: "in_progress" }], own: company, another: nowhere },
  PostPhoto: { access: "session", ask: (at) => ["POST", pathOf(at.brand, "/photos"), plain("jpeg")], own: everybody },
  GetPhoto: { access: "public", ask: (at, { photo }) => ["GET", `/p/${photo}`], own: everybody },
  SetPhotoOpen: { access: "session", ask: (at, { photo }) => ["PUT", pathOf(at.brand, `/photos/${photo}/open`), { open: true }], own: all(403), another: [403, 404, 404, 404, 403, 403, 403, 403, 403, 403] },
  JudgePhoto: { access: "console", ask: (at, { photo }) => ["PUT", pathOf(at.brand, `/photos/${photo}/judgement`), { open: true }], own: signedIn(200, 403, 403, 200), another: signedIn(404, 403, 403, 404) },
  SetFollow: { access: "session", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/threads/${thread}/follow`), { on: true }], own: everybody, another: absent },
  MakeKeepLink: { access: "session", ask: (at, { thread }) => ["POST", pathOf(at.brand, `/threads/${thread}/keep-link`)], own: [403, 200, 403, 403, 403, 403, 403, 403, 403, 403], another: absent },
  RevokeKeepLink: { access: "session", ask: (at, { thread }) => ["DELETE", pathOf(at.brand, `/threads/${thread}/keep-link`)], own: [403, 200, 403, 403, 403, 403, 403, 403, 403, 403], another: absent },
  ComeBack: { access: "session", ask: (at) => ["POST", pathOf(at.brand, "/returns"), { secret: "x".repeat(43) }], own: all(422) },
  GetHelping: { access: "session", ask: (at) => ["GET", pathOf(at.brand, "/helping")], own: everybody },
  SetHelping: { access: "session", ask: (at) => ["PUT", pathOf(at.brand, "/helping"), { product: "kettle", on: true }], own: [422, 422, 422, 200, 422, 422, 422, 422, 422, 422] },
  GetTags: { access: "session", ask: (at, { thread }) => ["GET", pathOf(at.brand, `/threads/${thread}/tags`)], own: everybody, another: absent },
  SetTags: { access: "session", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/threads/${thread}/tags`), { tags: "gas" }], own: [403, 200, 403, 403, 403, 403, 403, 403, 403, 403], another: absent },
  SetDuplicate: { access: "session", ask: (at, { thread, stone }) => ["PUT", pathOf(at.brand, `/threads/${thread}/duplicate`), { of: stone }], own: [403, 200, 403, 403, 403, 403, 403, 403, 403, 403], another: absent },
  SettleKind: { access: "console", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/threads/${thread}/kind-mark`), { kind: "problem" }], own: signedIn(200, 403, 403, 200), another: signedIn(404, 403, 403, 404) },
  SettleDuplicate: { access: "console", ask: (at, { thread, stone }) => ["PUT", pathOf(at.brand, `/threads/${thread}/duplicate-mark`), { of: stone }], own: company, another: nowhere },
  // What an owner takes along: a file. Nothing can be brought where a community is, and nothing but by the operator.
  ExportCommunity: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/export")], own: signedIn(200, 403, 403, 200) },
  ImportCommunity: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/import"), "{}"], own: signedIn(403, 403, 403, 409) },
  RemovePost: { access: "console", ask: (at, { thread, scrap }) => ["POST", pathOf(at.brand, "/removals"), { thread, reply: scrap, ground: "spam" }], own: signedIn(403, 403, 403, 200), another: signedIn(403, 403, 403, 404) },
  PostComment: { access: "session", ask: (at, { reply }) => ["POST", pathOf(at.brand, `/replies/${reply}/comments`), { body: "Mine too." }], own: everybody, another: absent },
  EditPost: { access: "session", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/posts/${thread}`), { title: "The kettle leaks" }], own: asker, another: absent },
  DeletePost: { access: "session", ask: (at, { stone }) => ["DELETE", pathOf(at.brand, `/posts/${stone}`)], own: asker, another: absent },
  GetVersions: { access: "session", ask: (at, { thread }) => ["GET", pathOf(at.brand, `/posts/${thread}/versions`)], own: everybody, another: absent },
  SetKind: { access: "session", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/threads/${thread}/kind`), { kind: "problem" }], own: asker, another: absent },
  SetMood: { access: "session", ask: (at, { felt }) => ["PUT", pathOf(at.brand, `/threads/${felt}/mood`), { face: "glad" }], own: asker, another: absent },
  SetNotSolved: { access: "session", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/threads/${thread}/not-solved`), { on: false }], own: asker, another: absent },
  LiftDanger: { access: "console", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/threads/${thread}/danger`), { reason: "It only drips." }], own: signedIn(422, 403, 403, 422), another: signedIn(404, 403, 403, 404) },
  SetCaution: { access: "console", ask: (at, { reply }) => ["PUT", pathOf(at.brand, `/replies/${reply}/caution`), { reason: "Let it cool first." }], own: signedIn(200, 403, 403, 200), another: signedIn(404, 403, 403, 404) },
  SetEmergency: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/emergency"), { link: "https://acme.example/emergency" }], own: company },
  SearchThreads: { access: "public", ask: (at) => ["GET", pathOf(at.brand, "/search?q=kettle")], own: everybody },
  GetSearchWords: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/search-words")], own: company },
  GetSites: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/sites")], own: company },
  SetSites: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/sites"), { sites: "" }], own: company },
  SetSearchWords: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/search-words"), { synonyms: "lid, cover", shipped: true }], own: company },
  CountReading: { access: "public", ask: (at) => ["POST", pathOf(at.brand, "/readings"), {}], own: everybody },
  GetPeople: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/people")], own: colleagues },
  InvitePerson: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/people"), { email: newAddress(), role: "observer" }], own: company },
  SetRole: { access: "console", ask: (at, { person }) => ["PUT", pathOf(at.brand, `/people/${person}`), { role: "observer" }], own: company, another: nowhere },
  RemovePerson: { access: "console", ask: (at, { person }) => ["DELETE", pathOf(at.brand, `/people/${person}`)], own: company, another: nowhere },
  SetObjection: { access: "console", ask: (at, { newcomer }) => ["PUT", pathOf(at.brand, `/people/${newcomer}/objection`), { on: false }], own: company, another: nowhere },
  MakeRecoveryCode: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/recovery-codes")], own: company },
  JoinFormer: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/succession"), { code: "aaaa-bbbb" }], own: signedIn(422, 403, 403, 403, 422, 422) },
  GetSessions: { access: "console", ask: () => ["GET", "/v1/console/sessions"], own: signedIn(200, 200, 200, 200, 200, 200) },
  EndSession: { access: "console", ask: () => ["DELETE", `/v1/console/sessions/s_${NOBODYS}`], own: signedIn(404, 404, 404, 404, 404, 404) },
  GetTriage: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/triage")], own: colleagues },
  UndoClaim: { access: "console", ask: (at, { act }) => ["DELETE", pathOf(at.brand, `/claim-acts/${act}`)], own: company, another: nowhere },
  SettleArrivals: { access: "console", ask: (at, { thread }) => ["POST", pathOf(at.brand, "/arrivals"), { threads: thread, what: "thank" }], own: company },
  GetWork: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/work")], own: colleagues },
  // Who comes second is told that a colleague has it.
  SetTaken: { access: "console", ask: (at, { thread }) => ["PUT", pathOf(at.brand, `/threads/${thread}/taken`), { on: true }], own: signedIn(200, 403, 403, 403, 422), another: nowhereToWorkers },
  GetNotes: { access: "console", ask: (at, { thread }) => ["GET", pathOf(at.brand, `/threads/${thread}/notes`)], own: colleagues, another: nowhereToColleagues },
  PostNote: { access: "console", ask: (at, { thread }) => ["POST", pathOf(at.brand, `/threads/${thread}/notes`), { body: "Called them." }], own: colleagues, another: nowhereToColleagues },
  // Between the asker and whoever acts for the brand: nobody else, the operator neither.
  GetPrivateNotes: { access: "session", own_page: true, ask: (at, { thread }) => ["GET", pathOf(at.brand, `/threads/${thread}/private-notes`)], own: asker, another: absent },
  PostPrivateNote: { access: "session", own_page: true, ask: (at, { thread }) => ["POST", pathOf(at.brand, `/threads/${thread}/private-notes`), { body: "K-100 4711" }], own: [403, 422, 403, 403, 403, 403, 403, 403, 403, 403], another: absent },
  PostPrivatePhoto: { access: "session", own_page: true, ask: (at, { thread }) => ["POST", pathOf(at.brand, `/threads/${thread}/private-photos`), plain("jpeg")], own: [403, 422, 403, 403, 403, 403, 403, 403, 403, 403], another: absent },
  GetPrivatePhoto: { access: "session", own_page: true, ask: (at, { thread, photo }) => ["GET", pathOf(at.brand, `/threads/${thread}/private-photos/${photo}`)], own: [403, 404, 403, 403, 403, 403, 403, 403, 403, 403], another: absent },
  SeePrivateNotes: { access: "console", ask: (at, { thread }) => ["GET", pathOf(at.brand, `/threads/${thread}/private-requests`)], own: colleagues, another: nowhereToColleagues },
  // The asker has confirmed no address.
  AskPrivately: { access: "console", ask: (at, { thread }) => ["POST", pathOf(at.brand, `/threads/${thread}/private-requests`), { wanted: "serial", body: "Where is it?" }], own: signedIn(422, 403, 403, 403), another: nowhereToColleagues },
  SeePrivatePhoto: { access: "console", ask: (at, { thread, photo }) => ["GET", pathOf(at.brand, `/threads/${thread}/private-requests/${photo}`)], own: signedIn(404, 403, 403, 403, 404, 404), another: nowhereToColleagues },
  SetSavedReply: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/saved-replies"), { title: "Thanks", body: "Thank you." }], own: workers },
  SetHours: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/hours"), { ahead: 540, week: "mon 9-12", goal: 240 }], own: company },
  GetProducts: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/products")], own: colleagues },
  SetProduct: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/products/kettle"), { name: "Kettle" }], own: company },
  MergeProduct: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/products/kettle/merged"), { into: "kettle" }], own: signedIn(422, 403, 403, 403) },
  GetSetUp: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/set-up")], own: colleagues },
  ChangeSetUp: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/set-up"), { answers: true }], own: company },
  SetSignpost: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/signpost"), { from: null }], own: company },
  GetContext: { access: "console", ask: (at, { thread }) => ["GET", pathOf(at.brand, `/threads/${thread}/context`)], own: colleagues, another: nowhereToColleagues },
  GetOverview: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/overview")], own: colleagues },
  GetOverviewTable: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/overview-table")], own: colleagues },
  GetGuard: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/guard")], own: signedIn(200, 403, 403, 200, 200, 200) },
  SetGuard: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/guard"), { slow: 0 }], own: signedIn(200, 403, 403, 200) },
  GetAudit: { access: "public", ask: (at) => ["GET", pathOf(at.brand, "/audit")], own: everybody },
  GetAuditRows: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/audit-rows")], own: signedIn(403, 403, 403, 200) },
  GetChallenge: { access: "public", ask: (at) => ["GET", pathOf(at.brand, "/challenge")], own: everybody },
  GetHistory: { access: "public", ask: (at) => ["GET", pathOf(at.brand, "/history")], own: everybody },
  PostFlag: { access: "session", ask: (at, { reply }) => ["POST", pathOf(at.brand, "/flags"), { about: reply, ground: "off_topic" }], own: [200, 200, 200, 422, 200, 200, 200, 200, 200, 200], another: absent },
  FlagAsBrand: { access: "console", ask: (at, { reply }) => ["POST", pathOf(at.brand, "/brand-flags"), { about: reply, ground: "off_topic" }], own: workers, another: nowhereToWorkers },
  RequestRemoval: { access: "public", ask: (at, { reply }) => ["POST", pathOf(at.brand, "/requests"), { post: reply, ground: "off_topic", words: "It names me." }], own: everybody, another: absent },
  PostAppeal: { access: "session", ask: (at, { reply }) => ["POST", pathOf(at.brand, "/appeals"), { about: reply, words: "It is mine." }], own: absent, another: absent },
  GetStatement: { access: "session", ask: (at, { reply }) => ["GET", pathOf(at.brand, `/statements/${reply}`)], own: absent, another: absent },
  Decide: { access: "console", ask: (at, { reply }) => ["POST", pathOf(at.brand, "/decisions"), { about: reply, verdict: "kept" }], own: signedIn(403, 403, 403, 200), another: signedIn(403, 403, 403, 404) },
  GetMatter: { access: "console", ask: (at, { reply }) => ["GET", pathOf(at.brand, `/matters/${reply}`)], own: signedIn(403, 403, 403, 200), another: signedIn(403, 403, 403, 404) },
  GetHouse: { access: "console", ask: () => ["GET", "/v1/house"], own: signedIn(403, 403, 403, 200) },
  GetRecord: { access: "public", ask: (at) => ["GET", pathOf(at.brand, "/record")], own: everybody },
  // The name: those who act read it, an owner by DNS and the operator set it, only the operator decides; anybody doubts.
  GetNaming: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/naming")], own: signedIn(200, 403, 403, 200, 200, 200) },
  SetName: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/name"), { name: null }], own: signedIn(200, 403, 403, 200) },
  JudgeName: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/name-judgement"), { what: "settle" }], own: signedIn(403, 403, 403, 200) },
  DoubtName: { access: "public", ask: (at) => ["POST", pathOf(at.brand, "/doubts"), { words: "I work there, and this is not us." }], own: everybody },
  GetAliases: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/aliases")], own: colleagues },
  SetAlias: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/aliases/second.example"), { on: true }], own: company },
  CheckAlias: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/aliases/nobodys.example/check")], own: nowhere },
  SetMyName: { access: "session", ask: (at) => ["PUT", pathOf(at.brand, "/me/name"), { name: "Sora" }], own: [404, 422, 422, 200, 404, 404, 404, 404, 404, 404] },
  EndMySessions: { access: "session", fresh: true, ask: (at) => ["DELETE", pathOf(at.brand, "/me/sessions")], own: [404, 422, 422, 200, 404, 404, 404, 404, 404, 404] },
  SetChampion: { access: "console", ask: (at, { customer }) => ["PUT", pathOf(at.brand, `/people/${customer}/champion`), { on: true }], own: company, another: nowhere },
  // An owner's keys; taking what was signed needs no session, and nothing of it is signed here.
  GetSignOn: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/sign-on")], own: company },
  MakeSignOnKey: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/sign-on-keys")], own: company },
  RevokeSignOnKey: { access: "console", ask: (at, { signOnKey }) => ["DELETE", pathOf(at.brand, `/sign-on-keys/${signOnKey}`)], own: company, another: nowhere },
  SignOn: { access: "session", own_page: true, ask: (at) => ["POST", pathOf(at.brand, "/sign-ons"), { token: "e30.e30.c2ln" }], own: Array(10).fill(422) },
  // Keys of the brand's own programs are an owner's; one's own keys are everybody's who is signed in.
  GetBrandKeys: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/keys")], own: company },
  MakeBrandKey: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/keys"), { name: "Desk", scopes: "read", days: 30 }], own: company },
  RevokeBrandKey: { access: "console", ask: (at, { spareKey }) => ["DELETE", pathOf(at.brand, `/keys/${spareKey}`)], own: company, another: nowhere },
  GetKeys: { access: "console", ask: () => ["GET", "/v1/console/keys"], own: signedIn(200, 200, 200, 200, 200, 200) },
  MakeKey: { access: "console", ask: () => ["POST", "/v1/console/keys", { name: "Backup", days: 30 }], own: signedIn(200, 200, 200, 200, 200, 200) },
  RevokeKey: { access: "console", ask: () => ["DELETE", `/v1/console/keys/q_${NOBODYS}`], own: signedIn(404, 404, 404, 404, 404, 404) },
  // An owner's webhooks.
  GetWebhooks: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/webhooks")], own: company },
  MakeWebhook: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/webhooks"), { address: `https://${at.brand}/hook`, events: "asked" }], own: company },
  RotateWebhook: { access: "console", ask: (at, { webhook }) => ["POST", pathOf(at.brand, `/webhooks/${webhook}/secrets`)], own: company, another: nowhere },
  TestWebhook: { access: "console", ask: (at, { webhook }) => ["POST", pathOf(at.brand, `/webhooks/${webhook}/tests`)], own: company, another: nowhere },
  SendAgain: { access: "console", ask: (at, { webhook }) => ["POST", pathOf(at.brand, `/webhooks/${webhook}/deliveries/d_${NOBODYS}/tries`)], own: nowhere, another: nowhere },
  RemoveWebhook: { access: "console", ask: (at, { webhook }) => ["DELETE", pathOf(at.brand, `/webhooks/${webhook}`)], own: company, another: nowhere },
  // What somebody shows of themselves beside what they say for the brand.
  GetIntroduction: { access: "console", ask: (at) => ["GET", pathOf(at.brand, "/introduction")], own: company },
  SetIntroduction: { access: "console", ask: (at) => ["PUT", pathOf(at.brand, "/introduction"), { line: "Hello", face: null }], own: company },
  PostFace: { access: "console", ask: (at) => ["POST", pathOf(at.brand, "/faces"), plain("jpeg")], own: company },
  GetFigures: { access: "public", ask: (at) => ["GET", pathOf(at.brand, "/figures")], own: everybody },
};

/** What it takes to reach a route by a key: any key, a scope of a brand's key, a personal one. No key leads anywhere else. */
const BY_KEY = {
  GetCommunity: "any", ListThreads: "any", GetThread: "any", SearchThreads: "any", SuggestThreads: "any", GetFigures: "any", GetRecord: "any", GetHistory: "any",
  GetDesk: "read", GetTriage: "read", GetWork: "read", GetOverview: "read", GetOverviewTable: "read", GetProducts: "read",
  PostOfficialReply: "answer", MarkOfficialAnswer: "answer", SetStatus: "answer",
  ExportCommunity: "export",
  GetMine: "person", ExportMe: "person",
};

/** A community with everybody in it, built at a moment of the clock. */
async function build(now) {
  const brand = newBrand("m");
  // On a page of the brand's own, where what is private is shown too.
  const [author, guest, member] = [1, 2, 3].map(() => new Guest(brand, { now, site: `https://www.${brand}` }));
  const thread = await author.asks({ kind: "problem", title: "The kettle leaks" });
  await guest.replies(thread);
  const reply = await member.replies(thread);
  const email = newAddress();
  await member.joins(email);
  // Others have answered here, so that taking it back leaves a stone and can be asked for by everybody.
  const stone = await author.asks({ kind: "problem", title: "The lid drips" });
  await guest.replies(stone);
  const felt = await author.asks({ title: "Which water?", mood: "sad" });
  await author.accept(await guest.replies(felt));
  const { id: photo } = await ok(member.send("POST", "/photos", undefined, { raw: plain("jpeg"), type: "image/jpeg" }));
  await member.replies(thread, { photos: [{ id: photo }] });
  const scrap = await new Guest(brand, { now }).replies(thread, { body: "Buy my kettle" });
  const representative = await new Console(undefined, { now }).signsIn();
  const { proof } = await representative.proves(brand);
  await representative.claims(brand);
  const { act } = await ok(representative.claim(brand, { reach: "from_now_on" }));
  const { id: claim } = await representative.claims(brand, { product: "kettle" });
  const invite = (email, role) => ok(representative.send("POST", pathOf(brand, "/people"), { email, role }));
  const person = (await invite(newAddress(), "observer")).people.find((one) => !one.me).member;
  const [trainee, observer] = await Promise.all(["trainee", "observer"].map((role) => seated(role, invite, now)));
  const second = await new Console(undefined, { now }).signsIn();
  await second.proves(brand);
  const newcomer = (await ok(representative.send("GET", pathOf(brand, "/people")))).people.find((one) => one.standing.joins_at).member;
  const { me: { member: customer } } = await member.mine();
  const { id: signOnKey } = await ok(representative.send("POST", pathOf(brand, "/sign-on-keys")));
  const keyOf = async (scopes) => (await ok(representative.send("POST", pathOf(brand, "/keys"), { name: scopes, scopes, days: 30 }))).key;
  const [read, answer, exporting, everything] = [await keyOf("read"), await keyOf("answer"), await keyOf("export"), await keyOf("read answer export")];
  const { keys: { keys: made } } = await ok(representative.send("POST", pathOf(brand, "/keys"), { name: "spare", scopes: "read", days: 30 }));
  const { id: spareKey } = made.find(({ name }) => name === "spare");
  const self = await new Console(email, { now }).signsIn();
  const { key: personal } = await ok(self.send("POST", "/v1/console/keys", { name: "mine", days: 30 }));
  const keys = { read, answer, export: exporting, everything, personal };
  const { id: webhook } = await ok(representative.send("POST", pathOf(brand, "/webhooks"), { address: `https://hook.${brand}/`, events: "released" }));
  // So that nothing of these is sent anywhere.
  await putRecord(`hook.${brand}`, "10.0.0.1", { type: "A" });
  return { keys, spareKey, trainee, observer, customer, signOnKey, webhook, act, person, newcomer, brand, author, guest, member, representative, thread, reply, photo, scrap, stone, felt, proof: proof.id, claim, record: proof.placement.at };
}

/** Somebody whom an owner invited, signed in. */
async function seated(role, invite, now) {
  const person = new Console(undefined, { now });
  await invite(person.email, role);
  return person.signsIn();
}

/** The same moment for everybody; the lapsed one lives twelve days later, when nobody has seen their record for long. */
let now, later, home, other, former, people;

test.beforeAll(async () => {
  const start = Date.now();
  [home, other, former] = [await build(start), await build(start), await build(start)];
  await removeRecords(former.record);
  [now, later] = [start + MINUTE, start + 12 * DAY];
  await hooks.due(former.brand, later);
  const lapsed = await new Console(former.representative.email, { now: later }).signsIn();
  people = { visitor: {}, author: home.author, guest: home.guest, member: home.member, representative: home.representative, "another brand's": other.representative, lapsed, operator: await operator(), trainee: home.trainee, observer: home.observer };
});

/** Asks as a role: sessions go to Chie's host, and so do cookies where they count for nothing; company routes to the console's. */
function as(role, row, [method, path, body], options = {}) {
  const { session, cookie, site } = people[role];
  const desk = row.access === "console";
  const elsewhere = row.own_page ? `https://www.${path.split("/")[3]}` : "https://shop.example";
  return send(method, path, { at: desk ? origins().console : origins().chie, origin: desk ? origins().console : (site ?? elsewhere), session, cookie: row.nobodys ? undefined : cookie, now: role === "lapsed" ? later : now, ...(Buffer.isBuffer(body) ? { raw: body, type: "image/jpeg" } : { body }), ...options });
}

/** The community that is a role's own. */
const own = (role) => (role === "lapsed" ? former : home);

test("the route table and this table name the same routes", () => {
  const text = readFileSync(new URL("../../domain/src/api/route.rs", import.meta.url), "utf8");
  const [, body] = text.match(/pub enum Route \{\n([\s\S]*?)\n\}/);
  const variants = [...body.matchAll(/^ {4}([A-Z]\w+)/gm)].map(([, name]) => name);
  expect(variants.length).toBeGreaterThan(20);
  expect(Object.keys(ROWS).sort()).toEqual(variants.sort());
});

for (const [name, row] of Object.entries(ROWS)) {
  test(`${name}: on one's own community, on another's thing, in another's community`, async () => {
    const found = { own: {}, another: {}, elsewhere: {} };
    const wanted = { own: {}, another: {}, elsewhere: {} };
    // Whoever erases themselves cannot play on.
    const others = row.fresh ? await build(now) : undefined;
    for (const [place, role] of ROLES.entries()) {
      const mine = others && WITH_SESSION.includes(role) ? others : own(role);
      const answer = await as(role, row, row.ask(mine, mine), mine === others ? { session: others[role].session, origin: others[role].site } : {});
      [found.own[role], wanted.own[role]] = [answer.status, row.own[place]];
      expect(answer.status === 200 ? undefined : answer.body.error.code, `${name} as ${role}`).not.toBe(null);
      if (name === "GetDesk" && answer.status === 200) {
        const acts = ["representative", "trainee", "observer"].includes(role);
        expect([answer.body.claims.length > 0, answer.body.threads.rows.length > 0], role).toEqual([acts, acts]);
      }
      if (row.another) {
        const swapped = await as(role, row, row.ask(mine, other));
        const made = await as(role, row, row.ask(mine, { thread: `t_${NOBODYS}`, reply: `r_${NOBODYS}`, proof: `p_${NOBODYS}`, claim: `c_${NOBODYS}`, photo: `f_${NOBODYS}`, scrap: `r_${NOBODYS}`, stone: `t_${NOBODYS}`, felt: `t_${NOBODYS}`, act: `a_${NOBODYS}`, person: `m_${NOBODYS}`, newcomer: `m_${NOBODYS}`, customer: `m_${NOBODYS}`, signOnKey: `k_${NOBODYS}`, spareKey: `q_${NOBODYS}`, webhook: `w_${NOBODYS}` }));
        [found.another[role], wanted.another[role]] = [swapped.status, row.another[place]];
        expect(swapped.text, `${name} as ${role}: another community's looks like nobody's`).toBe(made.text);
      }
      const stranger = expectedElsewhere(row, role, place);
      if (stranger) {
        const outside = await as(role, row, row.ask(other, other));
        [found.elsewhere[role], wanted.elsewhere[role]] = [outside.status, stranger];
      }
    }
    expect(found).toEqual(wanted);
  });
}

/** What a key of a kind gets on a route that takes so much. */
function expectedByKey(kind, needs) {
  const has = { read: ["read"], answer: ["answer"], export: ["export"], everything: ["read", "answer", "export"], personal: ["person"] }[kind];
  return needs && (needs === "any" || has.includes(needs)) ? "200" : "403 key_scope";
}

for (const [name, row] of Object.entries(ROWS)) {
  test(`${name}: by keys`, async () => {
    const by = async (key, at, moment = now) => {
      const [method, path, body] = row.ask(at, at);
      const answer = await send(method, path, { at: origins().console, now: moment, headers: { authorization: `Bearer ${key}` }, ...(Buffer.isBuffer(body) ? { raw: body, type: "image/jpeg" } : { body }) });
      return `${answer.status}${answer.status === 200 ? "" : ` ${answer.body.error.code}`}`;
    };
    const needs = BY_KEY[name];
    for (const [kind, key] of Object.entries(home.keys)) expect(await by(key, home), kind).toBe(expectedByKey(kind, needs));
    // A key of another brand's is none here, one of a brand whose proof is gone is none any more, and whoever is not known here is nobody.
    const none = needs && needs !== "person" ? "401 key_invalid" : "403 key_scope";
    expect(await by(other.keys.everything, home), "another brand's").toBe(none);
    expect(await by(former.keys.everything, former, later), "lapsed").toBe(none);
    const nobody = { GetMine: "200", ExportMe: "404 not_found" }[name];
    expect(await by(other.keys.personal, home), "somebody else's").toBe(nobody ?? expectedByKey("personal", needs));
  });
}

/** In another community a session is worth nothing and a representative is a stranger; nothing else changes. */
function expectedElsewhere(row, role, place) {
  const hasBrand = row.ask({ brand: "b" }, {}).some((part) => JSON.stringify(part)?.match(/\bb\b/));
  if (!hasBrand || role === "another brand's") return undefined;
  if (row.access === "session" && WITH_SESSION.includes(role)) return 401;
  if (row.access === "console" && ["representative", "lapsed", "trainee", "observer"].includes(role)) return row.own[ROLES.indexOf("another brand's")];
  return row.access === "public" ? row.own[place] : undefined;
}

test("company routes exist on the console's host only, from its own pages only, and never by a widget's session", async () => {
  const { cookie } = people.representative;
  for (const [name, row] of Object.entries(ROWS).filter(([, row]) => row.access === "console")) {
    const [method, path, body] = row.ask(home, home);
    for (const { session } of [people.author, people.member]) {
      const onChie = await send(method, path, { body, session, origin: people.author.site, now });
      expect([onChie.status, onChie.body.error.code], `${name} on Chie's host`).toEqual([403, "not_allowed"]);
      if (["SignIn", "SignOut"].includes(name)) continue;
      const onConsole = await send(method, path, { at: origins().console, origin: origins().console, body, session, now });
      expect(onConsole.status, `${name} on the console's host by session`).toBe(401);
    }
    const withCookie = await send(method, path, { body, cookie, origin: origins().console, now });
    expect([withCookie.status, withCookie.body.error.code], `${name} on Chie's host with the cookie`).toEqual([403, "not_allowed"]);
    if (method === "GET") continue;
    for (const origin of [undefined, "null", origins().chie, "https://evil.example", `${origins().console}.evil.example`]) {
      const foreign = await send(method, path, { at: origins().console, origin, body, cookie, now });
      expect([foreign.status, foreign.body.error.code], `${name} from ${origin}`).toEqual([403, "wrong_origin"]);
    }
  }
});

test("nobody but the operator removes, and nobody at all edits, another's words", async () => {
  for (const role of ROLES.filter((role) => role !== "operator")) {
    for (const reply of [home.reply, undefined]) {
      const answer = await as(role, ROWS.RemovePost, ["POST", pathOf(home.brand, "/removals"), { thread: home.thread, reply, ground: "hostility" }]);
      expect([401, 403], role).toContain(answer.status);
    }
    for (const [method, rest] of [["PUT", `/threads/${home.thread}`], ["DELETE", `/threads/${home.thread}`], ["PUT", `/replies/${home.reply}`], ["DELETE", `/replies/${home.reply}`]]) {
      const answer = await as(role, { access: "session" }, [method, pathOf(home.brand, rest), { body: "Changed" }]);
      expect([404, 405], `${method} ${rest} as ${role}`).toContain(answer.status);
    }
    for (const [post, author, words] of [[home.thread, "author", { title: "Changed" }], [home.reply, "member", { body: "Changed" }]]) {
      if (role === author) continue;
      for (const [method, body] of [["PUT", words], ["DELETE", undefined]]) {
        const answer = await as(role, { access: "session" }, [method, pathOf(home.brand, `/posts/${post}`), body]);
        expect(answer.status, `${method} ${post} as ${role}`).toBe(403);
      }
    }
  }
  const seen = await new Guest(home.brand, { now }).thread(home.thread);
  expect([Object.keys(seen.post), Object.keys(seen.replies.find((reply) => reply.id === home.reply).post)]).toEqual([["whole"], ["whole"]]);
});

//! What the rooms say in which a company works: people, triage, what waits. Both languages stand side by side; `{}` takes what
//! the sentence is about, in order.

use crate::locale::Locale;
use yew::AttrValue;

macro_rules! words {
    ($($name:ident: $en:literal, $ja:literal;)*) => {
        /// One thing to say about the company's work.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Work { $($name,)* }

        impl Work {
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$name,)*];

            const fn both(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($en, $ja),)* }
            }
        }
    };
}

words! {
    AliasesTitle: "Further domains", "ほかのドメイン";
    AliasesLead: "A further domain of yours leads here once its own DNS shows a record. It is listed on the badge’s page, and addresses there are marked as yours. It gives nobody any authority.",
        "ほかのドメインも、その DNS にレコードが見えると、ここに案内されます。証明のページに示され、そのドメインのメールアドレスの方にも勤務先の印が付きます。権限はだれにも生じません。";
    AliasLabel: "Domain", "ドメイン";
    AliasAdd: "Add the domain", "ドメインを加える";
    AliasNamed: "Put the record into its DNS, then check.", "DNS にレコードを置いてから、確認してください。";
    AliasGone: "It leads here no more.", "このドメインは外れました。";
    AliasOwn: "This is the domain of this place already.", "この場所のドメインそのものです。";
    AliasAsked: "waits for its record", "レコード待ち";
    AliasSeen: "proven, last seen {}", "証明済み。最後の確認 {}";
    AliasDoubtful: "not seen since {}; it leads here for ten days after that", "{} から確認できていません。その後10日間は案内を続けます";
    AliasLapsed: "lapsed on {}", "{} に失効";
    AliasProven: "It is proven and leads here.", "証明されました。ここに案内されます。";
    AliasNotYet: "Not every resolver sees its record yet.", "まだレコードが見えていないところがあります。";
    AliasCheck: "Check {}", "{} を確認する";
    AliasTakeBack: "Take back", "外す";
    AliasTakeBackWhich: "Take {} back", "{} を外す";
    NameTitle: "What your brand is called", "ブランドの名称";
    NameShown: "Everybody is shown “{}”.", "「{}」と表示されています。";
    NameNotShown: "Everybody is shown the domain, {}.", "ドメイン名 {} で表示されています。";
    NamingSaid: "Somebody gave a name when the place was opened; it is shown only where it is the domain’s own.", "開いた方が付けた名称は、ドメインそのものの場合だけ表示されます。";
    NamingHeld: "The name waits for the operator: another brand has it, or one that looks like it, or it is only a part of the domain.",
        "名称は運営者の確認待ちです。同じ名称や似て見える名称のブランドがほかにあるか、ドメインの一部だけの名称だからです。";
    NamingByOwner: "An owner set it; it is shown while the DNS record is there.", "責任者が決めました。DNS のレコードがある間、表示されます。";
    NamingByOperator: "The operator has let it pass.", "運営者が確認しました。";
    NamingRefused: "The operator has refused the name.", "この名称は運営者が認めませんでした。";
    NameLabel: "Name", "名称";
    NameHint: "As your customers know it, without words such as official. Leave it empty to go by the domain. Changes are public.",
        "お客様に知られている名称をお書きください。「公式」などの語は付けません。空にするとドメイン名で表示します。変更の履歴は公開されます。";
    NameSave: "Set the name", "名称を決める";
    NameWrong: "Write at most 60 plain characters.", "60文字までで、ふつうの文字でお書きください。";
    NameReserved: "This name poses as something else. Leave out words such as official or support, and write the brand’s plain name.",
        "ほかのものと間違われる名称です。「公式」「サポート」などの語を除いて、ブランドの名称だけをお書きください。";
    NameDnsNeeded: "It takes a DNS record of your own. A file or a tag shows one host only.", "ご自身の DNS レコードが必要です。ファイルやタグでは、ひとつのホストしか示せません。";
    NameSet: "Everybody is shown this name now.", "この名称で表示されるようになりました。";
    NameWaits: "The name waits for the operator. Until then the domain is shown.", "名称は運営者の確認待ちです。それまではドメイン名で表示します。";
    NameRelease: "Let it pass", "認める";
    NameRefuse: "Refuse", "認めない";
    NameOf: "{}: {}", "{}: {}";
    NameReleased: "The name is shown from now on.", "この名称が表示されるようになりました。";
    NameRefused: "The place goes by its domain.", "ドメイン名で表示されます。";
    DoubtsSettle: "I have looked at these", "確認済みにする";
    DoubtsSettled: "They are off the list.", "一覧から外れました。";
    MarkedTitle: "Customers with a mark", "印のある方";
    MarkedLead: "Marks stand beside a name and give no power. Whoever shows an address at your domain is marked as working there; champions are named by an owner, beside what they wrote.",
        "印は名前のそばに表示されるだけで、権限はありません。ドメインのメールアドレスを確認した方には勤務先が、責任者が信頼する方にはその印が付きます。信頼する方は、その方の投稿のそばで指名します。";
    MarkedNone: "Nobody yet.", "まだだれもいません。";
    MarkEmployee: "works at your domain, by their address", "ドメインのメールアドレスをお持ちの方";
    MarkChampion: "a customer whom you trust", "信頼するお客様";
    ChampionName: "Name a champion", "信頼する方に指名する";
    ChampionNameWho: "Name a champion: {}", "{} を信頼する方に指名する";
    ChampionNamed: "The mark stands beside their name. It gives no power.", "名前のそばに印が付きました。権限はありません。";
    ChampionTakeBack: "Take the mark back", "印を外す";
    ChampionTakeBackFrom: "Take the mark back from {}", "{} の印を外す";
    ChampionGone: "The mark is taken back.", "印を外しました。";
    ChampionSeated: "They act for the brand, which says more.", "すでに担当者です。";
    ForwardPage: "Page for whoever runs your DNS", "DNS の担当者に送るページ";
    ForwardPageHint: "It needs no account, shows the record and what resolvers see, and grants nothing. It lives until {}.",
        "登録なしで開け、レコードといま見えている状態を示します。権限は何も得られません。{} まで有効です。";
    AskedAs: "Our requests say who they are:", "確認の際は、次の名前でアクセスします:";
    NavPeople: "People", "担当者";
    PeopleTitle: "Who acts for {}", "{} の担当者";
    PeopleLead: "Everybody here hears by mail when somebody asks, joins, leaves, or when the proof is in doubt.",
        "申し込み、加入、離任、証明の状態は、ここにいる全員にメールでお知らせします。";
    RoleOwner: "Owner", "責任者";
    RoleRepresentative: "Representative", "担当者";
    RoleTrainee: "Trainee", "見習い";
    RoleObserver: "Observer", "閲覧者";
    You: "you", "ご自身";
    ActsSince: "since {}", "{} から";
    InvitedStill: "invited, has not done anything yet", "招待済み(まだ利用していません)";
    JoinsOn: "has proven the domain, joins on {}", "ドメインを証明済み。{} に加わります";
    ContestedStill: "contested: both keep what they have until one record is gone", "異議あり: どちらかのレコードがなくなるまで、双方とも今のままです";
    LeavesOn: "will be removed on {}", "{} に外れます";
    RemovalAskedStill: "an owner asked for removal; a second owner has to say so too", "責任者が外すよう求めています。もう一人の責任者も求めると外れます";
    HasDns: "own DNS record is live", "ご自身の DNS レコードが有効";
    RoleOf: "Role of {}", "{} の役割";
    Object: "Object", "異議を申し立てる";
    ObjectTo: "Object to {} joining", "{} が加わることに異議を申し立てる";
    WithdrawObjection: "Take the objection back", "異議を取り下げる";
    Objected: "You objected. Both keep what they have until one record is gone.", "異議を申し立てました。どちらかのレコードがなくなるまで、双方とも今のままです。";
    ObjectionGone: "The objection is taken back.", "異議を取り下げました。";
    Remove: "Remove", "外す";
    Leave: "Leave", "離れる";
    RemoveWho: "Remove {}", "{} を外す";
    RemoveAsk: "Remove {}?", "{} を外しますか?";
    RemoveDoes: "Their power ends at once, in open tabs too.", "権限は、開いている画面も含めて、すぐになくなります。";
    RemoveKeeps: "Their official replies stay and say when they were given.", "公式の回答は残り、いつのものかが示されます。";
    RemoveOwner: "For an owner it takes a second owner, or a fresh DNS proof of yours and 72 hours’ notice.",
        "責任者を外すには、もう一人の責任者の同意、またはご自身の新しい DNS 証明と72時間の予告が必要です。";
    RemovedNow: "{} does not act for the brand any more.", "{} は担当から外れました。";
    RemovalPlanned: "Everybody was told. It happens on {}.", "全員にお知らせしました。{} に外れます。";
    RemovalNeedsTwo: "Everybody was told. A second owner has to say so too.", "全員にお知らせしました。もう一人の責任者も求めると外れます。";
    Invite: "Invite", "招待する";
    InviteTitle: "Invite a colleague", "同僚を招待する";
    InviteLead: "Whoever reads mail at the address signs in here with it. There is nothing to accept.",
        "このアドレスのメールを読める方が、ここにログインすれば始められます。";
    InviteRole: "As", "役割";
    RoleRepresentativeNote: "Representative: claims, answers, sets status", "担当者: 引き受け、回答、状態の変更";
    RoleObserverNote: "Observer: reads and notes", "閲覧者: 閲覧とメモ";
    InvitedNow: "Invited. They have got a mail.", "招待しました。メールを送りました。";
    ProofsTitle: "Live proofs", "有効な証明";
    ProofLine: "{} · last seen {}", "{} ・最終確認 {}";
    LeftOver: "Left over: whoever put it there does not act here any more. Take it away.", "残っています: 置いた方は、もう担当ではありません。取り除いてください。";
    RecoveryTitle: "Recovery code", "復旧コード";
    RecoveryLead: "If every proof is gone for more than 30 days, this code is the way back to your people and claims. Print it and put it away; we keep only a hash.",
        "証明が30日を超えて失われたとき、担当者と引き受けを取り戻すためのコードです。印刷して保管してください。こちらにはハッシュしか残りません。";
    RecoveryMadeOn: "The code that counts was made on {}.", "有効なコードは {} に作られたものです。";
    RecoveryNone: "There is none yet. It is made with the first claim.", "まだありません。最初に引き受けたときに作られます。";
    RecoveryNew: "Make a new code", "新しいコードを作る";
    RecoveryOnce: "Shown this once. Print it now.", "表示は今回だけです。今すぐ印刷してください。";
    RecoveryKept: "I have put it away", "保管しました";
    RecoveryCode: "Recovery code of {}", "{} の復旧コード";
    SessionsTitle: "Where you are signed in", "ログイン中の端末";
    SessionThis: "this one", "この端末";
    SessionEnd: "End", "終了する";
    SessionEndWhat: "End the session since {}", "{} からのログインを終了する";
    SessionEnded: "The session is over.", "ログインを終了しました。";
    FormerCodeTitle: "There was a company here before", "以前の担当がいました";
    FormerCodeLead: "If it was yours, type the recovery code that was printed at its first claim. You can do this until you claim something, for three days at most; then what was private is deleted.",
        "ご自身の会社であれば、最初の引き受けのときに印刷した復旧コードを入力してください。何かを引き受けるまで、長くても3日の間だけできます。その後、非公開のものは消えます。";
    FormerConsentTitle: "Somebody has proven the domain after your place ended", "担当が終わったあと、どなたかがドメインを証明しました";
    FormerConsentLead: "If they belong to you, let them join your former place: they then see its people, claims and notes.",
        "関係者であれば、以前の場に加えることができます。担当者、引き受け、メモが見えるようになります。";
    FormerCode: "Recovery code", "復旧コード";
    FormerJoin: "Come back", "元の場に戻る";
    FormerConsent: "Let them join", "加える";
    FormerJoined: "You are back. People and claims are as before.", "元の場に戻りました。担当者と引き受けは以前のとおりです。";
    CodeIsWrong: "This is not the code that was printed.", "印刷されたコードと違います。";
    NothingToJoin: "There is nothing to come back to, or its time is over.", "戻る先がないか、期限が過ぎています。";
    ProofIsLive: "This owner’s own DNS record is still there. Take it away first.", "この責任者の DNS レコードが残っています。先に取り除いてください。";
    LastOwner: "Make somebody else an owner first.", "先に、ほかの方を責任者にしてください。";
    FreshProofNeeded: "Prove the domain by a new DNS record first, then do this within a day.", "先に新しい DNS レコードで証明し、その後1日以内に行ってください。";
    FreshProofLead: "Making somebody an owner, or removing one, takes a DNS proof of yours from the last day.", "責任者にする、責任者を外すには、過去1日以内のご自身の DNS 証明が必要です。";
    FreshProof: "Prove anew by DNS", "DNS で証明しなおす";
    DnsNeeded: "Only an owner whose own DNS record is live can object.", "異議を申し立てられるのは、ご自身の DNS レコードが有効な責任者だけです。";
    IsOwner: "An owner keeps their role; ask for their removal instead.", "責任者の役割は変えられません。外すよう求めてください。";
    ColMood: "Mood", "気持ち";
    DangerWords: "Words of danger: {}", "危険を示す言葉: {}";
    AcceptedOf: "Solved by {}, says the asker", "質問した方が認めた回答: {}";
    OldThread: "Older than 30 days: goes to the arrival tray and is late for nobody", "30日より前のもの: 到着トレイに入り、遅れとは数えません";
    ClaimAllOf: "All {}…", "{}件すべて…";
    DoesMail: "Nobody is mailed for ten minutes, in which you can undo it. Then everybody concerned gets one mail.", "10分間はメールを送らず、取り消せます。その後、関係する方に一人1通ずつお知らせします。";
    HelloLabel: "Hello post", "ごあいさつ";
    HelloHint: "It stands among the threads as news of yours. Name those who made this place. Empty it to post none.", "お知らせとして一覧に並びます。この場をつくった方々のお名前を挙げてください。空にすると投稿しません。";
    HelloTitle: "Hello from {}", "{} からのごあいさつ";
    HelloFounder: "Thank you, {}, for beginning this place. ", "この場を始めてくださった {} さん、ありがとうございます。";
    HelloHelpers: "Thank you, {}, for your answers. ", "回答してくださった {} さん、ありがとうございます。";
    HelloRest: "From today on we read and answer here too. What you wrote stays as it is, and it stays yours.", "今日から私たちもここで読み、お答えします。皆さまが書いたことは、そのまま残ります。";
    ListComma: ", ", "さん、";
    UndoTitle: "{} threads are official. Nobody was mailed yet.", "{}件を公式にしました。まだメールは送っていません。";
    UndoLead: "You can undo it for {} more minutes.", "あと{}分、取り消せます。";
    Undo: "Undo", "取り消す";
    Undone: "It is as if it had not been claimed.", "引き受けを取り消しました。";
    UndoTooLate: "The ten minutes are over. Release the claim instead.", "10分を過ぎました。引き受けを手放してください。";
    WaitingTitle: "Waiting for us", "対応待ち";
    WaitingLead: "Danger first, then unhappy askers, then those who have waited longest within your hours.", "危険、不満のある方、受付時間内で長くお待ちの方の順です。";
    TabWaiting: "Waiting {}", "対応待ち {}";
    TabArrivals: "Arrived old {}", "到着トレイ {}";
    TabAll: "All official {}", "公式すべて {}";
    Late: "late", "遅れ";
    WaitedFor: "waited {} of your hours", "受付時間で{}";
    HoursMinutes: "{} h {} min", "{}時間{}分";
    Take: "Take", "担当する";
    TakeWhat: "Take “{}”", "「{}」を担当する";
    HandBack: "Hand back", "戻す";
    TakenByMe: "yours", "ご自身が担当";
    TakenBy: "taken by {}", "{} が担当";
    NotesCount: "{} notes", "メモ {}件";
    AlreadyTaken: "A colleague was quicker.", "ほかの方が先に担当しました。";
    NobodyWaits: "Nobody waits", "お待ちの方はいません";
    ArrivalsLead: "What was older than 30 days when you claimed it. It is late for nobody. Choose what to do about many at once.", "引き受けたときに30日より前だったものです。遅れとは数えません。まとめて選べます。";
    ArrivalsNone: "The tray is empty", "到着トレイは空です";
    SettleThank: "Thank and leave", "お礼を伝えてそのままに";
    SettleAsk: "Ask “still so?”", "「今もそうですか」とたずねる";
    SettleClose: "Close as old", "古いものとして終える";
    SettleWords: "What is posted in each of them", "それぞれに投稿する文";
    ThankWords: "Thank you for writing and for helping one another here. We read it.", "書いてくださり、助け合ってくださり、ありがとうございます。拝見しました。";
    AskWords: "This is some time ago. Is it still so? A short word is enough, and we look into it.", "少し前のお話ですが、今もそうでしょうか。ひとことお知らせいただければ確認します。";
    CloseWords: "We close this because it is old. If it still matters, write again here and we look into it.", "時間がたったため、いったん終了とします。今もお困りでしたら、ここにもう一度お書きください。確認します。";
    Settled: "{} threads left the tray.", "{}件が到着トレイから出ました。";
    NotesTitle: "Notes for colleagues", "同僚へのメモ";
    NotesLead: "Nobody outside ever sees them.", "外部には見えません。";
    NoteLabel: "New note", "新しいメモ";
    NoteAdd: "Add the note", "メモを加える";
    NoteAdded: "The note is kept.", "メモを残しました。";
    PrivateTitle: "In private, with whoever asked", "質問した方との非公開のやりとり";
    PrivateLead: "For a serial number, an address, a receipt. Only they and colleagues read it; each note is gone after 90 days, and all of them when the thread is released or the proof lapses.",
        "製造番号、ご住所、レシートなどのために。読めるのは質問した方と担当者だけです。どのメモも90日で消え、スレッドを手放したとき、証明が失効したときには、すべて消えます。";
    PrivateWanted: "Ask for", "たずねること";
    WantSerial: "Serial number", "製造番号";
    WantAddress: "Address", "ご住所";
    WantReceipt: "Receipt", "レシート";
    WantPhoto: "Photo", "写真";
    WantOther: "Something else", "そのほか";
    PrivateWords: "In your words", "本文";
    PrivateHint: "What for, and where it is found. The mail that tells them says nothing of it.", "何のためか、どこにあるか。お知らせのメールには内容を書きません。";
    PrivateAsk: "Ask in private", "非公開でたずねる";
    PrivateAsked: "Asked. They are told by mail.", "たずねました。メールでお知らせします。";
    PrivateNoAddress: "Whoever asked has confirmed no address, so nobody knows who would answer. Ask them in the thread to confirm one.",
        "質問した方がメールアドレスを確認していないため、相手が分かりません。アドレスの確認を、スレッドでお願いしてください。";
    PrivateAsker: "Whoever asked", "質問した方";
    PrivatePhoto: "Photo from whoever asked", "質問した方の写真";
    PrivateUntil: "gone on {}", "{} に消えます";
    SavedLabel: "Begin with a saved reply", "保存した返信から始める";
    SavedNone: "–", "–";
    BlankLeft: "Fill what stands in double braces first.", "二重かっこの部分を埋めてください。";
    NavOverview: "Overview", "概要";
    OverviewTitle: "Overview of {}", "{} の概要";
    OverviewLead: "Counted from the threads that are official now, at this moment.", "現在公式になっているスレッドから、今の時点で数えています。";
    FigClaimed: "Official threads", "公式のスレッド";
    FigWaiting: "Waiting for us", "対応待ち";
    FigCustomers: "Solved by customers (accepted, or by stars)", "お客様どうしで解決(回答の承認または星)";
    FigUs: "Answered by us", "私たちが回答";
    FigSame: "People who have it too", "「同じ」と答えた方";
    TopTitle: "What most people share and is not solved", "多くの方に共通し、未解決のもの";
    Table: "Table for spreadsheets (CSV)", "表計算用の表(CSV)";
    HoursTitle: "Hours", "受付時間";
    HoursLead: "Lateness is counted within these hours only. Without them, every hour counts.", "遅れは、この時間の中だけで数えます。なければ、すべての時間を数えます。";
    HoursWeek: "A line for each day", "1日1行";
    HoursWeekHint: "mon-fri 9:00-12:00 13:00-17:30; days that are not named are off.", "例: 月-金 9:00-12:00 13:00-17:30。書かれていない曜日は休みです。";
    HoursHolidays: "Days off", "休日";
    HoursHolidaysHint: "2026-12-31, 2027-01-01", "2026-12-31, 2027-01-01";
    HoursZone: "Zone by whose clocks these hours are told", "受付時間の時間帯";
    HoursZoneHint: "Such as Europe/Berlin or Asia/Tokyo. Summer time is kept by itself.", "例: Asia/Tokyo、Europe/Berlin。夏時間には自動で合わせます。";
    HoursZoneWrong: "There is no such zone. Write a region, a slash and a city, in English.", "この時間帯はありません。英語で「地域/都市」の形で書いてください。";
    HoursGoal: "First answer within so many minutes of these hours", "最初の回答の目標(受付時間で何分以内)";
    HoursSave: "Save the hours", "受付時間を保存";
    HoursSaved: "The hours are kept.", "受付時間を保存しました。";
    HoursWrong: "Look at days, times and numbers again.", "曜日、時刻、数字をもう一度ご確認ください。";
    SavedTitle: "Saved replies", "保存した返信";
    SavedLead: "What stands in double braces, such as {{name}}, has to be filled before it is sent.", "{{name}} のような二重かっこの部分は、送る前に埋める必要があります。";
    SavedName: "Title", "題名";
    SavedBody: "Words", "文";
    SavedKeep: "Keep", "保存する";
    SavedKept: "The reply is kept.", "返信を保存しました。";
    SavedForget: "Forget", "削除する";
    SavedForgetWhat: "Forget “{}”", "「{}」を削除する";
    NavProducts: "Products", "製品";
    ProductsTitle: "Products of {}", "{} の製品";
    ProductsLead: "Names, model numbers, and what belongs together. The address of a product never changes, and no thread is lost by anything here.",
        "名前、型番、まとめ方を決めます。製品のアドレスは変わらず、ここで何をしてもスレッドは失われません。";
    ProductsNone: "Nobody has asked about a product yet. The first question makes one.", "まだ製品についての質問がありません。最初の質問で製品ができます。";
    ProductUnconfirmed: "not yet confirmed", "未確認";
    ProductUnconfirmedLead: "{} were made by a tag’s first question. Confirm each, or merge it into the product it is.", "タグからの最初の質問でできた製品が {} 件あります。確認するか、同じ製品にまとめてください。";
    ProductRetiredSince: "retired on {}: no new questions", "{} に終了(新しい質問は受け付けません)";
    ProductAlso: "also called {}", "別名: {}";
    ProductMergedKeys: "these addresses lead here: {}", "次のアドレスもここに続きます: {}";
    ProductThreads: "{} threads", "スレッド {} 件";
    ProductPage: "Public page", "公開ページ";
    ProductCode: "Sheet with a code to print", "印刷用のコード";
    ProductConfirm: "Confirm", "確認する";
    ProductConfirmWhat: "Confirm {}", "{} を確認する";
    ProductEdit: "Change", "変更する";
    ProductEditWhat: "Change {}", "{} を変更する";
    ProductName: "Name", "名前";
    ProductAliases: "Also called", "別名・型番";
    ProductAliasesHint: "Model numbers and other names, with commas between. A tag that names one of them leads here, and the search finds it by them.",
        "型番や呼び名を、読点かコンマで区切ってください。タグにそのどれかが書かれていればこの製品になり、検索でも見つかります。";
    ProductRetire: "Take no new questions about it. What stands there stays readable, and people go on answering.", "新しい質問を受け付けない(これまでのものは読め、回答も続けられます)";
    ProductSave: "Save", "保存する";
    ProductSaved: "{} is saved. Everybody sees it in the history.", "{} を保存しました。履歴に載ります。";
    ProductTaken: "One of these names leads to another product. Merge that one into this instead.", "別の製品の名前が含まれています。その製品をこちらにまとめてください。";
    ProductMerge: "Merge…", "まとめる…";
    ProductMergeWhat: "Merge {} into another product", "{} を別の製品にまとめる";
    ProductMergeAsk: "Merge “{}”", "「{}」をまとめる";
    ProductMergeInto: "Into which product", "まとめる先の製品";
    ProductMergeThreads: "All of its {} threads go along, with their answers and who follows them.", "スレッド {} 件が、回答やフォローごと移ります。";
    ProductMergeAddresses: "Its addresses, tags and model numbers lead to the other product from then on.", "アドレス、タグ、型番は、これから先の製品に続きます。";
    ProductMergeStays: "Who stands behind each thread stays as it is.", "スレッドごとの担当は変わりません。";
    ProductMergeFinal: "It cannot be taken apart again.", "元に分けることはできません。";
    ProductMergeIt: "Merge", "まとめる";
    ProductMerged: "Merged. Every old address leads on.", "まとめました。以前のアドレスも続きます。";
    ProductClaimsDiffer: "You stand behind one of the two and not the other. Claim both first, or neither: merging never changes who stands behind a thread.",
        "片方だけを引き受けています。先に両方を引き受けるか、手放してください。まとめても担当は変わらないようにするためです。";
    NavSetUp: "Set-up", "設定";
    SetUpTitle: "Set up {}", "{} の設定";
    SetUpLead: "Five answers choose how this place works for you. Each can be changed whenever you like.", "5つの質問に答えると、この場の動きが決まります。いつでも変えられます。";
    WhyAnswers: "Does somebody of yours answer here?", "担当の方がここで答えますか。";
    WhyAnswersYes: "Yes. Visitors are told your hours, and a late answer is marked late.", "はい。受付時間を訪問者に示し、遅れた回答は「遅れ」とします。";
    WhyAnswersNo: "We only read. No hours are told, and nothing is late.", "読むだけです。受付時間は示さず、遅れもありません。";
    WhyCustomers: "Should customers answer one another first?", "まずお客様どうしで答え合いますか。";
    WhyCustomersNo: "No. Every thread waits for us at once.", "いいえ。すぐに「対応待ち」に入ります。";
    WhyCustomersYes: "Yes. A thread waits for us after a day; danger and unhappy askers at once.", "はい。1日たってから「対応待ち」に入ります。危険と、不満のある方はすぐに入ります。";
    WhyLearn: "Are you here above all to learn what people run into?", "困りごとを知ることが主な目的ですか。";
    WhyLearnNo: "No, to answer. The console opens with what waits.", "いいえ、答えることです。最初に「対応待ち」を開きます。";
    WhyLearnYes: "Yes. The console opens with the overview.", "はい。最初に「概要」を開きます。";
    WhySite: "Does your own site show this community?", "自社のサイトでこのコミュニティを見せますか。";
    WhySiteNo: "No. Threads have their one address here.", "いいえ。スレッドの正式なアドレスはここです。";
    WhySiteYes: "Yes. Search engines are told that threads have their one address there.", "はい。スレッドの正式なアドレスは自社のページだと検索エンジンに伝えます。";
    WhyHelp: "Have you help of your own that people should know of?", "知らせたい自社のサポートがありますか。";
    WhyHelpNo: "No.", "いいえ。";
    WhyHelpYes: "Yes. Visitors are shown the way there, besides the threads here.", "はい。ここのスレッドと合わせて案内します。";
    HelpLabel: "Your own help", "自社のサポート";
    HelpHint: "A page or a mail address.", "ページかメールアドレスを書いてください。";
    HelpWrong: "Write a page such as https://acme.example/help, or a mail address.", "https://acme.example/help のようなページか、メールアドレスを書いてください。";
    HelpNeeded: "This place leads to your own help, so that has to stand here.", "この場は自社のサポートへ案内しているので、ここに必要です。";
    PageLabel: "Your page with the tag", "タグを置いたページ";
    PageHint: "It may be on: {}. Write {product} and {thread} where the product’s key and the thread’s name belong.", "使えるのは {} です。製品のキーは {product}、スレッドの名前は {thread} と書いてください。";
    PageWrong: "Write the whole address of a page, beginning with https://.", "https:// から始まるページのアドレスを書いてください。";
    PageNotProven: "This page is outside of what you have proven. DNS proves the whole domain.", "証明した範囲の外です。DNS で証明するとドメイン全体になります。";
    PageNeeded: "Say which page that is.", "どのページかを書いてください。";
    SetUpSave: "Save the answers", "答えを保存する";
    SetUpSaved: "Saved. It counts within a minute, in open widgets after their next load.", "保存しました。1分以内に反映されます。";
    SetUpNothingYet: "Not answered yet. Until then, the first way of each counts.", "まだ答えがありません。それまでは、それぞれの最初の選択になります。";
    SignTitle: "Leaving with a date", "日を決めて終える";
    SignLead: "If you would rather answer elsewhere, put up a signpost: from that day on nothing new is asked here, what was answered stays readable, and everything leads to your own help. It needs no claim, and you can take it down again.",
        "別の場所で答えたいときは、案内を立てられます。その日から新しい質問は受け付けず、これまでの答えは読めるまま、すべてを自社のサポートへ案内します。引き受けは不要で、取りやめることもできます。";
    SignDay: "From which day on", "いつから";
    SignDayWrong: "Choose a day within two years.", "2年以内の日を選んでください。";
    SignPut: "Put up the signpost…", "案内を立てる…";
    SignAsk: "Put up the signpost?", "案内を立てますか?";
    SignDoesClosed: "From {} on nobody can begin a new thread here. Everybody who comes is shown the way to your own help.", "{} から、新しいスレッドは始められません。訪れた方には自社のサポートを案内します。";
    SignDoesReads: "What stands here stays readable, is found, and can be replied to.", "これまでのものは読め、検索でき、返信もできます。";
    SignDoesPublic: "The day is public, and stands in the history.", "この日付は公開され、履歴に載ります。";
    SignIt: "Put it up", "立てる";
    SignUp: "The signpost is up.", "案内を立てました。";
    SignStands: "The signpost stands since {}.", "{} から案内しています。";
    SignComes: "The signpost goes up on {}.", "{} に案内を立てます。";
    SignStandsLead: "Nothing new is asked here from then on, and everybody is shown the way to your own help.", "その日から新しい質問は受け付けず、自社のサポートへ案内します。";
    SignTake: "Take it down", "取りやめる";
    SignTaken: "The signpost is down. People can ask here again.", "案内を取りやめました。また質問できます。";
    SignHelpFirst: "Say above first where your own help is, so that nobody is left alone.", "訪れた方が困らないよう、先に上で自社のサポートの場所を書いてください。";
    OnlyOwners: "Only owners can do this.", "責任者だけができます。";
    ContextTitle: "Who asks", "質問した方";
    ContextAsked: "{} threads here, {} solved", "スレッド {} 件、うち解決 {} 件";
    ContextSince: "here since {}", "{} から";
    ContextFounder: "began this community", "このコミュニティを始めた方";
    ContextHelped: "solved {} questions of others", "ほかの方の質問を {} 件解決";
    ContextOthers: "Their other threads", "この方のほかのスレッド";
    ContextFollow: "Followed by {}.", "{} 人がフォローしています。";
    ContextClaimed: "claimed {}", "{} に引き受け";
    ContextTaken: "taken by you", "ご自身が担当";
    ContextTakenBy: "taken by {}", "{} が担当";
    RoleChanged: "The role is changed.", "役割を変えました。";
}

/// Says it in that language, with what it is about.
pub(crate) fn say(locale: Locale, word: Work, about: &[&str]) -> AttrValue {
    let (en, ja) = word.both();
    filled(if locale == Locale::Ja { ja } else { en }, about)
}

/// A sentence with what it is about in its gaps, in order.
pub(super) fn filled(text: &'static str, about: &[&str]) -> AttrValue {
    if about.is_empty() {
        return AttrValue::Static(text);
    }
    let mut parts = text.split("{}");
    let mut said = parts.next().unwrap_or_default().to_owned();
    for (part, it) in parts.zip(about) {
        said.push_str(it);
        said.push_str(part);
    }
    said.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_speak_of_the_same_things() {
        for word in Work::ALL {
            let (en, ja) = word.both();
            assert_eq!(en.matches("{}").count(), ja.matches("{}").count(), "{word:?}");
            assert!(!en.is_empty() && !ja.is_empty(), "{word:?}");
        }
    }

    #[test]
    fn what_it_is_about_stands_in_its_place() {
        assert_eq!(say(Locale::En, Work::ProofLine, &["DNS", "today"]), "DNS · last seen today");
    }
}

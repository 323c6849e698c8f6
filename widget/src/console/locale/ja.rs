//! The console in Japanese, written for Japanese readers rather than translated.

mod insight;
mod proof;

use super::msg::{ClaimWhat, Msg};
use chie_domain::proof::Method;
use proof::{by, finding_meaning, finding_word, forward};
use yew::AttrValue;

#[expect(clippy::match_same_arms, reason = "two things that read the same here may be told apart in another language")]
#[expect(clippy::too_many_lines, reason = "a table of sentences, read line by line; splitting it would hide a missing one")]
pub(super) fn say(msg: Msg<'_>) -> AttrValue {
    let fixed: &'static str = match msg {
        Msg::Console => "Chie 管理画面",
        Msg::TitleOf(screen) => return format!("{screen} · Chie 管理画面").into(),
        Msg::SkipToContent => "本文へ移動",
        Msg::Sections => "画面の切り替え",
        Msg::NavClaim => "引き受け",
        Msg::NavProof => "所有の確認",
        Msg::NavChanges => "変わること",
        Msg::Brands => "一覧",
        Msg::SignedInAs(email) => return format!("{email} でログイン中").into(),
        Msg::SignOut => "ログアウト",
        Msg::ProvenBy(Method::Dns) => "DNS で確認済み",
        Msg::ProvenBy(Method::File) => "ファイルで確認済み",
        Msg::ProvenBy(Method::Meta) => "メタタグで確認済み",
        Msg::InDoubt => "確認が取れていません",
        Msg::NotProven => "まだ確認されていません",
        Msg::Loading => "読み込んでいます",
        Msg::TryAgain => "もう一度試す",
        Msg::Cancel => "やめる",
        Msg::Close => "閉じる",
        Msg::LoadMore => "続きを表示",
        Msg::NothingHere => "この場所には何もありません",
        Msg::NothingHereLead => "アドレスが途中で切れているのかもしれません。ブランド一覧からやり直してください。",

        Msg::SignIn => "ログイン",
        Msg::SignInLead => "メールアドレスに6桁の確認コードをお送りします。パスワードはありません。",
        Msg::SessionOver => "ログインの期限が切れました。もう一度ログインしてください。書きかけの内容は残っています。",
        Msg::Email => "メールアドレス",
        Msg::EmailHint => "公開されることはありません。",
        Msg::SendCode => "確認コードを送る",
        Msg::CodeSent { email, minutes } => return format!("{email} に確認コードをお送りしました。{minutes}分間有効です。").into(),
        Msg::CodeSentBefore(email) => return format!("{email} に届いた確認コードを入力してください。").into(),
        Msg::Code => "6桁の確認コード",
        Msg::CodeHint => "メールの行をそのまま貼り付けてもかまいません。",
        Msg::CodeIncomplete => "確認コードは6桁の数字です。いちばん新しいメールをご覧ください。",
        Msg::SendAgain => "コードを送り直す",
        Msg::SentAgain => "新しいコードをお送りしました。使えるのは最後に届いたものだけです。",
        Msg::OtherAddress => "別のアドレスを使う",
        Msg::SignedOut => "ログアウトしました。",

        Msg::WhichBrand => "どのブランドのご担当ですか",
        Msg::WhichBrandLead => "ドメインの所有を確認し、引き受けるものを選ぶまでは、だれの画面も変わりません。",
        Msg::Domain => "ブランドのドメイン",
        Msg::DomainHint => "例：acme.example　サイトのページのアドレスを貼り付けてもかまいません。",
        Msg::Continue => "次へ",
        Msg::YourBrands => "あなたのブランド",
        Msg::FormerBrandsEmpty => "まだありません。手続きを始めたブランドがここに並びます。",

        Msg::ChangesTitle(brand) => return format!("{brand} が引き受けると変わること").into(),
        Msg::ChangesLead => "はじめる前に、この1ページをお読みください。費用はかかりません。",
        Msg::Changes => "変わること",
        Msg::ChangesSeal(brand) => {
            return format!("引き受けたやりとりに、{brand} の名と、確認の方法、参加した日を記した公式の印が付きます。").into();
        }
        Msg::ChangesVoice => {
            "公式として返信する、最もよい返信（ご自身のものでも利用者のものでも）を公式回答に選ぶ、「対応中」「対応予定」「解決済み」などの状況を示す、の3つができるようになります。"
        }
        Msg::ChangesSentence => "引き受けたところからは「利用者が運営しています」という表示が消えます。",
        Msg::Stays => "変わらないこと",
        Msg::StaysPosts => {
            "利用者が書いた言葉は、ひとつも変わりません。編集も削除もできません。削除は Chie の運営者だけが、公開されたきまりにもとづいて、理由を示して行います。"
        }
        Msg::StaysAnswers => {
            "質問した人が選んだ答えと、読んだ人の「役に立った」は、公式回答と並んで表示されます。どれも隠れません。"
        }
        Msg::StaysAddresses => "ゲストがだれか、どんなアドレスかは、見えません。",
        Msg::StaysRest => "引き受けなかったものは、これまでどおり利用者が運営します。",
        Msg::Obliges => "義務になること",
        Msg::ObligesNothing => "何もありません。",
        Msg::ObligesDetail => "費用も、誓約も、返信の期限もありません。今日1件だけ引き受けて、それきりでもかまいません。",
        Msg::Leaving => "やめたいとき",
        Msg::LeavingRelease => {
            "「引き受け」の画面から、いつでも手放せます。やりとりは利用者の運営に戻り、これまでの返信は日付とともに残ります。"
        }
        Msg::LeavingProof => {
            "または、ドメインに置いた確認の文字列を外してください。10日間見えなければ、公式の扱いは自然に終わります。"
        }
        Msg::GoToProof => "所有の確認へ進む",
        Msg::GoToClaim => "引き受けへ進む",

        Msg::ProofTitle(brand) => return format!("{brand} のご担当であることの確認").into(),
        Msg::ProofLead => {
            "どれか1つで確認できます。今日できるものから始めて、ドメイン全体にわたる DNS は、あとから加えることもできます。"
        }
        Msg::ProofHeld(brand) => return format!("{brand} の所有の確認").into(),
        Msg::MethodName(Method::Meta) => "メタタグ",
        Msg::MethodName(Method::File) => "ファイル",
        Msg::MethodName(Method::Dns) => "DNS レコード",
        Msg::MethodNote(Method::Meta) => "トップページに1行加えます。数秒で確認できます。",
        Msg::MethodNote(Method::File) => "小さなファイルを1つ置きます。数秒で確認できます。",
        Msg::MethodNote(Method::Dns) => "ドメイン全体の確認です。DNS の担当者に頼む必要があり、数分から1日ほどかかります。",
        Msg::WaysToProve => "確認の方法",
        Msg::AnotherProof => "確認の方法を加える",
        Msg::ChooseMethod => "1つ選ぶと、貼り付ける文字列が表示されます。表示しただけでは何も変わりません。",
        Msg::WhichHost => "どのホストに置きますか",
        Msg::PutThere(Method::Dns) => "次のレコードを DNS に加えてください",
        Msg::PutThere(Method::File) => "次のファイルをサイトに置いてください",
        Msg::PutThere(Method::Meta) => "次の1行をトップページに加えてください",
        Msg::PlaceLabel(Method::Dns) => "名前",
        Msg::PlaceLabel(Method::File) => "ファイルのアドレス",
        Msg::PlaceLabel(Method::Meta) => "ページ",
        Msg::PlaceType => "種類",
        Msg::TextLabel(Method::Dns) => "値",
        Msg::TextLabel(Method::File) => "ファイルの中身（これだけ）",
        Msg::TextLabel(Method::Meta) => "加える1行",
        Msg::PlaceHint(Method::Dns) => {
            "ドメイン名が自動で付く設定画面も多くあります。その場合の名前は _chie-challenge だけです。毎日見に行きますので、加えたままにしてください。"
        }
        Msg::PlaceHint(Method::File) => {
            "この文字列だけを入れ、https で見られるようにしてください。毎日見に行きますので、置いたままにしてください。"
        }
        Msg::PlaceHint(Method::Meta) => "<head> の中なら、どこでもかまいません。毎日見に行きますので、そのままにしてください。",
        Msg::Copy => "コピー",
        Msg::CopyWhat(what) => return format!("{what}をコピー").into(),
        Msg::Copied(what) => return format!("{what}をコピーしました").into(),
        Msg::CopyFailed => "コピーできませんでした。文字列を選択してありますので、キーボードでコピーしてください。",
        Msg::ForwardLabel => "ほかの人に頼むときは、そのまま送れる文面をコピーできます。",
        Msg::ForwardWhat => "依頼の文面",
        Msg::Forward { brand, method, placement, until } => return forward(brand, method, placement, until).into(),
        Msg::LooksTitle => "いま見えているもの",
        Msg::Asked => "確認した先",
        Msg::Answer => "返ってきたもの",
        Msg::Meaning => "意味",
        Msg::NoAnswer => "応答なし",
        Msg::NothingThere(Method::Dns) => "レコードなし",
        Msg::NothingThere(Method::File | Method::Meta) => "何もありません",
        Msg::NotLookedYet => "まだ見に行っていません。文字列を置いてから、確認してください。",
        Msg::CheckNow => "確認する",
        Msg::CheckAgain => "もう一度確認する",
        Msg::Checking => "見に行っています",
        Msg::WeLookUntil(day) => {
            return format!("このページを開いているあいだは、1分ごとに見に行きます。この文字列は{day}まで使えます。").into();
        }
        Msg::LookedJustNow => "いま見に行ったところです。10秒ほど待ってから、もう一度お試しください。",
        Msg::CheckMissed(word) => return format!("確認しました：{word}。くわしくは表をご覧ください。").into(),
        Msg::FindingWord(finding) => finding_word(finding),
        Msg::FindingMeaning(finding, method) => finding_meaning(finding, method),
        Msg::ProvenTitle { brand, method } => return format!("{brand} の所有を{}で確認しました", by(method)).into(),
        Msg::ProvenSince { since, seen } => return format!("{since}から · 最終確認 {seen}").into(),
        Msg::LeaveInPlace => "そのまま置いておいてください。毎日見に行きます。数日見えなくても、何も変わりません。",
        Msg::JustProven(brand) => return format!("{brand} の所有を確認しました。やりとりを引き受けられます。").into(),
        Msg::DoubtTitle(Method::Dns) => "DNS レコードが見えなくなっています",
        Msg::DoubtTitle(Method::File) => "ファイルが見えなくなっています",
        Msg::DoubtTitle(Method::Meta) => "メタタグが見えなくなっています",
        Msg::DoubtDetail { seen, until } => {
            return format!(
                "最後に見えたのは{seen}です。元に戻るまで公式の返信はできません。{until}までに戻らないと、やりとりは利用者の運営に戻ります。文字列を元に戻して、確認してください。"
            )
            .into();
        }
        Msg::LapsedTitle(Method::Dns) => "DNS による確認は終わりました",
        Msg::LapsedTitle(Method::File) => "ファイルによる確認は終わりました",
        Msg::LapsedTitle(Method::Meta) => "メタタグによる確認は終わりました",
        Msg::LapsedDetail(day) => {
            return format!("10日間見えなかったため、{day}に終わりました。引き受けたものは30日間残っています。もう一度確認すれば、元どおり公式になります。").into();
        }
        Msg::RequestOver => {
            "この文字列は30日の期限を過ぎました。新しい文字列を受け取ってください。ほかに失われるものはありません。"
        }
        Msg::NewText => "新しい文字列を受け取る",
        Msg::SeatWaitsTitle(moment) => return format!("{moment} から参加できます").into(),
        Msg::SeatWaits(brand) => {
            return format!("所有の確認は済みました。{brand} にはすでに担当の方がいて、あなたのことをお知らせしました。知らないうちに他人が入り込むことのないよう、あとから来た方には72時間お待ちいただきます。文字列はそのままにして、お待ちください。").into();
        }
        Msg::OthersTitle(brand) => return format!("{brand} には、すでに担当の方がいます").into(),
        Msg::OthersDetail { method, since } => {
            return format!("{since}に、{}で所有が確認されています。あなたも確認すると、72時間後に加わることができます。担当の方にはすぐにお知らせします。", by(method)).into();
        }
        Msg::NeedProofTitle => "先に、ご担当であることの確認をお願いします",
        Msg::NeedProof(brand) => {
            return format!("{brand} の所有が確認できると、引き受けと公式の返信ができるようになります。数分で済みます。").into();
        }
        Msg::NoPower => "現在の役割では、読むことだけができます。変更が必要なときは、所有者にお尋ねください。",

        Msg::ClaimTitle(n) => return format!("利用者が始めたやりとり {n}件").into(),
        Msg::ClaimTitleNone => "引き受けるものは、いまありません",
        Msg::ClaimLead(brand) => {
            return format!("「公式」は、今日から {brand} がここにいることを示します。ほかの人が書いたことに同意したという意味ではありません。危険、同じ方の多いものの順に並んでいます。引き受けてから10分間は、メールを送りません。").into();
        }
        Msg::ClaimNoneLead(brand) => {
            return format!("{brand} のやりとりはすべて公式になっているか、まだ質問がありません。これから始まるものを引き受けておくこともできます。").into();
        }
        Msg::ColThread => "やりとり",
        Msg::ColState => "状況",
        Msg::ColSame => "同じ声",
        Msg::ColAge => "始まり",
        Msg::ReadHere => "ここで読む",
        Msg::ReadHereTitle(title) => return format!("ここで読む：{title}").into(),
        Msg::SelectAll => "表示中のものをすべて選ぶ",
        Msg::SelectThread(title) => return format!("選ぶ：{title}").into(),
        Msg::ClaimSelected(0) => "選んだものを引き受ける…",
        Msg::ClaimSelected(n) => return format!("{n}件を引き受ける…").into(),
        Msg::SelectFirst => "先に、表の中から1件以上選んでください。",
        Msg::ClaimProduct => "製品ごとに引き受ける…",
        Msg::ProductLine { name, threads } => return format!("{name} · {threads}件").into(),
        Msg::ClaimFromNow => "今日からのものだけ…",
        Msg::ClaimAsk(what) => return format!("{}を引き受けますか", object(what)).into(),
        Msg::ItDoes => "引き受けると起こること",
        Msg::DoesSeal(ClaimWhat::Threads(_) | ClaimWhat::ThisThread) => "このやりとりに、公式の印が付きます。",
        Msg::DoesSeal(ClaimWhat::Product(name)) => {
            return format!("「{name}」のやりとりすべてと、これから始まるものに、公式の印が付きます。").into();
        }
        Msg::DoesSeal(ClaimWhat::Everything) => "全製品のやりとりすべてと、これから始まるものに、公式の印が付きます。",
        Msg::DoesSeal(ClaimWhat::FromNowOn) => "これから始まるやりとりに、公式の印が付きます。以前のものは利用者の運営のままです。",
        Msg::DoesVoice => "公式の返信、公式回答の選択、状況の表示ができるようになります。",
        Msg::ItDoesNot => "引き受けても起こらないこと",
        Msg::DoesNotAgree => "ほかの人が書いたことに同意したことにはなりません。",
        Msg::DoesNotTouch => "だれの言葉も、変えず、隠さず、消しません。",
        Msg::DoesNotBind => "義務は生じません。いつでも手放せます。",
        Msg::ClaimIt => "引き受ける",
        Msg::Claimed(what) => return claimed(what).into(),
        Msg::YourClaims => "引き受けているもの",
        Msg::NoClaims => "まだありません。",
        Msg::ScopeEverything => "コミュニティ全体",
        Msg::ScopeProduct(name) => return format!("製品：{name}").into(),
        Msg::ScopeThread(title) => return format!("やりとり：{title}").into(),
        Msg::ScopeSomeThread => "やりとり1件",
        Msg::ReachAll => "これまでのものと、これからのもの",
        Msg::ReachFromNowOn => "引き受けた後に始まったものだけ",
        Msg::Since(day) => return format!("{day}から").into(),
        Msg::Release => "手放す…",
        Msg::ReleaseWhat(what) => return format!("手放す：{what}").into(),
        Msg::ReleaseAsk => "手放しますか",
        Msg::ReleaseDoes => {
            "対象のやりとりは、すぐに利用者の運営に戻ります。ほかの引き受けにも含まれているものは、公式のままです。"
        }
        Msg::ReleaseKeeps => "書かれたものは何も消えません。あとでもう一度引き受けることもできます。",
        Msg::ReleaseDated => "示していた状況は、利用者の評価による表示に戻ります。",
        Msg::ReleaseIt => "手放す",
        Msg::Released => "手放しました。利用者の運営に戻っています。",
        Msg::ReleasedClaims(n) => return format!("手放したもの {n}件").into(),
        Msg::ReleasedOn(day) => return format!("{day}に手放しました").into(),

        Msg::AllThreadsTitle => "やりとり",
        Msg::FilterLabel => "表示するもの",
        Msg::NothingClaimed => "まだ何も引き受けていません",
        Msg::NothingClaimedLead => "引き受けたやりとりで、公式の返信ができるようになります。",

        Msg::Thread => "やりとり",
        Msg::BackToThreads => "一覧に戻る",
        Msg::PublicPage => "公開ページを見る",
        Msg::OfficialSince(day) => return format!("{day}から公式").into(),
        Msg::RunByCustomers => "利用者が運営",
        Msg::OpeningPost => "はじめの投稿",
        Msg::RepliesTitle => "返信",
        Msg::NoReplies => "まだ返信はありません。",
        Msg::SolvedForAsker => "質問した人が解決としました",
        Msg::Helped(n) => return format!("{n}人の役に立ちました").into(),
        Msg::OurAnswer => "公式回答",
        Msg::MarkAnswer => "公式回答にする",
        Msg::UnmarkAnswer => "公式回答から外す",
        Msg::Marked => "この返信を公式回答にしました。",
        Msg::Unmarked => "公式回答から外しました。返信はそのまま残っています。",
        Msg::ReplyTitle => "公式として返信する",
        Msg::YourName => "表示するお名前",
        Msg::YourNameHint => "名字だけでもかまいません。横にドメインが必ず表示されます。",
        Msg::ReplyLabel => "公式の返信",
        Msg::ReplyHint => "Markdown が使えます：**太字**、箇条書き、リンク、`コード`",
        Msg::Audience { name, brand } => return format!("{brand} の {name} として、公式に返信します。").into(),
        Msg::AudienceUnnamed(brand) => return format!("{brand} として、公式に返信します。").into(),
        Msg::Public => "だれでも読めます。",
        Msg::SendReply => "公式として返信する",
        Msg::ReplySent => "公式の返信を公開しました。",
        Msg::DraftKept => "下書きはこのブラウザーに残っています。",
        Msg::StatusLabel => "状況",
        Msg::StatusFollows => "利用者の評価にまかせる",
        Msg::ReasonLabel => "理由（だれでも読めます）",
        Msg::ReasonHint => "質問した人に向けて、なぜそうなのか、代わりに何ができるかを、やさしい言葉で書いてください。",
        Msg::ReasonMissing => "お断りするときは理由が必要です。質問した人に伝わる言葉で書いてください。",
        Msg::SetStatus => "状況を示す",
        Msg::StatusDone => "状況を公開しました。",
        Msg::StatusStays(word) => return format!("「{word}」のまま").into(),
        Msg::StatusReason(reason) => return format!("理由：{reason}").into(),
        Msg::FanMadeNotice => "このやりとりは利用者が運営しています。公式の返信や状況の表示は、引き受けてからできます。",
        Msg::ClaimThread => "このやりとりを引き受ける…",
        Msg::DoubtfulNoPosts => "確認が取れていないあいだは、公式の返信はできません。「所有の確認」をご覧ください。",
        Msg::RemovePost => "きまりにもとづいて削除する…",
        Msg::RemoveTitle => "この投稿を削除しますか",
        Msg::RemoveLead => "投稿のあった場所に、きまりの文が残り、書いた人にも知らされます。あてはまるきまりを選んでください。",
        Msg::GroundLabel => "公開されたきまり",
        Msg::RemoveIt => "削除する",
        Msg::RemovedDone => "削除しました。きまりの文が残っています。",
        Msg::CautionPost => "注意書きを付ける…",
        Msg::CautionBack => "注意書きを取り下げる",
        Msg::CautionTitle => "この返信に注意書きを付けますか",
        Msg::CautionLead => "返信はそのまま残ります。その上に、日付と署名のある注意書きが表示され、理由はだれでも読めます。",
        Msg::CautionDone => "注意書きを公開しました。",
        Msg::CautionWithdrawn => "注意書きを取り下げました。その旨が一行残ります。",
        Msg::DangerMarked => "このスレッドには危険を示す言葉があります。解決するか印を外すまで、どの一覧でも先頭に出ます。",
        Msg::LiftDanger => "危険はない…",
        Msg::LiftDangerTitle => "安全の印を外しますか",
        Msg::LiftDangerLead => "危険がないとする理由は、だれでも読めます。迷うときは、そのままにしてください。",
        Msg::DangerLifted => "印を外しました。理由が一行残ります。",
        Msg::Publish => "公開する",
        Msg::VersionLabel => "どの版で（任意）",
        Msg::VersionHint => "報告してくださった方へのお礼とともに表示されます。",
        Msg::EmergencyTitle => "緊急のとき",
        Msg::EmergencyLabel => "緊急窓口のページ",
        Msg::EmergencyHint => {
            "火災・感電・けがなどの言葉を書いた人に、すぐ表示されます。ページのアドレスかメールアドレスを入れてください。空にすると、御社のサイトが表示されます。"
        }
        Msg::EmergencyWrong => "https で始まるページのアドレスか、メールアドレスを入れてください。",
        Msg::EmergencySet => "これを表示する",
        Msg::EmergencyDone => "いまから表示されます。",
        Msg::SitesTitle => "御社のサイト",
        Msg::SitesLabel => "タグを公開するサイト（一行に一つ）",
        Msg::SitesHint => {
            "例：shop.acme.example。ほかのサイトではテスト表示になり、書かれたことは公開されません。空にすると、ファンのサイトも含めて、すべてのサイトで公開されます。"
        }
        Msg::SitesWrong => {
            "ホスト名を一行に一つ書いてください（例：shop.acme.example）。50件まで、社内ネットワークの名前は使えません。"
        }
        Msg::SitesSet => "この一覧にする",
        Msg::SitesDone => "いまからこの一覧になります。",
        Msg::MoodsTitle => "お客様の気持ち",
        Msg::MoodsHow => "質問のときと解決したときの両方で気持ちを選んだ方の人数です。",
        Msg::MoodsBefore => "質問のとき",
        Msg::MoodsAfter => "解決したとき",
        Msg::MoodsPeople => "人数",

        Msg::Insight(insight) => return insight::say(insight),
        Msg::FieldEmpty => "ここに入力してください。",
        Msg::FieldTooLong => "長すぎて入りません。少し短くしてください。",
        Msg::FieldForbidden => "目に見えない文字や制御文字が含まれています。貼り付けずに、入力してみてください。",
        Msg::EmailMalformed => "メールアドレスは name@acme.example のような形で入力してください。",
        Msg::DomainMalformed => "acme.example のようなドメインを入力するか、サイトのページのアドレスを貼り付けてください。",
        Msg::DomainIp => "IP アドレスではなく、ブランドのドメインを入力してください。",
        Msg::DomainLocal => "これは社内などの閉じた範囲だけの名前です。公開されているドメインを入力してください。",
        Msg::DomainSuffix => "これは多くのブランドが共有する末尾です。ブランド自身のドメインを入力してください。",
        Msg::TooMany => "少し間をおいてから、もう一度お試しください。",
        Msg::TooManyCodes => "このアドレスには、すでに何通かお送りしています。最後に届いたものを使うか、1時間ほどお待ちください。",
        Msg::TooManyRequests => "手続き中のものがいくつかあります。先にどれかを済ませてください。",
        Msg::MailFailed => "メールを送れませんでした。1分ほどたってから、もう一度お試しください。",
        Msg::CodeWrong => "確認コードが合いません。いちばん新しいメールを見るか、コードを送り直してください。",
        Msg::CodeSpent => "このコードはもう試せません。コードを送り直してください。",
        Msg::NotAllowed => "いまはこの操作ができません。できることは「所有の確認」でご覧いただけます。",
        Msg::Gone => "ここにはもうありません。一覧に戻って、ご確認ください。",
        Msg::NotClaimed => "先に、このやりとりを引き受けてください。公式の返信や状況の表示は、そのあとにできます。",
        Msg::WrongHost => "ブランドのドメインそのものか、www の付いたものを選んでください。",
        Msg::RequestExpired => "この文字列は30日の期限を過ぎました。新しい文字列を受け取ってください。",
        Msg::NameReserved => "この名前は、ほかのものと間違われるおそれがあります。ご自身の名前を使ってください。",
        Msg::WrongKind => "この状況は別の種類のためのものです。一覧から選んでください。",
        Msg::Changed => "その間に変更がありました。画面を確かめて、もう一度お試しください。",
        Msg::Unavailable => "混み合っています。何も失われていません。少しあとで、もう一度お試しください。",
        Msg::Offline => "接続がありません。書いたものは残っています。つながったら、もう一度お試しください。",
        Msg::Fault(code) => {
            return format!("うまくいきませんでした（{code}）。何も失われていません。もう一度お試しください。").into();
        }
    };
    AttrValue::Static(fixed)
}

fn object(what: ClaimWhat<'_>) -> String {
    match what {
        ClaimWhat::Threads(n) => format!("{n}件"),
        ClaimWhat::ThisThread => "このやりとり".to_owned(),
        ClaimWhat::Product(name) => format!("「{name}」"),
        ClaimWhat::Everything => "コミュニティ全体".to_owned(),
        ClaimWhat::FromNowOn => "これから始まるもの".to_owned(),
    }
}

fn claimed(what: ClaimWhat<'_>) -> String {
    match what {
        ClaimWhat::Threads(n) => format!("{n}件が公式になりました。"),
        ClaimWhat::ThisThread => "公式になりました。返信できます。".to_owned(),
        ClaimWhat::Product(name) => format!("「{name}」が公式になりました。"),
        ClaimWhat::Everything => "コミュニティ全体が公式になりました。".to_owned(),
        ClaimWhat::FromNowOn => "これから始まるやりとりは、すべて公式になります。".to_owned(),
    }
}

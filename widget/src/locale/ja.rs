//! Japanese.

use super::Msg;
use chie_domain::ground::Ground;

/// The sentence in Japanese.
#[expect(clippy::too_many_lines, reason = "one line a sentence")]
#[expect(clippy::match_same_arms, reason = "sentences for different places may read alike in one language")]
pub(super) const fn text(msg: Msg) -> &'static str {
    match msg {
        // What the language itself is like.
        Msg::Direction => "ltr",
        Msg::Between => "",

        // What stands above everything: who runs this place.
        Msg::Chie => "Chie",
        Msg::PlaceFan => "利用者どうしが助け合う場所です。{brand}が運営するものではありません。",
        Msg::PlacePending => "利用者どうしが助け合う場所です",
        Msg::MakersSite => "{brand}のサイト",
        Msg::OfficialWord => "公式",
        Msg::OfficialName => "{name} 公式",
        Msg::InThreadSince => "が参加しています（{date}から）",
        Msg::ProvenDns => "ドメインの所有を DNS で確認",
        Msg::ProvenFile => "ドメインの所有をサイト上のファイルで確認",
        Msg::ProvenMeta => "ドメインの所有をトップページで確認",
        Msg::LastChecked => "最終確認 {date}",
        Msg::HereSince => "{date}から参加",
        Msg::InDoubt => "最近の確認では所有の証拠が見つかっていません",
        Msg::StewardLabel => "運営について",

        // The list.
        Msg::CustomersPlace => "{product} 利用者のひろば",
        Msg::Threads => "{n}件のやりとり",
        Msg::Unconfirmed => "未確認の製品ページ",
        Msg::AskField => "調べる・質問する",
        Msg::Filters => "しぼりこみ",
        Msg::FilterAll => "すべて",
        Msg::FilterSolved => "解決済み",
        Msg::FilterWaiting => "回答待ち",
        Msg::FilterKind => "種類",
        Msg::GroupCommon => "よくあるものから",
        Msg::ThreadList => "やりとりの一覧",
        Msg::Replies => "返信 {n}",
        Msg::BrandIsHere => "{brand}が参加しています",
        Msg::Yours => "あなたの投稿",
        Msg::More => "もっと見る",
        Msg::Loading => "読みこみ中",
        Msg::LoadFailed => "いまは読みこめませんでした。",
        Msg::Retry => "もう一度",
        Msg::EmptyTitle => "{product}についての質問はまだありません",
        Msg::EmptyText => "最初の質問をどうぞ。使っている人ならだれでも答えられます。",
        Msg::EmptyFilter => "あてはまるものはありません。",
        Msg::ShowAll => "すべて見る",
        Msg::FootOpen => "だれでも読めます。登録しなくても参加できます。",
        Msg::Rules => "参加のきまり",
        Msg::YourCompany => "この会社の方ですか",

        // Kinds, and how many have it too.
        Msg::KindQuestion => "聞きたい",
        Msg::KindProblem => "困りごと",
        Msg::KindIdea => "要望",
        Msg::KindPraise => "よかったこと",
        Msg::KindUpdate => "お知らせ",
        Msg::SameQuestion => "私も知りたい {n}",
        Msg::SameProblem => "同じ症状 {n}",
        Msg::SameIdea => "私もほしい {n}",
        Msg::SamePraise => "私もそう思う {n}",
        Msg::MeTooQuestion => "私も知りたい",
        Msg::MeTooProblem => "私も同じ症状です",
        Msg::MeTooIdea => "私もほしい",
        Msg::MeTooPraise => "私もそう思う",
        Msg::YouAsked => "あなたの質問です",

        // Where a thread stands.
        Msg::StatusNeedsAnswer => "回答待ち",
        Msg::StatusReported => "受付",
        Msg::StatusSuggested => "提案",
        Msg::StatusSeemsSolved => "解決したようです",
        Msg::StatusAnswered => "回答済み",
        Msg::StatusSolved => "解決済み",
        Msg::StatusLookingInto => "確認中",
        Msg::StatusClosed => "終了",
        Msg::StatusInProgress => "対応中",
        Msg::StatusChanged => "製品に反映",
        Msg::StatusAsDesigned => "仕様によるものです",
        Msg::StatusSeenDifferently => "見解が分かれています",
        Msg::StatusConsidered => "検討中",
        Msg::StatusPlanned => "対応予定",
        Msg::StatusShipped => "実現しました",
        Msg::StatusNotPlanned => "対応の予定なし",
        Msg::StatusOngoing => "継続中",
        Msg::StatusOver => "終了",
        Msg::OfficialStatus => "公式：{status}",
        Msg::StatusReason => "{brand}より：{reason}",

        // Times.
        Msg::JustNow => "たった今",
        Msg::AgoStyle => "narrow",

        // Likely threads while typing.
        Msg::LikelyTitle => "答えになるかもしれません",
        Msg::LikelyFound => "答えになりそうなやりとりが{n}件あります",
        Msg::LikelyNothing => "まだだれも質問していません。",
        Msg::NoneOfThese => "どれも違う → このまま質問する",
        Msg::AskThis => "このまま質問する",
        Msg::GoOn => "下書きの続きを書く",

        // Asking.
        Msg::AskHeading => "使っている人たちに聞く",
        Msg::TitleLabel => "ひとことで",
        Msg::DetailsLabel => "くわしく",
        Msg::DetailsHint => "どんなようすか、試したこと、どうなればうれしいか",
        Msg::KindLegend => "どんな内容ですか",
        Msg::KindGuessed => "書かれた言葉から選びました。違うときは選びなおしてください。",
        Msg::NameLabel => "お名前（なくてもかまいません）",
        Msg::NameHint => "書かないときは「ゲスト」と色で表示されます。",
        Msg::ReadersFan => "だれでも読めます。ほかの利用者が答えます。{brand}が運営する場所ではありません。",
        Msg::ReadersPending => "だれでも読めます。ほかの利用者が答えます。",
        Msg::ReadersOfficial => "だれでも読めます。{brand}の担当者と、ほかの利用者が答えます。",
        Msg::LeaveOut => "電話番号や住所、製造番号は書かないでください。",
        Msg::PostQuestion => "質問を公開する",
        Msg::PostProblem => "困りごとを公開する",
        Msg::PostIdea => "要望を公開する",
        Msg::PostPraise => "よかったことを公開する",
        Msg::RulesLine => "公開すると{rules}に同意したことになります。",
        Msg::RulesInLine => "参加のきまり",
        Msg::DraftKept => "下書きはこの端末に保存されています。",
        Msg::Sending => "送信しています",
        Msg::Back => "戻る",

        // What is guessed from: words, separated by bars.
        Msg::GuessProblem => {
            "ません|なくなりました|壊れ|こわれ|動かない|鳴らない|漏れ|もれる|錆|さび|割れ|異音|におい|臭|熱く|外れ|詰ま|つまる|はがれ|ちらつ|ぐらつ|故障|困"
        }
        Msg::GuessQuestion => "？|?|ですか|ますか|でしょうか|どう|どこ|なぜ|いつ|教えて",
        Msg::GuessIdea => "ほしい|欲しい|してほしい|要望|あるといい|あれば|追加|改善",
        Msg::GuessPraise => "ありがとう|感謝|最高|すばらし|素晴らし|気に入|よかった|良かった|うれし|嬉し|大好き",

        // After posting.
        Msg::PostedTitle => "公開しました",
        Msg::PostedNext => "使っている人ならだれでも答えられるようになりました。答えはこのページの質問の下に並びます。",
        Msg::KeepTitle => "ほかの端末でも自分の投稿にする",
        Msg::KeepText => {
            "このブラウザーでは、あなたの投稿として扱われています。メールアドレスを確認すると、ほかの端末でも続けられます。アドレスは公開されません。"
        }
        Msg::EmailLabel => "メールアドレス",
        Msg::SendCode => "確認コードを送る",
        Msg::CodeSent => "{email} に確認コードを送りました。{minutes}分間使えます。",
        Msg::CodeLabel => "6桁の確認コード",
        Msg::ConfirmCode => "確認する",
        Msg::OtherAddress => "別のアドレスにする",
        Msg::KeptUnder => "{email} の方の投稿として保存しました。",
        Msg::SeeThread => "投稿を見る",
        Msg::ToList => "一覧に戻る",

        // A thread.
        Msg::BackToList => "{product}のやりとり一覧",
        Msg::AskedThis => "質問した人",
        Msg::OfficialAnswer => "公式の回答",
        Msg::AskersAnswer => "{name}さんが解決した方法",
        Msg::SolvedIt => "これで解決",
        Msg::CrowdAnswer => "{n}人の役に立ちました",
        Msg::Answers => "答え",
        Msg::Conversation => "返信",
        Msg::NoReplies => "まだ返信はありません。何かご存じでしたら、ぜひ書いてください。",
        Msg::MoreReplies => "続きの返信を見る",
        Msg::Helpful => "役に立った",
        Msg::HelpfulCount => "役に立った {n}",
        Msg::Accept => "これで解決しました",
        Msg::Unaccept => "やはり解決していません",
        Msg::ReplyLabel => "あなたの返信",
        Msg::ReplyHint => "どうするとうまくいきましたか",
        Msg::ReplyButton => "返信する",
        Msg::PublicAs => "「{name}」として公開されます",
        Msg::PublicAsGuest => "ゲストとして公開されます",
        Msg::ReplyPosted => "返信を公開しました。",
        Msg::FormerlyOfficial => "{date}時点では公式",
        Msg::Guest => "ゲスト・{colour}",
        Msg::GuestNumber => "ゲスト・{colour} {n}",
        Msg::Blue => "青",
        Msg::Green => "緑",
        Msg::Yellow => "黄",
        Msg::Orange => "だいだい",
        Msg::Red => "赤",
        Msg::Purple => "紫",
        Msg::White => "白",
        Msg::Grey => "灰",
        Msg::Held => "確認が終わるまで、あなただけに見えています。理由：{ground}",
        Msg::HeldNew => "確認が終わるまで、あなただけに見えています。",
        Msg::DeletedByAuthor => "書いた方が削除しました",
        Msg::Removed => "参加のきまりにより削除されました：{ground}",

        // What went wrong, and what to do.
        Msg::Offline => "オフラインのようです。文章は保存されています。つながったら、もう一度お試しください。",
        Msg::Unavailable => "いまはつながりません。文章は保存されています。少したってから、もう一度お試しください。",
        Msg::WrongOther => "できませんでした。内容をご確認のうえ、もう一度お試しください。",
        Msg::WrongEmpty => "ここに書いてください。",
        Msg::WrongLong => "長すぎます。{max}文字までにしてください。",
        Msg::WrongCharacter => "見えない文字や制御文字を消してください。",
        Msg::WrongEmail => "name@domain.example のような形で書いてください。",
        Msg::WrongName => "メーカーの担当者とまちがわれるおそれがあります。ほかの名前にしてください。",
        Msg::WrongKind => "お知らせはメーカーだけが出せます。ほかの種類を選んでください。",
        Msg::WrongCode => "コードが合いません。いちばん新しいメールを見るか、もう一度コードを送ってください。",
        Msg::WrongSpent => "回数をこえました。もう一度コードを送ってください。",
        Msg::WrongMany => "短い時間に続けて操作されました。少し待ってから、もう一度お試しください。",
        Msg::WrongMail => "メールを送れませんでした。少したってから、もう一度お試しください。",
        Msg::WrongOwn => "ご自身の投稿にはつけられません。",
        Msg::WrongGone => "もうここにはありません。",
        Msg::WrongSession => "有効期限が切れていました。もう一度送信してください。",
        Msg::WrongDomain => "acme.example のようなドメインを書いてください（https:// やポート、パスは要りません）。",
        Msg::WrongIp => "IPアドレスではなく、メーカーのドメインを書いてください。",
        Msg::WrongLocal => "社内などの閉じた範囲だけの名前です。公開されているドメインを書いてください。",
        Msg::WrongSuffix => "多くのサイトに共通の末尾です。メーカー自身のドメインを書いてください。",
        Msg::WrongBrandName => "「公式」「サポート」などの言葉は入れず、名前だけを書いてください。",
        Msg::WrongKey => "kettle のような、半角英数字の短い名前をつけてください。",

        // Finding and opening a community.
        Msg::DirectoryTitle => "同じものを使っている人を見つける",
        Msg::DirectoryField => "メーカーや製品の名前",
        Msg::DirectoryButton => "さがす",
        Msg::DirectoryNone => "「{q}」のひろばはまだありません。下の欄から開けます。",
        Msg::DirectoryEmpty => "まだひろばがありません。最初のひろばを下の欄から開けます。",
        Msg::DirectoryLively => "いまあるひろば",
        Msg::DirectoryFound => "見つかったひろば",
        Msg::OfficialSince => "{date}から公式",
        Msg::FanMade => "利用者が運営",
        Msg::OpenTitle => "ひろばを開く",
        Msg::OpenText => {
            "だれでも開けます。利用者が運営するひろばであることがはっきり示され、メーカーはドメインを確認すればいつでも参加できます。"
        }
        Msg::DomainLabel => "メーカーのドメイン",
        Msg::DomainHint => "例：acme.example",
        Msg::BrandNameLabel => "メーカーの名前（なくてもかまいません）",
        Msg::ProductLabel => "製品の名前",
        Msg::ProductHint => "はじめに話したい製品",
        Msg::KeyLabel => "アドレスに使う短い名前（なくてもかまいません）",
        Msg::KeyHint => "半角英数字。例：kettle",
        Msg::OpenButton => "開く",

        // The rules.
        Msg::RulesTitle => "参加のきまり",
        Msg::RulesIntro => "どのひろばにも共通のきまりです。投稿すると同意したことになり、投稿にはそのときの版が記録されます。",
        Msg::RulesVersion => "第{n}版",
        Msg::RulesAfter => {
            "きまりに反する投稿は、確認が終わるまで保留されるか、削除されます。あった場所と理由は残ります。メーカーが利用者の投稿を消すことはできません。"
        }

        // The grounds of the published rules stand with the rules themselves.
        Msg::GroundPersonalData => Ground::PersonalData.japanese(),
        Msg::GroundThreat => Ground::Threat.japanese(),
        Msg::GroundDanger => Ground::Danger.japanese(),
        Msg::GroundPosingAsStaff => Ground::PosingAsStaff.japanese(),
        Msg::GroundSpam => Ground::Spam.japanese(),
        Msg::GroundHostility => Ground::Hostility.japanese(),
        Msg::GroundOffTopic => Ground::OffTopic.japanese(),
        Msg::GroundUnlawful => Ground::Unlawful.japanese(),
    }
}

//! Japanese, on pages and in mail.

use super::super::Page;

/// The sentence in Japanese.
#[expect(clippy::too_many_lines, reason = "one line a sentence")]
#[expect(clippy::match_same_arms, reason = "sentences for different places may read alike in one language")]
pub(in super::super) const fn text(page: Page) -> &'static str {
    match page {
        // Around pages: titles, the frame, the page that makes a tag.
        Page::Directory => "メーカーのコミュニティをさがす",
        Page::DirectoryAbout => {
            "製品ごとに、利用者どうしで助け合う場所です。メーカーも、ドメインの所有を示して加わることができます。"
        }
        Page::Rules => "参加のきまり",
        Page::Tag => "サイトに置く",
        Page::TagAbout => {
            "HTMLを1行加えるだけで、製品のページにコミュニティを置けます。登録も運用もいりません。どの製品のためのものか、お書きください。"
        }
        Page::TagDomain => "メーカーのドメイン",
        Page::TagKey => "製品を表す短い名前",
        Page::TagKeyHint => "半角の小文字、数字、ハイフンで書きます（例：kettle-12）。あとから変えることはできません。",
        Page::TagName => "製品の名前",
        Page::TagMake => "タグを作る",
        Page::TagPaste => "表示したい場所に、これを貼り付けてください",
        Page::TagThen => {
            "これで完了です。最初の質問が書かれると製品のページができます。メーカーの方は、いつでもドメインの所有を示して公式に答えられます。"
        }
        Page::TagCsp => {
            "ページにコンテンツセキュリティポリシーがあるときは、次のオリジンを script-src、connect-src、img-src に加え、script-src に 'wasm-unsafe-eval' を加えてください。"
        }
        Page::TagWrong => "印のついた欄をご確認ください。",
        Page::Docs => "Chie をサイトに置くには",
        Page::DocsAbout => "ひろばを二分でページに置く方法。タグと属性、ポリシー、見た目、言語、どの情報がどこへ行くか。",
        Page::Api => "Chie の API",
        Page::ApiAbout => "API の一覧。読む、参加する、メーカーとして答える。受け付けるもの、応答、断りを示します。",
        Page::CustomersPlace => "利用者のひろば",
        Page::NotFound => "ここには何もありません",
        Page::NotFoundAbout => "アドレスが古いか、間違っているようです。メーカーや製品の名前でおさがしください。",
        Page::Away => "ただいま応答がありません",
        Page::AwayAbout => "何も失われていません。少し待ってから、もう一度読み込んでください。",
        Page::Skip => "本文へ",
        Page::RunByCustomers => "利用者どうしが助け合う場所です。次のメーカーが運営するものではありません：",
        Page::KeptTitle => "公開しました。次のアドレスを控えてください",
        Page::KeptAbout => {
            "あなたが書いたものの鍵です。このアドレスを開いた人が書いた本人として扱われます。表示されるのは今だけです。コピーするかブックマークに加え、ほかの人には見せないでください。"
        }
        Page::AskHere => "自分の質問を書く",
        Page::Official => "公式コミュニティ",

        // A brand’s own page, its badge, a member.
        Page::PlaceHomeCustomers => "{}：利用者のひろば",
        Page::PlaceHomeDenial => "利用者どうしが助け合う場所です。{}が運営するものではありません。",
        Page::PlaceHomeOfficial => "{} が公式に答えています。",
        Page::PlaceHowProven => "どのように証明されたか",
        Page::PlaceWhoStands => "この場の運営について",
        Page::PlaceFind => "スレッドをさがす",
        Page::PlaceFindButton => "さがす",
        Page::PlaceProducts => "製品",
        Page::PlaceThreads => "スレッド {}件",
        Page::PlaceSolved => "同じ人が多く、解決したもの",
        Page::PlaceNothingSolved => "解決したものは、まだありません。",
        Page::PlaceNews => "お知らせ",
        Page::PlaceReach => "メーカーへの連絡",
        Page::PlaceOwnSite => "メーカーのサイト：{}",
        Page::PlaceEmergency => "緊急のとき",
        Page::PlaceFeed => "フィード（Atom）で追う",
        Page::PlaceYourCompany => "こちらの会社の方ですか。ドメインを証明する",
        Page::PlaceBack => "コミュニティへ",
        Page::PlaceBadgeTitle => "{} はどのように証明されたか",
        Page::PlaceBadgeNone => "{} を証明した人は、まだいません。",
        Page::PlaceBadgeNoneMore => {
            "ここにあるものはすべて利用者が書いたもので、メーカーの名で語られたものはありません。ドメインを管理している方は、いつでもそれを示せます。費用はかからず、何も消えません。"
        }
        Page::PlaceBadgeDomain => "ドメイン",
        Page::PlaceBadgeWay => "示した方法",
        Page::PlaceBadgeSince => "証明された日",
        Page::PlaceBadgeChecked => "最後に確認した時",
        Page::PlaceBadgeDoubtful => "証明が数日間確認できていません。このまま確認できなければ、利用者どうしの場に戻ります。",
        Page::PlaceByDns => "ドメイン全体の DNS レコード",
        Page::PlaceByFile => "ドメインのサイトに置いたファイル",
        Page::PlaceByMeta => "ドメインのトップページに書いた一行",
        Page::PlaceBadgeMeans => "ここで公式に答える人は、このドメインを管理していることを示しました。証明は毎日確かめています。",
        Page::PlaceBadgeMeansNot => {
            "利用者が書いた内容をメーカーが保証するという意味ではありません。似た名前のほかの会社とは関係ありません。"
        }
        Page::PlaceBadgeLook => "どなたでも確かめられます。レコードは {} にあります。",
        Page::PlaceHistory => "これまでのこと",
        Page::PlaceOpened => "この場が開かれました。",
        Page::PlaceProven => "{} によって、ドメインが証明されました。",
        Page::PlaceLapsed => "証明が失効し、利用者どうしの場に戻りました。",
        Page::PlaceClaimedAll => "コミュニティ全体が公式になりました。",
        Page::PlaceClaimedFrom => "それ以後に始まるものが公式になりました。",
        Page::PlaceClaimedProduct => "製品が公式になりました：{}",
        Page::PlaceClaimedThreads => "スレッド {}件が公式になりました。",
        Page::PlaceReleased => "公式だったものの一部が、利用者どうしの場に戻りました。",
        Page::PlaceRenamed => "製品の名前が変わりました：{}（以前の名前：{}）",
        Page::PlaceConfirmed => "製品が確認されました：{}",
        Page::PlaceMerged => "製品がひとつになりました：{}（まとめられたもの：{}）",
        Page::PlaceRetired => "新しい質問を受け付けなくなった製品：{}",
        Page::PlaceReopened => "質問の受け付けを再開した製品：{}",
        Page::PlaceSignposted => "{} から、メーカーは自社のサポートで答え、ここでは新しい質問を受け付けません。",
        Page::PlaceSignTaken => "ここでの質問の受け付けを再開しました。",
        Page::PlaceMemberAbout => "{} さんがここに書いたものです。",
        Page::PlaceMemberSince => "{} から",
        Page::PlaceMemberSolved => "回答で解決した質問：{}件",
        Page::PlaceMemberThanks => "返信が役に立った人：{}人",
        Page::PlaceKnownIn => "{} でよく知られています",
        Page::PlaceTrustedIn => "{} で信頼されています",
        Page::PlaceAsked => "書いたもの",
        Page::PlaceAnswered => "答えたもの",
        Page::PlaceNothing => "まだありません。",
        Page::PlaceUtc => "時刻は協定世界時です。",
        Page::PlacePeople => "このスレッドのメンバー",
        Page::PlaceAround => "このページのまわり",
        Page::PlaceAllOf => "{} のすべて",

        // Who stands behind a place, and the page for whoever runs the DNS.
        Page::WhoNamed => "ここでは {} と呼ばれています。Chie が確かめるのはドメインだけで、会社の登記などは確かめていません。",
        Page::WhoUnnamed => "ここではドメイン名で呼ばれています。名称を示すのは、ドメインそのものか、確認できたものだけです。",
        Page::WhoHeld => {
            "付けられた名称が、ほかのメーカーのものと似て見えます。運営者が確認するまでは、ドメイン名のままでお使いいただけます。一覧にはまだ載りません。"
        }
        Page::WhoAlsoProven => "同じ会社のドメイン(それぞれ DNS で証明)",
        Page::WhoWasNamed => "名称が {} になりました。",
        Page::WhoWasUnnamed => "ドメイン名で呼ばれるようになりました。",
        Page::WhoDoubtTitle => "この会社ではない、というお知らせ",
        Page::WhoDoubtLead => {
            "会社になりすましている場合は、お知らせください。運営者が読みます。登録はいりません。確認するまでは何も変わりません。"
        }
        Page::WhoDoubtLabel => "そうお考えになった理由",
        Page::WhoDoubtHint => "500文字まで。返事が必要なときは、連絡先もお書きください。",
        Page::WhoDoubtButton => "運営者に知らせる",
        Page::WhoDoubtDone => "ありがとうございます。運営者に届きました。",
        Page::WhoDoubtWrong => "500文字までで、一、二文お書きください。",
        Page::WhoDoubtMany => "すでに同じお知らせが届いており、運営者が確認します。数日たってからもう一度お試しください。",
        Page::WhoForwardTitle => "{} の DNS レコード",
        Page::WhoForwardLead => {
            "同僚の方から、{} の DNS に次のレコードを1件追加するよう依頼がありました。サポートコミュニティ Chie で、会社として話せることを示すためのものです。"
        }
        Page::WhoRecordName => "名前",
        Page::WhoRecordKind => "種類",
        Page::WhoRecordValue => "値",
        Page::WhoRecordTtl => {
            "TTL はいくつでもかまいません。毎日確認されるので、置いたままにしてください。なくなると、会社として話せなくなります。メールやサイトには影響しません。"
        }
        Page::WhoCopy => "コピー",
        Page::WhoCopied => "コピーしました",
        Page::WhoSeenNow => "いま見えているもの",
        Page::WhoAsked => "問い合わせ先",
        Page::WhoAnswer => "答え",
        Page::WhoMeans => "意味",
        Page::WhoLookAgain => "もう一度確認する",
        Page::WhoAllSee => {
            "どこからもレコードが見えています。ここですることは、もうありません。同僚の方がコンソールで確認するか、そのまま待てば完了です。"
        }
        Page::WhoNotAllSee => {
            "まだ見えていないところがあります。反映に1時間ほどかかることがあります。このページは1分ごとに確認します。"
        }
        Page::WhoNotLooked => "少し前に何度も確認しました。数分待ってから、もう一度確認してください。",
        Page::WhoFound => "このレコードです。",
        Page::WhoNotThere => "まだレコードがありません。",
        Page::WhoDifferent => "Chie のレコードがありますが、別のものです。値を一文字ずつ比べてください。",
        Page::WhoUnrelated => "その名前のレコードはありますが、Chie のものではありません。",
        Page::WhoTooMany => "その名前のレコードが多すぎます。",
        Page::WhoNoAnswer => "答えがありませんでした。少し待つと直ることがあります。",
        Page::WhoNothing => "なし",
        Page::WhoGrantsNothing => "このページで何かの権限が得られることはありません。読めるだけです。",
        Page::WhoLivesUntil => "{} まで読めます。",
        Page::WhoIgnore => "だれの依頼かわからないときは、追加しないでください。",
        Page::WhoOverTitle => "このページは終わりました",
        Page::WhoWaitsTitle => "確認後に表示されます",
        Page::WhoWaitsAbout => "投稿は保存されています。この場を運営している者が確認したあと、ほかの方にも表示されます。",
        Page::WhoWaitsRule => "確認する決まり:",
        Page::WhoKeptTitleWaits => "次のアドレスを控えてください",
        Page::WhoFlagBadge => "この印について知らせる",
        Page::WhoFlagName => "この名前について知らせる",
        Page::WhoAnswers => "ここで回答している方",
        Page::WhoOverLead => "証明が済んだか、依頼から30日がたちました。必要なときは、送ってきた方に新しいページを頼んでください。",

        // Flagging by a plain form, what became of it, and the public record.
        Page::HouseTitle => "知らせる",
        Page::HouseAbout => "何についてですか",
        Page::HouseAboutPost => "文章",
        Page::HouseAboutName => "書いた方の名前",
        Page::HouseLead => {
            "どの決まりに反するかをお選びください。この場を運営している者が確認します。メーカーやほかの方に、どなたが知らせたかは伝わりません。"
        }
        Page::HouseWhich => "どの決まりに反しますか",
        Page::HouseWordsLabel => "ひとこと(任意)",
        Page::HouseWordsHint => "判断する者だけが読みます。",
        Page::HouseAboutMe => "自分のことが書かれている、または書かれた人の代わりに知らせる",
        Page::HouseAboutMeHint => {
            "何が問題かを、ひとことお書きください。登録は必要ありません。結果が見られるリンクをお渡しします。"
        }
        Page::HouseSend => "送る",
        Page::HouseThanks => "ありがとうございます",
        Page::HouseHiddenNow => "確認が終わるまで、書いた方以外には見えないようにしました。",
        Page::HouseLookedAt => "内容を確認します。それまではそのまま表示されます。",
        Page::HouseKeyTitle => "このアドレスを控えてください",
        Page::HouseKeyAbout => "結果はここでご覧いただけます。表示は今回だけです。",
        Page::HouseRequestTitle => "ご依頼について",
        Page::HouseWaits => "まだ決まっていません。",
        Page::HouseRecord => "公開の記録",
        Page::HouseRecordLead => {
            "どの決まりについて、誰から求められ、どうなったかの記録です。追加しかできない記録から数えています。メーカーからの求めは、別の列に示します。"
        }
        Page::HouseGround => "決まり",
        Page::HouseReading => {
            "求められた回数と、かっこ内は「認めた / 認めなかった」回数です。どちらにも入らないものは、確認待ちか、別の形で終わったものです。"
        }
        Page::HouseAppealsTitle => "異議",
        Page::HouseDecidedTitle => "決定",
        Page::HouseNothing => "まだありません。",
        Page::HouseClosed => "このコミュニティは閉じられています。閉じた日:",
        Page::HouseAskedVisitors => "利用者",
        Page::HouseAskedBrand => "メーカー",
        Page::HouseAskedOutsiders => "外部の方",
        Page::HouseAskedOperator => "運営",
        Page::HouseAskedChie => "自動で保留",
        Page::HouseVerdictKept => "そのまま残す",
        Page::HouseVerdictHidden => "非表示にした",
        Page::HouseVerdictRemoved => "削除した",
        Page::HouseVerdictAuthorHeld => "非表示にし、投稿者の投稿を確認後の表示にした",
        Page::HouseVerdictMerged => "別のスレッドにまとめた",
        Page::HouseVerdictMoved => "別の製品に移した",
        Page::HouseVerdictTakenDown => "コミュニティを閉じた",
        Page::HouseAppeals => "{made}件。元に戻したもの {upheld}件、確認中 {waiting}件。",
        Page::HouseWrongMissingField => "どの決まりに反するかをお選びください。",
        Page::HouseWrongEmpty => "何が問題かを、ひとことお書きください。",
        Page::HouseWrongTooLong => "500文字まで入力できます。",
        Page::HouseWrongTooMany => "続けて多く送られました。数分おいて、もう一度お送りください。",
        Page::HouseWrongOther => "送れませんでした。内容を確かめて、もう一度お試しください。",

        // Mail about a brand’s place.
        Page::NewsRequested => "{who} が、このドメインを証明するための文字列を求めました",
        Page::NewsRequestedMore => {
            "求めただけでは何も変わらず、何も見えません。文字列が置かれたときは、何かが起こる前にお知らせします。"
        }
        Page::NewsWillJoin => "{who} がドメインを証明し、責任者として加わります",
        Page::NewsWillJoinMore => {
            "加わるのは {when} です。ご自身の DNS レコードが有効な責任者は、それまでに異議を申し立てられます。その場合、どちらかのレコードがなくなるまで、双方とも今のままです。何もしなければ加わります。"
        }
        Page::NewsJoined => "{who} が責任者になりました",
        Page::NewsJoinedMore => "引き受け、公式の回答、ほかの方の招待ができます。",
        Page::NewsObjected => "{who} が加わることに、責任者が異議を申し立てました",
        Page::NewsObjectedMore => {
            "双方とも今のままです。どちらかの DNS レコードがなくなるか、異議が取り下げられたときに終わります。"
        }
        Page::NewsObjectionOver => "{who} への異議が取り下げられました",
        Page::NewsObjectionOverMore => "お知らせした日時に加わります。",
        Page::NewsDoubtful => "ドメインの証明が3日間確認できていません",
        Page::NewsDoubtfulMore => {
            "確認できるまで、公式の回答はできません。10日たつと、すべてお客様どうしの場に戻ります。文字列を元の場所に戻してください。何をどこに置くかは、下のページにあります。"
        }
        Page::NewsLapsed => "ドメインの証明が失効しました",
        Page::NewsLapsedMore => {
            "スレッドはお客様どうしの場に戻り、公式の回答にはいつのものかが示されます。何も消えていません。30日以内にもう一度証明すれば元どおりです。その後は、印刷した復旧コードか責任者の同意が必要です。"
        }
        Page::NewsReturned => "ドメインの証明がまた確認できました",
        Page::NewsReturnedMore => "すべて元どおりです。",
        Page::NewsSucceeded => "こちらの担当が終わったあと、{who} がドメインを証明しました",
        Page::NewsSucceededMore => {
            "新しく始まり、これまでのものは何も見えません。担当者の一覧とメモは、相手が最初に何かを引き受けたとき、または3日後に消えます。関係者であれば、それまでの間、当時の責任者が元の場に加えることができます。"
        }
        Page::NewsRejoined => "{who} が、以前の場に加わりました",
        Page::NewsRejoinedMore => "復旧コード、または当時の責任者の同意によるものです。担当者と引き受けは元どおりです。",
        Page::NewsInvited => "{who} が{role}として招待されました",
        Page::NewsInvitedMore => {
            "このアドレスのメールを読める方が、コンソールにログインすれば始められます。ほかの手続きはありません。"
        }
        Page::NewsRoleChanged => "{who} の役割が{role}になりました",
        Page::NewsRoleChangedMore => "{when} からです。",
        Page::NewsRemovalAskedBySecond => "責任者が、{who} を外すよう求めました",
        Page::NewsRemovalAskedBySecondMore => "もう一人の責任者も同じように求めたときに外れます。",
        Page::NewsRemovalAsked => "{who} が責任者から外れます",
        Page::NewsRemovalAskedMore => {
            "{when}、またはもう一人の責任者も求めたときです。ご自身の DNS レコードが有効な責任者は外されません。"
        }
        Page::NewsRemoved => "{who} は担当から外れました",
        Page::NewsRemovedMore => {
            "公式の回答は残り、いつのものかが示されます。この方の DNS レコードが残っていれば、取り除いてください。"
        }
        Page::NewsAnsweredPrivately => "非公開でたずねたことに、回答がありました",
        Page::NewsAnsweredPrivatelyMore => {
            "回答はコンソールのスレッドにあります。このメールには書いていません。90日たつと消えます。"
        }
        Page::NewsPosed => "担当者とまぎらわしい名前の書き込みがありました",
        Page::NewsPosedMore => {
            "担当者の名前に似せて、別の文字で書かれています。書き込みは誰にも表示されておらず、扱いは運営者が決めます。何もしていただく必要はありません。今日また同じことがあっても表示せずにおき、重ねてのメールはお送りしません。"
        }
        Page::NewsRecoveryMade => "{who} が新しい復旧コードを作りました",
        Page::NewsSignOnKeyMade => "{who} が、会員連携の鍵を作りました",
        Page::NewsSignOnKeyMadeMore => "この鍵を持つ者は、だれがお客様かを示せます。自社のサーバーだけに置いてください。",
        Page::NewsSignOnKeyRevoked => "{who} が、会員連携の鍵を無効にしました",
        Page::NewsSignOnKeyRevokedMore => "この鍵では、だれもサインインできません。",
        Page::NewsApiKeyMade => "{who} が、プログラム用の鍵を作りました",
        Page::NewsApiKeyMadeMore => {
            "この鍵を持つ者は、許された範囲で、作った方として操作できます。自社のサーバーだけに置いてください。"
        }
        Page::NewsApiKeyRevoked => "{who} が、プログラム用の鍵を無効にしました",
        Page::NewsApiKeyRevokedMore => "まだ使っているプログラムは、受け付けられません。",
        Page::NewsWebhookPaused => "Webhookを止めました",
        Page::NewsWebhookPausedMore => {
            "3日のあいだ一度も届かなかったため、送信を止めました。サーバーが応答するようになったら、「設定」でテストを送ってください。届けば、また送り始めます。届かなかったものは、7日間は送り直せます。"
        }
        Page::NewsRecoveryMadeMore => "前に印刷したコードは使えません。",
        Page::NewsRoleOwner => "責任者",
        Page::NewsRoleRepresentative => "担当者",
        Page::NewsRoleTrainee => "見習い",
        Page::NewsRoleObserver => "閲覧者",
        Page::NewsSomebody => "どなたか",
        Page::NewsFoot => "{brand} を担当している方にお送りしています。心あたりのないことがあれば、すぐに確認してください:",
        Page::NewsClaimed => "{name} が公式に参加しました",
        Page::NewsClaimedMore => {
            "フォロー中の{n}件のスレッドに、{brand} が公式に参加しました。ほかの方が書いたことに同意するという意味ではありません。書かれたことは、すべてそのままです。"
        }
        Page::NewsAskedPrivately => "{brand} から、非公開でおたずねがあります",
        Page::NewsAskedPrivatelyMore => {
            "ご質問のスレッドに、ほかの方には見えないメモが届いています。このメールには内容を書いていません。下のページを開き、このメールアドレスで確認してからお読みください。90日たつと消えます。"
        }
        Page::NewsStop => "このメールを止める:",

        // Mail to an author about something of theirs.
        Page::OwnHidden => "書かれたものを一時的に非表示にしました",
        Page::OwnHiddenLead => "書かれたものを、ほかの方から見えないようにしました。ご自身には今も見えます。",
        Page::OwnHiddenThen => {
            "書き直す、削除する、または残すべき理由を伝えることができます。運営が確認します。書いたときの画面を開くか、このアドレスでログインしてください:"
        }
        Page::OwnPostRemoved => "書かれたものを削除しました",
        Page::OwnPostRemovedLead => "運営が、書かれたものを削除しました。その場所には、どの決まりによるものかが残ります。",
        Page::OwnPostRemovedThen => {
            "納得できないときは、6か月の間、異議を申し立てられます。別の運営担当者がいればその人が、いなければ1日以上おいて改めて判断します。書いたときの画面を開くか、このアドレスでログインしてください:"
        }
        Page::OwnRestored => "書かれたものを元に戻しました",
        Page::OwnRestoredLead => "書かれたものを確認し、また全員に見えるようにしました。",
        Page::OwnRestoredThen => "手続きは必要ありません。お待ちいただき、ありがとうございました:",
        Page::OwnAuthorHeld => "投稿は確認のあとに表示されます",
        Page::OwnAuthorHeldLead => {
            "これからの投稿は、運営が確認したあとに表示されます。指摘のあったものは、その間見えなくなっています。"
        }
        Page::OwnAuthorHeldThen => "異議を申し立てられます。書いたときの画面を開くか、このアドレスでログインしてください:",
        Page::OwnAppealOver => "異議について決定しました",
        Page::OwnAppealOverLead => "異議を確認しましたが、決定は変わりませんでした。",
        Page::OwnAppealOverThen => "理由は、その場所でご覧いただけます。納得できないときは、裁判所や紛争解決の窓口に相談できます:",
        Page::OwnRule => "理由(公開されている決まり):",
        Page::OwnOperator => "運営からのことば:",
        Page::OwnFoot => "{brand} についての場に書いたものに関するお知らせです。\n決まり: {rules}",

        // Codes, and several letters in one.
        Page::CodeSubject => "Chie の確認コード: {code}",
        Page::CodeText => {
            "確認コードは {code} です。\n\n{minutes}分以内に、コードを求めた画面に入力してください。\n心あたりがないときは、このメールを無視してください。何も起こりません。\n"
        }
        Page::DigestSubject => "{name}：{n}件のお知らせ",
        Page::DigestLead => "フォローしている場で、{n}件の動きがありました。",
        Page::DigestWhy => "{brand} のひろばからお送りしています。",
        Page::DigestStop => "このひろばからのメールを止める：",

        // The sheet with a printed code.
        Page::SheetLabel => "印刷用のコード",
        Page::SheetLead => {
            "スマートフォンでコードを読み取ると、製品についての質問と答えを読んだり、質問したりできます。アプリも登録もいりません。"
        }
        Page::SheetPlaces => "掲示する場所(1行に1か所)",
        Page::SheetHint => {
            "空欄のままなら、場所のないコードになります。場所は、そこから寄せられた質問に添えられ、答える人に伝わります。60文字までの場所を、24か所まで書けます。"
        }
        Page::SheetDraw => "コードを作る",
        Page::SheetPrint => "ブラウザーの印刷機能で印刷してください。場所ごとに1枚になります。",
        Page::SheetScan => "お困りですか。ほかの人の答えを読んだり、質問したりできます。",
        Page::SheetBack => "製品のページにもどる",
        Page::SheetCodeOf => "{} を開くコード",

        // When and where a brand answers.
        Page::Days => "月曜|火曜|水曜|木曜|金曜|土曜|日曜",
        Page::DaysTwo => "{from}・{to}",
        Page::DaysRun => "{from}〜{to}",
        Page::DaysAll => "毎日",
        Page::DayTimes => "{days} {times}",
        Page::DayNext => "、",
        Page::TimeRun => "{from}〜{to}",
        Page::TimeNext => "と",
        Page::OpenUntil => "{name}は{week}({zone})にここを読んでいます。ただいま受付中です({when}まで)。",
        Page::ClosedUntil => "{name}は{week}({zone})にここを読んでいます。ただいま時間外で、次は{when}からです。",
        Page::ClosedNow => "{name}は{week}({zone})にここを読んでいます。ただいまお休みです。",
        Page::OwnTime => "お使いの地域の時刻では{time}です。",
        Page::SignToHelp => "{name}のサポートへ",
        Page::SignToSite => "{name}のサイトへ",
        Page::SignSince => {
            "{day}から、{name}は自社のサポートでお答えしています。ここでは新しい質問を受け付けていません。これまでの質問と答えは、このまま読めます。"
        }
        Page::SignFrom => {
            "{day}から、{name}は自社のサポートでお答えします。その日からは、ここで新しい質問を受け付けません。これまでの質問と答えは、このまま読めます。"
        }
        Page::SignRetired => {
            "{day}から、「{product}」についての新しい質問は受け付けていません。これまでの質問と答えは、このまま読めます。"
        }

        // What the loader’s modules say before anything of the Worker is here; `scripts/words.mjs` takes them from here.
        Page::Widget => "質問と答え",
        Page::Close => "閉じる",
        Page::ReadInstead => "みんなの質問と答えを読む",
    }
}

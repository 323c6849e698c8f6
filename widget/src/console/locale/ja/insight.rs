//! Words, figures and threads that are the same, in Japanese.

use super::super::Insight;
use yew::AttrValue;

#[expect(clippy::match_same_arms, reason = "two things that read the same here may be told apart in another language")]
pub(super) fn say(insight: Insight<'_>) -> AttrValue {
    let fixed: &'static str = match insight {
        Insight::NavWords => "言葉",
        Insight::NavFigures => "数字",
        Insight::WordsTitle => "検索に使われる言葉",
        Insight::WordsLead => {
            "お客様は、製品や症状を別の言葉で呼ぶことがあります。ここに書いたことは、以前のやりとりも含めて、次の検索から効きます。"
        }
        Insight::SynonymsLabel => "同じ意味の言葉",
        Insight::SynonymsHint => "1行に1組ずつ、「、」で区切って書いてください。例：蓋、ふた、キャップ",
        Insight::ShippedLabel => "Chieにはじめから入っている組も使う",
        Insight::ShippedShow(n) => return format!("はじめから入っている{n}組を見る").into(),
        Insight::AliasesLabel => "製品の別の名前",
        Insight::AliasesHint(keys) => {
            return format!("1行に1製品ずつ、製品のキー、「：」、別の名前の順に書いてください。例：kettle：KT-1200、笛吹きケトル　使えるキー：{keys}").into();
        }
        Insight::WordsSave => "保存する",
        Insight::WordsDone => "保存しました。次の検索から効きます。",
        Insight::SynonymLine(n) => {
            return format!("{n}行目には、2つから8つの言葉か短い語句を「、」で区切って書いてください。").into();
        }
        Insight::AliasLine(n) => {
            return format!("{n}行目には、製品のキー、「：」、8つまでの名前を「、」で区切って書いてください。").into();
        }
        Insight::UnknownProduct(n) => {
            return format!("{n}行目の製品は、ここにはありません。「：」の前に製品のキーを書いてください。").into();
        }
        Insight::TooManyLines => "200行まで書けます。",
        Insight::TryTitle => "試してみる",
        Insight::TryLabel => "お客様が入力しそうな言葉",
        Insight::TryButton => "検索する",
        Insight::Tried(n) => return format!("{n}件見つかりました。").into(),
        Insight::TriedNone => "この言葉では見つかりませんでした。",
        Insight::FiguresTitle => "数字",
        Insight::FiguresLead => "どなたでも見られる数字です。それぞれに数え方を添えています。人に順位を付けるものではありません。",
        Insight::LeftTitle => "答えを見つけて帰られた方",
        Insight::LeftLately => "数え終えた直近30日",
        Insight::LeftEver => "数えはじめてから",
        Insight::LeftOpen => "まだ数えていない閲覧",
        Insight::LeftMethod => {
            "控えめに数えています。公式の回答、質問した方が選んだ回答、星の付いた回答のいずれかがあるやりとりを10秒以上読み、その後7日間、同じ端末から質問しなかった訪問の数です。1台につき7日に1回までとし、データを残さない端末は数えません。どなたが読んだかは記録しません。"
        }
        Insight::AnsweredTitle => "やりとりと答え",
        Insight::ThreadsAll => "やりとり",
        Insight::ThreadsAnswered => "何らかの答えがあるもの",
        Insight::ThreadsAccepted => "質問した方が解決したとしているもの",
        Insight::ThreadsOfficial => "公式の回答があるもの",
        Insight::AnsweredMethod => {
            "公開されているすべてのやりとりの、いまの数です。何らかの答えとは、公式の回答、質問した方が選んだ回答、複数の方が星を付けた回答のことです。1つのやりとりが複数の行に入ることがあります。"
        }
        Insight::CarryTitle => "まるごと持ち出す",
        Insight::CarryLead => {
            "ここで公開されているすべてを、1つのファイルにまとめます。製品、やりとり、返信、星、「同じ症状」、状態、公式化の記録が入ります。メールアドレスなどの非公開のものは入りません。別のChieに、同じアドレスのまま取り込めます。公式の表示には、そこであらためてドメインの証明が必要です。"
        }
        Insight::CarryButton => "すべてダウンロード",
        Insight::Where => "書く場所",
        Insight::AsAnswer => "独立した回答として",
        Insight::Under(reply) => return format!("次の返信へのひとこととして：{reply}").into(),
        Insight::KindTitle => "種類",
        Insight::KindLabel => "種類",
        Insight::KindSet => "種類を決める",
        Insight::KindDone => "種類を公開しました。前の種類の状況は外れました。",
        Insight::SameTitle => "同じ内容のやりとり",
        Insight::SameLead => "別のやりとりで続いている場合は、ここを見守る方にお知らせし、続きも届くようにします。",
        Insight::SameNone => "似たやりとりは見つかりませんでした。",
        Insight::SameThis => "これと同じ",
        Insight::SameAs(title) => return format!("「{title}」と同じ").into(),
        Insight::SameSaid { who, day } => return format!("{day}に{who}さんが、次のやりとりと同じ内容だとしました。").into(),
        Insight::NotSame => "同じではない",
        Insight::SameDone => "続きは別のやりとりになりました。見守る方にお知らせします。",
        Insight::SameUndone => "印を外しました。",
    };
    AttrValue::Static(fixed)
}

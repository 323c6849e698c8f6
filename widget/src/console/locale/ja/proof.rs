//! What the page of proofs says in Japanese: the ways, the message to forward, and what each look means.

use chie_domain::api::request_proof::Finding;
use chie_domain::proof::{Method, Placement};

pub(super) const fn by(method: Method) -> &'static str {
    match method {
        Method::Dns => " DNS ",
        Method::File => "ファイル",
        Method::Meta => "メタタグ",
    }
}

pub(super) fn forward(brand: &str, method: Method, placement: &Placement, until: &str) -> String {
    let Placement { at, text } = placement;
    let what = match method {
        Method::Dns => format!(
            "{brand} の DNS に、次の TXT レコードを加えてください。\n\n名前：{at}\n種類：TXT\n値：{text}\n\nドメイン名が自動で付く設定画面では、名前は _chie-challenge だけにしてください。"
        ),
        Method::File => format!("サイトに次のファイルを置いてください。\n\nアドレス：{at}\n中身（これだけ）：{text}"),
        Method::Meta => format!("{at} の <head> の中に、次の1行を加えてください。\n\n{text}"),
    };
    format!(
        "お世話になっております。\n\n{what}\n\n製品の利用者どうしが助け合う場所「Chie」で、{brand} の担当であることを示すためのものです。ほかの権限を与えるものではありません。加えたあとは、そのままにしておいてください。期限は{until}です。\n\nよろしくお願いいたします。"
    )
}

pub(super) const fn finding_word(finding: Finding) -> &'static str {
    match finding {
        Finding::Found => "見つかりました",
        Finding::Nothing => "まだありません",
        Finding::Different => "違う文字列です",
        Finding::Unrelated => "別のものです",
        Finding::TooMany => "数が多すぎます",
        Finding::TooLarge => "大きすぎます",
        Finding::LeadsAway => "別の場所へ移ります",
        Finding::BadStatus => "表示できません",
        Finding::TimedOut => "時間切れです",
        Finding::Unreachable => "つながりませんでした",
    }
}

pub(super) const fn finding_meaning(finding: Finding, method: Method) -> &'static str {
    match (finding, method) {
        (Finding::Found, Method::Dns) => "この問い合わせ先では、正しい値が見えています。すべてで見える必要があります。",
        (Finding::Found, Method::File | Method::Meta) => "正しい文字列です。",
        (Finding::Nothing, Method::Dns) => {
            "反映には数分、ときに1日かかります。変わらないときは、名前の中でドメインが二重になっていないかお確かめください。"
        }
        (Finding::Nothing, Method::File) => "ファイルが空です。上の文字列を入れてください。",
        (Finding::Nothing, Method::Meta) => "まだこの行がありません。サイトのキャッシュで、数分遅れることがあります。",
        (Finding::Different, Method::Dns) => "以前の値か、ほかの人の値です。上の値に置き換えるか、並べて加えてください。",
        (Finding::Different, Method::File | Method::Meta) => "以前の文字列か、ほかの人のものです。上の文字列に置き換えてください。",
        (Finding::Unrelated, Method::Dns) => "レコードはありますが、Chie のものではありません。上のものを並べて加えてください。",
        (Finding::Unrelated, Method::File) => {
            "このアドレスでは別のもの（サイトのページなど）が表示されています。ファイルをこの場所に置いてください。"
        }
        (Finding::Unrelated, Method::Meta) => "行はありますが、中身が違います。もう一度コピーしてください。",
        (Finding::TooMany, Method::Dns) => "この名前のレコードが、読み取れる数を超えています。要らないものを減らしてください。",
        (Finding::TooMany, Method::File | Method::Meta) => "同じ種類の行が複数あります。上のものだけを残してください。",
        (Finding::TooLarge, Method::Dns | Method::File) => "文字列のほかにも何か入っています。上のものだけにしてください。",
        (Finding::TooLarge, Method::Meta) => "ページがとても大きいようです。<head> のすぐ後ろに移してください。",
        (Finding::LeadsAway, Method::Dns) => "この名前は別のドメインを指しています。ご自身の DNS にレコードを置いてください。",
        (Finding::LeadsAway, Method::File | Method::Meta) => {
            "ブランドのドメインの外へ出るか、同じ所を回っています。このホスト自身で、https で表示してください。"
        }
        (Finding::BadStatus, Method::Dns) => "DNS がエラーを返しました。DNS の担当者にお尋ねください。",
        (Finding::BadStatus, Method::File) => "このファイルは表示できません。フォルダーとファイル名をお確かめください。",
        (Finding::BadStatus, Method::Meta) => "トップページがエラーになるか、ログインした人にしか見えないようです。",
        (Finding::TimedOut, Method::Dns) => "問い合わせに時間がかかりました。また自動で確かめます。",
        (Finding::TimedOut, Method::File | Method::Meta) => "サイトの応答が遅いようです。また自動で確かめます。",
        (Finding::Unreachable, Method::Dns) => "DNS に問い合わせられませんでした。また自動で確かめます。",
        (Finding::Unreachable, Method::File | Method::Meta) => "https で応答がありません。ホスト名と証明書をお確かめください。",
    }
}

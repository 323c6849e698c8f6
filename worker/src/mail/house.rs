//! Mail to an author about something of theirs: what became of it, on which ground out of the published rules, and what they can do.

use chie_community::ask::TidingLetter;
use chie_domain::brand::BrandDomain;
use chie_domain::tiding::Tiding;

/// Subject and text. `open` is where it stood; there the author finds the reasons and can appeal.
pub(super) fn written(brand: &BrandDomain, letter: &TidingLetter, japanese: bool, open: &str, rules: &str) -> (String, String) {
    let ground = letter.ground.map(|ground| if japanese { ground.japanese() } else { ground.english() });
    let (what, then) = if japanese { ja(letter.what) } else { en(letter.what) };
    let mut parts = vec![what.to_owned()];
    if let Some(ground) = ground {
        parts.push(if japanese {
            format!("理由(公開されている決まり):\n{ground}")
        } else {
            format!("The rule it is about:\n{ground}")
        });
    }
    if let Some(words) = &letter.words {
        parts.push(if japanese {
            format!("運営からのことば:\n{words}")
        } else {
            format!("What the operator wrote:\n{words}")
        });
    }
    parts.push(then.to_owned());
    parts.push(open.to_owned());
    let foot = if japanese {
        format!("-- \n{brand} についての場に書いたものに関するお知らせです。\n決まり: {rules}\n")
    } else {
        format!("-- \nThis is about something that you wrote in the place about {brand}.\nThe rules: {rules}\n")
    };
    parts.push(foot);
    let subject = if japanese { subject_ja(letter.what) } else { subject_en(letter.what) };
    (format!("{brand}: {subject}"), parts.join("\n\n"))
}

const fn subject_en(what: Tiding) -> &'static str {
    match what {
        Tiding::Hidden => "what you wrote is hidden for now",
        Tiding::PostRemoved => "what you wrote was removed",
        Tiding::Restored => "what you wrote stands again",
        Tiding::AuthorHeld => "what you write is looked at first",
        _ => "your appeal was decided",
    }
}

const fn subject_ja(what: Tiding) -> &'static str {
    match what {
        Tiding::Hidden => "書かれたものを一時的に非表示にしました",
        Tiding::PostRemoved => "書かれたものを削除しました",
        Tiding::Restored => "書かれたものを元に戻しました",
        Tiding::AuthorHeld => "投稿は確認のあとに表示されます",
        _ => "異議について決定しました",
    }
}

const fn en(what: Tiding) -> (&'static str, &'static str) {
    match what {
        Tiding::Hidden => (
            "Something that you wrote is hidden from others. You still see it.",
            "You can change it, delete it, or say why it should stand. Nobody who reads it decides about that alone: the operator of this installation looks at it. Open it where you wrote it, or sign in there with this address:",
        ),
        Tiding::PostRemoved => (
            "The operator removed something that you wrote. A line with the rule stands in its place.",
            "If you think that this is wrong, you can appeal for six months. Another operator decides, where there is one, or the same after a day. Open it where you wrote it, or sign in there with this address:",
        ),
        Tiding::Restored => (
            "Something that you wrote was looked at, and everybody sees it again.",
            "There is nothing for you to do. Thank you for your patience:",
        ),
        Tiding::AuthorHeld => (
            "What you write here waits from now on until the operator has looked at it. What was flagged is hidden meanwhile.",
            "You can appeal against this. Open it where you wrote it, or sign in there with this address:",
        ),
        _ => (
            "Your appeal was looked at. What was decided stays.",
            "The reasons stand beside it. If you think that your rights were not respected, you can turn to a court or to a body that settles such disputes:",
        ),
    }
}

const fn ja(what: Tiding) -> (&'static str, &'static str) {
    match what {
        Tiding::Hidden => (
            "書かれたものを、ほかの方から見えないようにしました。ご自身には今も見えます。",
            "書き直す、削除する、または残すべき理由を伝えることができます。運営が確認します。書いたときの画面を開くか、このアドレスでログインしてください:",
        ),
        Tiding::PostRemoved => (
            "運営が、書かれたものを削除しました。その場所には、どの決まりによるものかが残ります。",
            "納得できないときは、6か月の間、異議を申し立てられます。別の運営担当者がいればその人が、いなければ1日以上おいて改めて判断します。書いたときの画面を開くか、このアドレスでログインしてください:",
        ),
        Tiding::Restored => (
            "書かれたものを確認し、また全員に見えるようにしました。",
            "手続きは必要ありません。お待ちいただき、ありがとうございました:",
        ),
        Tiding::AuthorHeld => (
            "これからの投稿は、運営が確認したあとに表示されます。指摘のあったものは、その間見えなくなっています。",
            "異議を申し立てられます。書いたときの画面を開くか、このアドレスでログインしてください:",
        ),
        _ => (
            "異議を確認しましたが、決定は変わりませんでした。",
            "理由は、その場所でご覧いただけます。納得できないときは、裁判所や紛争解決の窓口に相談できます:",
        ),
    }
}

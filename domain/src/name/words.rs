//! The words that names are compared with, in the languages of the interface; a new locale adds its own here.

/// Words of a role: no part of a name.
pub(super) const ROLES: &str = "official officially officials staff support supports admin admins administrator administrators moderator \
    moderators operator operators representative representatives employee employees spokesperson helpdesk webmaster \
    sysadmin verified offiziell kundendienst officiel officielle oficial soporte atención ufficiale assistenza 官方 客服 管理员 官方客服 공식 \
    고객센터 관리자 운영자 customerservice customersupport customercare servicedesk koushiki unei kanrisha jimukyoku \
    tantousha";

/// Words by which a product's name would claim the brand's voice. Others of a role may belong to a product: a back support.
pub(super) const CLAIMS: &str = "official officially koushiki";

/// The same in Japanese.
pub(super) const CLAIMS_JA: &str = "公式 公認 オフィシャル";

/// Words that pose only together with the brand or a role, or with nothing beside them.
pub(super) const COMPANIONS: &str =
    "team help helper service services care desk agent rep mod crew info news hq chie 知恵 チエ 社員 従業員 窓口";

/// Words that change nothing about who a name poses as.
pub(super) const FILLERS: &str =
    "the of by at from for real true my inc ltd llc co corp company group global online japan jp us 株式会社 の";

/// Words of a role in Japanese, which has no spaces: found anywhere in a name.
pub(super) const ROLES_JA: &str = "公式 公認 運営 事務局 管理者 管理人 担当者 代表者 広報 お客様相談 お客様窓口 相談窓口 サポート スタッフ \
    カスタマーサービス カスタマーケア オフィシャル モデレーター オペレーター アドミニストレーター ヘルプデスク \
    中の人 認証済";

/// Somebody is in charge of many things (掃除担当); these are a company's.
pub(super) const CHARGES_JA: &str =
    "お客様担当 お客さま担当 製品担当 商品担当 技術担当 修理担当 営業担当 開発担当 品質担当 対応担当 窓口担当";

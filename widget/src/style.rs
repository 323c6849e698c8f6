//! The style sheets that the Worker sends: the widget's inside the embed body, the pages' inside documents.

/// Tokens and the widget's own rules, for a constructed sheet in a shadow root.
pub const WIDGET: &str = concat!(include_str!("../../www/style/tokens.css"), include_str!("../../www/style/widget.css"));

/// The same with the frame of a page of its own.
pub const PAGES: &str = concat!(
    include_str!("../../www/style/tokens.css"),
    include_str!("../../www/style/widget.css"),
    include_str!("../../www/style/pages.css")
);

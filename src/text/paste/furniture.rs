//! Page furniture: the lines of a pasted web page that are no part of the article.
//!
//! The reasons only, in words for the preview; the lines are told by `mark`.

use std::fmt;

/// Why a line looks like a part of the page and not of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Furniture {
    /// Who the author is, behind the article.
    AboutAuthor,
    /// An advertisement's label.
    Advertisement,
    /// Reader comments, their number or their form.
    Comments,
    /// An address, telephone number or mail address of the publisher.
    Contact,
    /// A notice on cookies or privacy.
    Cookies,
    /// Who owns the text and may print it.
    Copyright,
    /// When the page was published or changed, how long it takes to read.
    DateLine,
    /// The head of a file: title, author and date for a program.
    FileHead,
    /// A link to the publisher elsewhere.
    Follow,
    /// A link to log in, sign up or recover a password.
    Login,
    /// The head of a mail: From, To, Sent.
    MailHead,
    /// A menu, a breadcrumb or the name of a section.
    Menu,
    /// A sign-up for a newsletter or a mail's link to leave it.
    Newsletter,
    /// A button or note of the page itself: print, edit, next.
    PageControl,
    /// A picture's caption or who took it.
    PhotoCredit,
    /// A link to another article.
    Related,
    /// A button to share the article.
    Share,
    /// An offer to subscribe or pay.
    Subscription,
    /// The article's tags or topics.
    Tags,
    /// The article's web address.
    WebAddress,
    /// A short line among other furniture.
    Neighbour,
}

impl fmt::Display for Furniture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Furniture::AboutAuthor => "about the author",
            Furniture::Advertisement => "advertisement",
            Furniture::Comments => "comments",
            Furniture::Contact => "contact line",
            Furniture::Cookies => "cookie notice",
            Furniture::Copyright => "copyright line",
            Furniture::DateLine => "date line",
            Furniture::FileHead => "file header",
            Furniture::Follow => "follow link",
            Furniture::Login => "log-in link",
            Furniture::MailHead => "mail header",
            Furniture::Menu => "menu",
            Furniture::Newsletter => "newsletter sign-up",
            Furniture::PageControl => "page control",
            Furniture::PhotoCredit => "picture caption",
            Furniture::Related => "related link",
            Furniture::Share => "share button",
            Furniture::Subscription => "subscription offer",
            Furniture::Tags => "tags",
            Furniture::WebAddress => "web address",
            Furniture::Neighbour => "among page furniture",
        })
    }
}

//! Parts: the names by which the program finds the places of the page that it fills.
//!
//! They stand in `index.html` as `data-part`, and as ids of `<template>`s; a test proves that page
//! and program know the same ones.

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the name in the page says it")]
        pub enum $name { $($variant),* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// Returns the name in the page.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }
    };
}

names! {
    /// A place of the page, or of a stamped template, that the program fills.
    Part {
        Alert = "alert",
        AlertOffer = "alert-offer",
        AlertWords = "alert-words",
        Article = "article",
        Articles = "articles",
        Back = "back",
        BarTitle = "bar-title",
        Brand = "brand",
        Caret = "caret",
        CardDelete = "card-delete",
        CardExcerpt = "card-excerpt",
        CardFragments = "card-fragments",
        CardLabel = "card-label",
        CardNote = "card-note",
        CardNoteInput = "card-note-input",
        CardOpen = "card-open",
        Cards = "cards",
        Clean = "clean",
        Cleaning = "cleaning",
        CountAttribution = "count-attribution",
        CountClaim = "count-claim",
        CountQuote = "count-quote",
        Deleted = "deleted",
        DeletedArticles = "deleted-articles",
        Details = "details",
        DetailsFacts = "details-facts",
        DetailsFields = "details-fields",
        Drop = "drop",
        Empty = "empty",
        Export = "export",
        ExportAbout = "export-about",
        ExportFormats = "export-formats",
        ExportLosses = "export-losses",
        ExportTold = "export-told",
        Failure = "failure",
        FieldInput = "field-input",
        FieldName = "field-name",
        File = "file",
        FormatSwitch = "format-switch",
        FormatTitle = "format-title",
        FragmentRemove = "fragment-remove",
        FragmentWords = "fragment-words",
        Furniture = "furniture",
        FurnitureSwitch = "furniture-switch",
        FurnitureWords = "furniture-words",
        Handles = "handles",
        Help = "help",
        HelpTold = "help-told",
        KeyChange = "key-change",
        KeyChangeName = "key-change-name",
        KeyChangeWords = "key-change-words",
        KeyName = "key-name",
        KeyWords = "key-words",
        Keys = "keys",
        LineReason = "line-reason",
        LineSwitch = "line-switch",
        LineText = "line-text",
        Lines = "lines",
        List = "list",
        Main = "main",
        MoreWords = "more-words",
        NoteWords = "note-words",
        Notice = "notice",
        NoticeClose = "notice-close",
        NoticeOffer = "notice-offer",
        NoticeWords = "notice-words",
        Numbers = "numbers",
        Opening = "opening",
        Preview = "preview",
        PreviewFields = "preview-fields",
        ProblemList = "problem-list",
        Problems = "problems",
        Redo = "redo",
        RelabelAttribution = "relabel-attribution",
        RelabelClaim = "relabel-claim",
        RelabelQuote = "relabel-quote",
        Rename = "rename",
        RenameTitleInput = "rename-title-input",
        RowDelete = "row-delete",
        RowDetail = "row-detail",
        RowForget = "row-forget",
        RowOpen = "row-open",
        RowRename = "row-rename",
        RowRestore = "row-restore",
        RowTime = "row-time",
        RowTitle = "row-title",
        Said = "said",
        Saved = "saved",
        Sentences = "sentences",
        Settings = "settings",
        SettingsKeys = "settings-keys",
        SettingsTold = "settings-told",
        Shelf = "shelf",
        Snap = "snap",
        Start = "start",
        Suggestion = "suggestion",
        SuggestionHead = "suggestion-head",
        SuggestionWhy = "suggestion-why",
        SuggestionsAccept = "suggestions-accept",
        SuggestionsAll = "suggestions-all",
        SuggestionsMore = "suggestions-more",
        SuggestionsSwitch = "suggestions-switch",
        SuggestionsTold = "suggestions-told",
        Summary = "summary",
        Text = "text",
        Title = "title",
        ToggleList = "toggle-list",
        Toolbar = "toolbar",
        Tools = "tools",
        Typed = "typed",
        Undo = "undo",
        Wrapped = "wrapped",
        WrappedSwitch = "wrapped-switch",
        WrappedWords = "wrapped-words",
    }
}

names! {
    /// A template of the page.
    Template {
        ArticleRow = "article-row",
        DeletedRow = "deleted-row",
        LineRow = "line-row",
        MoreRow = "more-row",
        FormatRow = "format-row",
        Field = "field",
        Note = "note",
        Number = "number",
        KeyRow = "key-row",
        KeyChange = "key-change",
        Block = "block",
        Paragraph = "paragraph",
        Mark = "mark",
        Fragment = "fragment",
        Handle = "handle",
        CardGroup = "card-group",
        Card = "card",
    }
}

//! The names of all words of the interface, in the order in which the tables list them.
//!
//! A name stands in the tables, in the page as `data-words` and its kind, and here; tests prove
//! that all know the same ones. Knows no language.

macro_rules! words {
    ($($variant:ident = $name:literal,)*) => {
        /// A word, a sentence or a pair of plural forms of the interface, by its name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the tables say what each says")]
        pub enum Word { $($variant),* }

        impl Word {
            /// All of them.
            pub const ALL: &'static [Word] = &[$(Word::$variant),*];

            /// Returns the name in the tables and in the page.
            pub fn name(self) -> &'static str {
                match self { $(Word::$variant => $name),* }
            }

            /// Returns its line in the tables, by which a control of the page names it.
            pub fn number(self) -> String {
                (self as usize).to_string()
            }
        }
    };
}

words! {
    Locale = "locale", Thousands = "thousands", App = "app", Window = "window",

    Articles = "articles", Undo = "undo", Redo = "redo",
    Details = "details", Download = "download",
    Help = "help", Close = "close", Cancel = "cancel", Done = "done",

    Opening = "opening", Hero = "hero", HeroMore = "hero-more", Typed = "typed",
    TypedHint = "typed-hint", Continue = "continue", OpenFile = "open-file",
    TrySample = "try-sample", Opens = "opens", File = "file", Drop = "drop", Shelf = "shelf",
    Deleted = "deleted", Rename = "rename", RenameNamed = "rename-named", Delete = "delete",
    DeleteNamed = "delete-named", Restore = "restore", RestoreNamed = "restore-named",
    Forget = "forget", ForgetNamed = "forget-named",
    RenameTitle = "rename-title",

    Preview = "preview", PreviewBack = "preview-back", Accept = "accept", Cleaning = "cleaning",
    Furniture = "furniture", FurnitureFound = "furniture-found", Wrapped = "wrapped",
    WrappedFound = "wrapped-found", Clean = "clean", Cleaned = "cleaned", About = "about",
    Lines = "lines", ShowMore = "show-more", Summary = "summary", Paragraphs = "paragraphs",

    FieldTitle = "field-title", FieldUrl = "field-url", FieldOutlet = "field-outlet",
    FieldAuthors = "field-authors", FieldPublished = "field-published",
    FieldLanguage = "field-language",

    Labels = "labels", Label = "label", Claim = "claim", Quote = "quote",
    Attribution = "attribution", ClaimName = "claim-name", QuoteName = "quote-name",
    AttributionName = "attribution-name", Claims = "claims", Quotes = "quotes",
    Attributions = "attributions", Numbers = "numbers", SnapTo = "snap-to",
    SnapExact = "snap-exact", SnapWord = "snap-word", SnapSentence = "snap-sentence",
    Sentences = "sentences", SentenceOf = "sentence-of", SaidAt = "said-at", SaidIn = "said-in",
    SaidOut = "said-out", SaidSelected = "said-selected", SaidWords = "said-words", Text = "text",
    Annotations = "annotations", AnnotationList = "annotation-list", CloseCard = "close-card",
    Find = "find", FindShort = "find-short", FindAt = "find-at", FindInNote = "find-in-note",
    FindInSpeaker = "find-in-speaker", FindNothing = "find-nothing", FindNext = "find-next",
    FindPrevious = "find-previous", MatchCase = "match-case", WholeWords = "whole-words",
    FindPattern = "find-pattern", FindMisfit = "find-misfit", FindOpen = "find-open",
    FindLarge = "find-large", CloseFind = "close-find", AllAlike = "all-alike", Places = "places",
    AsList = "as-list", Filter = "filter", FilterNoted = "filter-noted",
    FilterUnlinked = "filter-unlinked", FilterProblem = "filter-problem",
    FilterSource = "filter-source", Shown = "shown", Sifting = "sifting", NoneShown = "none-shown",
    ShowAll = "show-all", AllShown = "all-shown", LabelHidden = "label-hidden",
    LabelShown = "label-shown", NothingMarked = "nothing-marked", NothingMarkedYet = "nothing-marked-yet",
    TagSelection = "tag-selection", Note = "note", Parts = "parts", TakeOut = "take-out",
    TakeOutNamed = "take-out-named", NotSaved = "not-saved", Saving = "saving", Saved = "saved",

    HelpTitle = "help-title", ClaimMeaning = "claim-meaning", QuoteMeaning = "quote-meaning",
    AttributionMeaning = "attribution-meaning", HelpMore = "help-more", HelpFind = "help-find", Keys = "keys",
    KeyTagClaim = "key-tag-claim", KeyTagQuote = "key-tag-quote",
    KeyTagAttribution = "key-tag-attribution", KeyNext = "key-next", KeyPrevious = "key-previous",
    KeyDelete = "key-delete", KeyAlike = "key-alike", KeyExtend = "key-extend", KeyStart = "key-start", KeyEnd = "key-end",
    KeyStartCharacter = "key-start-character", KeyEndCharacter = "key-end-character",
    KeyWord = "key-word", KeyCharacter = "key-character", KeySentences = "key-sentences",
    KeySentenceEdges = "key-sentence-edges", KeyArticleEdges = "key-article-edges",
    KeyPages = "key-pages", KeyCard = "key-card", KeySentence = "key-sentence",
    KeyMerge = "key-merge", KeySplit = "key-split", KeyNumbers = "key-numbers",
    KeyDownload = "key-download", KeyFind = "key-find", KeyFindNext = "key-find-next", KeyLetGo = "key-let-go", KeySettings = "key-settings",
    KeyHelp = "key-help",

    DetailsTitle = "details-title", Length = "length", TakenAsIs = "taken-as-is",
    CleanedBefore = "cleaned-before", FurnitureLines = "furniture-lines",
    LeftOutLines = "left-out-lines", Resplit = "resplit",

    Source = "source", Cue = "cue", Addressee = "addressee", KeyLink = "key-link",
    KeySource = "key-source", KeyCue = "key-cue", KeyAddressee = "key-addressee",
    KeyTake = "key-take", KeyDrop = "key-drop", KeyFix = "key-fix", KeyProblem = "key-problem",

    Content = "content", SourceMeaning = "source-meaning", CueMeaning = "cue-meaning",
    ContentMeaning = "content-meaning", Proposed = "proposed", TakeAll = "take-all",
    TakeNamed = "take-named", DropNamed = "drop-named", Fix = "fix", LinkTo = "link-to", CutNamed = "cut-named", Attributes = "attributes", Open = "open",
    LookAgain = "look-again", ToLookAt = "to-look-at", LookOn = "look-on", Speaker = "speaker",
    Speakers = "speakers", SpeakersMore = "speakers-more", NoSpeakers = "no-speakers",
    MayBeOne = "may-be-one", MakeOne = "make-one", MakeOneNamed = "make-one-named",
    SpeakerName = "speaker-name", Kind = "kind", SameAs = "same-as", Aliases = "aliases",
    AddAlias = "add-alias", SplitOff = "split-off", SplitNamed = "split-named",
    SameOne = "same-one", Remove = "remove",
    RemoveNamed = "remove-named", Mentions = "mentions", Profile = "profile",
    ProfileAscribe = "profile-ascribe", ProfilePolnear = "profile-polnear",
    ProfileParc = "profile-parc", ProfileCitron = "profile-citron", ProfileHint = "profile-hint",

    Form = "form", Stance = "stance", Checkable = "checkable", Claimer = "claimer",
    Polarity = "polarity", Medium = "medium", FormDirect = "form-direct",
    FormIndirect = "form-indirect", FormMixed = "form-mixed", StanceAffirms = "stance-affirms",
    StanceRefutes = "stance-refutes", CheckableYes = "checkable-yes", CheckableNo = "checkable-no",
    ClaimerAuthor = "claimer-author", PolarityAsserted = "polarity-asserted",
    PolarityNegated = "polarity-negated", PolarityHypothetical = "polarity-hypothetical",
    MediumSpeech = "medium-speech", MediumWriting = "medium-writing",
    MediumThought = "medium-thought", KindPerson = "kind-person",
    KindOrganisation = "kind-organisation", KindGroup = "kind-group",
    KindDocument = "kind-document", KindUnnamed = "kind-unnamed",

    OfferSource = "offer-source", OfferCue = "offer-cue", OfferAddressee = "offer-addressee",
    OfferContent = "offer-content", OfferContentOf = "offer-content-of", OfferForm = "offer-form",
    OfferSpeaker = "offer-speaker", OfferNewSpeaker = "offer-new-speaker",
    WhyInterrupts = "why-interrupts", WhyTouches = "why-touches",
    WhySameSentence = "why-same-sentence", WhySentenceBefore = "why-sentence-before",
    WhySentenceBehind = "why-sentence-behind", WhyWords = "why-words",
    WhyQuoteMarks = "why-quote-marks", WhyName = "why-name", WhyPronoun = "why-pronoun",
    WhyNewName = "why-new-name",

    ProblemContents = "problem-contents", ProblemAttribution = "problem-attribution",
    ProblemSource = "problem-source", ProblemNoCue = "problem-no-cue",
    ProblemTwoCues = "problem-two-cues", ProblemQuoteMark = "problem-quote-mark",
    ProblemInsideWord = "problem-inside-word", ProblemSwallows = "problem-swallows",
    ProblemDuplicate = "problem-duplicate",

    LinkStarted = "link-started", LinkByClick = "link-by-click", Linked = "linked", LinkCut = "link-cut",
    LinkedAlready = "linked-already", CannotLink = "cannot-link",
    ChooseAttribution = "choose-attribution", ConstituentMarked = "constituent-marked",
    ConstituentRemoved = "constituent-removed", NothingProposed = "nothing-proposed",
    Taken = "taken", Dropped = "dropped", Fixed = "fixed", NothingToFix = "nothing-to-fix",
    NoProblems = "no-problems", SpeakersMerged = "speakers-merged", SpeakerSplit = "speaker-split",
    SpeakerRemoved = "speaker-removed",

    ProblemsTitle = "problems-title", ProblemsMore = "problems-more",
    ProblemsRest = "problems-rest", GoOn = "go-on",

    Export = "export", ExportTitle = "export-title", ExportFormat = "export-format",
    ExportTake = "export-take", ExportWhole = "export-whole", ExportLosses = "export-losses",
    FormatAscribe = "format-ascribe", FormatBrat = "format-brat",
    FormatBratPolnear = "format-brat-polnear", FormatJsonl = "format-jsonl",
    FormatCsv = "format-csv", FormatW3c = "format-w3c", FormatW3cUtf16 = "format-w3c-utf16",
    FormatSpacy = "format-spacy", FormatCitron = "format-citron",
    FormatLabelStudio = "format-label-studio", FormatDoccano = "format-doccano",
    FormatCas = "format-cas", FormatConll = "format-conll", AboutAscribe = "about-ascribe",
    AboutBrat = "about-brat", AboutBratPolnear = "about-brat-polnear", AboutJsonl = "about-jsonl",
    AboutCsv = "about-csv", AboutW3c = "about-w3c", AboutW3cUtf16 = "about-w3c-utf16",
    AboutSpacy = "about-spacy", AboutCitron = "about-citron",
    AboutLabelStudio = "about-label-studio", AboutDoccano = "about-doccano", AboutCas = "about-cas",
    AboutConll = "about-conll", LossSplit = "loss-split", LossInner = "loss-inner",
    LossBlank = "loss-blank", LossEdges = "loss-edges", LossTargets = "loss-targets",
    LossNoCue = "loss-no-cue", LossMoreCues = "loss-more-cues", LossCuePieces = "loss-cue-pieces",
    LossUnattributed = "loss-unattributed", LossLabels = "loss-labels", LossLinks = "loss-links",
    LossNested = "loss-nested", LossAddressees = "loss-addressees",
    LossAttributes = "loss-attributes", LossSpeakers = "loss-speakers",
    LossSpeakerFacts = "loss-speaker-facts", LossSpeakerGroups = "loss-speaker-groups",
    LossSharedSources = "loss-shared-sources", LossNotes = "loss-notes",
    LossNoteBreaks = "loss-note-breaks", LossTags = "loss-tags", LossCreators = "loss-creators",
    LossTimes = "loss-times", LossDocumentTimes = "loss-document-times",
    LossOrigins = "loss-origins", LossIds = "loss-ids", LossSentences = "loss-sentences",
    LossSentenceHands = "loss-sentence-hands", LossFacts = "loss-facts",
    LossDocumentId = "loss-document-id", LossCleaning = "loss-cleaning",
    LossRejections = "loss-rejections", LossExtras = "loss-extras", LossRest = "loss-rest",
    MisreadFound = "misread-found",
    MisreadSeveral = "misread-several", MisreadNowhere = "misread-nowhere",
    MisreadNoSpan = "misread-no-span", MisreadUnknownLabel = "misread-unknown-label",
    MisreadNotRead = "misread-not-read", MisreadIdTwice = "misread-id-twice",
    MisreadLinkToNothing = "misread-link-to-nothing", MisreadUnlinked = "misread-unlinked",
    MisreadTakenClaim = "misread-taken-claim", MisreadTakenQuote = "misread-taken-quote",
    MisreadTakenAttribution = "misread-taken-attribution", OpenNothing = "open-nothing",
    OpenArchive = "open-archive", OpenNotText = "open-not-text",
    OpenTextMissing = "open-text-missing", OpenUnknown = "open-unknown",
    OpenTogether = "open-together", OpenedSeveral = "opened-several",

    PutAway = "put-away", SelectFirst = "select-first", Tagged = "tagged",
    TaggedAlready = "tagged-already", Relabelled = "relabelled", DeletedOne = "deleted-one",
    Extended = "extended", TaggedAll = "tagged-all", TaggedAllAs = "tagged-all-as",
    TaggedBefore = "tagged-before", Alike = "alike", NothingAlike = "nothing-alike", InsideAlready = "inside-already", FragmentRemoved = "fragment-removed",
    EdgeStays = "edge-stays", NothingHere = "nothing-here", ChooseFirst = "choose-first",
    ChooseByClick = "choose-by-click", Undone = "undone", Redone = "redone",
    NothingToUndo = "nothing-to-undo", NothingToRedo = "nothing-to-redo", Merged = "merged",
    Split = "split", ResplitInto = "resplit-into", PointFirst = "point-first",
    NoNextSentence = "no-next-sentence", CaretAtEdge = "caret-at-edge",
    NoAnnotations = "no-annotations", ArticleDeleted = "article-deleted",
    Downloaded = "downloaded",
    Opened = "opened", OpenedAsCopy = "opened-as-copy", OpenedKept = "opened-kept",
    OtherTab = "other-tab", OtherTabAlert = "other-tab-alert", EditHere = "edit-here",
    TakenOver = "taken-over", DoesNotFit = "does-not-fit", EditDoesNotFit = "edit-does-not-fit",
    EditNotThere = "edit-not-there", EditOtherMetadata = "edit-other-metadata",
    EditOtherSentences = "edit-other-sentences",
    EditOtherSpeakers = "edit-other-speakers", EditOtherRejection = "edit-other-rejection",

    Storage = "storage", StorageRefused = "storage-refused", StorageFull = "storage-full",
    StorageMissing = "storage-missing", StorageOvertaken = "storage-overtaken",
    StorageFailed = "storage-failed", TryAgain = "try-again",

    FileFailed = "file-failed", Refused = "refused", OtherJson = "other-json", Pasted = "pasted",
    NoText = "no-text", IsPdf = "is-pdf", IsZip = "is-zip", IsOldOffice = "is-old-office",
    IsRtf = "is-rtf", IsImage = "is-image", IsMedia = "is-media", IsArchive = "is-archive",
    IsNoText = "is-no-text",

    FurnitureAboutAuthor = "furniture-about-author",
    FurnitureAdvertisement = "furniture-advertisement", FurnitureComments = "furniture-comments",
    FurnitureContact = "furniture-contact", FurnitureCookies = "furniture-cookies",
    FurnitureCopyright = "furniture-copyright", FurnitureDateLine = "furniture-date-line",
    FurnitureFileHead = "furniture-file-head", FurnitureFollow = "furniture-follow",
    FurnitureLogin = "furniture-login", FurnitureMailHead = "furniture-mail-head",
    FurnitureMenu = "furniture-menu", FurnitureNewsletter = "furniture-newsletter",
    FurniturePageControl = "furniture-page-control",
    FurniturePhotoCredit = "furniture-photo-credit", FurnitureRelated = "furniture-related",
    FurnitureShare = "furniture-share", FurnitureSubscription = "furniture-subscription",
    FurnitureTags = "furniture-tags", FurnitureWebAddress = "furniture-web-address",
    FurnitureNeighbour = "furniture-neighbour",

    RepairLineEnds = "repair-line-ends", RepairTabs = "repair-tabs",
    RepairOddBlanks = "repair-odd-blanks", RepairBlankRuns = "repair-blank-runs",
    RepairZeroWidth = "repair-zero-width", RepairControls = "repair-controls",
    RepairMisread = "repair-misread", RepairByteOrderMarks = "repair-byte-order-marks",
    RepairBlankLines = "repair-blank-lines", RepairMailQuotes = "repair-mail-quotes",
    RepairWrappedLines = "repair-wrapped-lines",

    Position = "position", EmptyFile = "empty-file", NotJson = "not-json",
    Unexpected = "unexpected", Cut = "cut", NotAscribe = "not-ascribe", Newer = "newer",
    UnknownUnit = "unknown-unit", Missing = "missing", Wrong = "wrong",

    ThingValue = "thing-value", ThingKey = "thing-key", ThingColon = "thing-colon",
    ThingCommaObject = "thing-comma-object", ThingCommaList = "thing-comma-list",
    ThingEnd = "thing-end", ThingDigit = "thing-digit", ThingNull = "thing-null",
    ThingBool = "thing-bool", ThingNumber = "thing-number", ThingString = "thing-string",
    ThingList = "thing-list", ThingObject = "thing-object", ThingStrings = "thing-strings",
    ThingOthers = "thing-others", ThingVersion = "thing-version", ThingControl = "thing-control",
    ThingEscape = "thing-escape", ThingDeep = "thing-deep", ThingCodePoints = "thing-code-points",
    ThingUtf16 = "thing-utf16", ThingUtf8 = "thing-utf8", ThingOr = "thing-or",

    PartFile = "part-file", PartDocument = "part-document", PartSentence = "part-sentence",
    PartAnnotation = "part-annotation", PartAnnotationNumber = "part-annotation-number",
    PartSpeaker = "part-speaker", PartSpeakerNumber = "part-speaker-number",
    PartRejection = "part-rejection",

    FaultKeyTwice = "fault-key-twice", FaultLoneSurrogate = "fault-lone-surrogate",
    FaultOtherUnit = "fault-other-unit", FaultNoList = "fault-no-list",
    FaultOtherHash = "fault-other-hash", FaultOtherLength = "fault-other-length",
    FaultTextMended = "fault-text-mended", FaultNoDocumentId = "fault-no-document-id",
    FaultNoDate = "fault-no-date", FaultWrongType = "fault-wrong-type",
    FaultUnknownWord = "fault-unknown-word", FaultBadDate = "fault-bad-date",
    FaultWrongItem = "fault-wrong-item", FaultOverlap = "fault-overlap",
    FaultSentenceOrder = "fault-sentence-order", FaultNoId = "fault-no-id",
    FaultIdTwice = "fault-id-twice", FaultNoRule = "fault-no-rule",
    FaultBadLabel = "fault-bad-label", FaultNoLabel = "fault-no-label",
    FaultNoTarget = "fault-no-target", FaultLinkToNothing = "fault-link-to-nothing",
    FaultLinkToItself = "fault-link-to-itself",

    SpanNoOffset = "span-no-offset", SpanBadOffset = "span-bad-offset",
    SpanOffsetAsFloat = "span-offset-as-float", SpanEmpty = "span-empty",
    SpanOutside = "span-outside", SpanNoCharacter = "span-no-character",
    SpanOtherWords = "span-other-words", SpanOtherUnit = "span-other-unit",
    SpanMoved = "span-moved", SpanJoined = "span-joined",

    Settings = "settings", Theme = "theme", ThemeSystem = "theme-system",
    ThemeLight = "theme-light", ThemeDark = "theme-dark", Size = "size", SizeSmall = "size-small",
    SizeNormal = "size-normal", SizeLarge = "size-large", SizeHuge = "size-huge", Width = "width",
    WidthNarrow = "width-narrow", WidthNormal = "width-normal", WidthWide = "width-wide",
    Language = "language", LanguageBrowser = "language-browser", LanguageEn = "language-en",
    LanguageDe = "language-de", YourName = "your-name", YourNameHint = "your-name-hint",
    Letters = "letters", LettersHint = "letters-hint", LettersOff = "letters-off",
    ChangeKeys = "change-keys", Change = "change", ChangeKey = "change-key", NoKey = "no-key",
    PressKey = "press-key", KeyChanged = "key-changed", KeyTaken = "key-taken",
    KeyNeeded = "key-needed", KeyLeft = "key-left", KeysReset = "keys-reset",
    ResetKeys = "reset-keys", Ctrl = "ctrl", Shift = "shift", Del = "del", Esc = "esc",
    PageUp = "page-up", PageDown = "page-down", Home = "home", End = "end", Enter = "enter",
    Backspace = "backspace",

    Suggestions = "suggestions", SuggestionsSure = "suggestions-sure",
    SuggestionsAll = "suggestions-all", SuggestionsOff = "suggestions-off",
    SuggestionsOpen = "suggestions-open", MoreSuggestions = "more-suggestions",
    OnlySure = "only-sure", AcceptSure = "accept-sure", Suggested = "suggested",
    SuggestedBy = "suggested-by", AcceptOne = "accept-one", EditOne = "edit-one",
    RejectOne = "reject-one", SaidSuggestion = "said-suggestion", TextHint = "text-hint",
    WhyCueBefore = "why-cue-before", WhyCueBehind = "why-cue-behind", WhyMarks = "why-marks",
    WhyGoesOn = "why-goes-on", WhyStandsFor = "why-stands-for", WhySpoke = "why-spoke",
    LessSure = "less-sure", NamedHere = "named-here", NamedBefore = "named-before", Accepted = "accepted",
    AcceptedAll = "accepted-all", Rejected = "rejected", NoSuggestion = "no-suggestion",
    KeySuggestion = "key-suggestion", KeyEditSuggestion = "key-edit-suggestion",
}

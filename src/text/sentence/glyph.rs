//! Glyphs: what a single character is to a sentence, in any script. Knows no words.

/// Tells whether `c` ends sentences and is never part of a word (UAX #29 `STerm`).
pub(super) fn is_final(c: char) -> bool {
    match c {
        '!' | '?' => true,
        '\0'..'\u{80}' => false,
        '\u{37e}' | '։' | '؝' | '؞' | '؟' | '۔' | '।' | '॥' | '።' | '፧' | '፨' => {
            true
        }
        '၊' => false,
        '။' | '។' | '៕' | '᠃' | '᠉' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '⸮' | '꓿' | '꘎' => {
            true
        }
        _ => ends_without_space(c),
    }
}

/// Tells whether `c` ends a sentence with no space behind it.
pub(super) fn ends_without_space(c: char) -> bool {
    matches!(
        c,
        '。' | '！'
            | '？'
            | '｡'
            | '．'
            | '︒'
            | '︕'
            | '︖'
            | '﹒'
            | '﹖'
            | '﹗'
            | '።'
            | '፧'
            | '፨'
            | '။'
            | '।'
            | '॥'
    )
}

/// Tells whether `c` closes brackets or quotes and nothing else.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}')
        || !c.is_ascii()
            && matches!(
                c,
                '”' | '’'
                    | '›'
                    | '」'
                    | '』'
                    | '》'
                    | '〉'
                    | '】'
                    | '）'
                    | '］'
                    | '〕'
                    | '｣'
                    | '〗'
                    | '〙'
                    | '〞'
                    | '〟'
                    | '｝'
            )
}

/// Tells whether `c` is a quote mark or markup that opens in some places and closes in others.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '*' | '_')
        || !c.is_ascii()
            && matches!(c, '“' | '‘' | '«' | '»' | '‹' | '´' | '„' | '‚' | '‟' | '＂' | '″')
}

/// Tells whether `c` opens brackets or quotes and nothing else.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
        || !c.is_ascii()
            && matches!(
                c,
                '¿' | '¡' | '「' | '『' | '《' | '〈' | '【' | '（' | '［' | '〔' | '｢' | '〝'
            )
}

/// Tells whether `c` is a dash of any length.
pub(super) fn is_dash(c: char) -> bool {
    c == '-' || !c.is_ascii() && matches!(c, '–' | '—' | '―' | '‐' | '‑' | '−' | '─')
}

/// Tells whether `c` marks an item of a list.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '⁃' | '◦' | '▪' | '▫' | '●' | '○' | '■' | '□' | '◆' | '▶' | '►')
}

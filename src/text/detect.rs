//! Detection: which language a text is written in, told by its script, then by letters that one
//! language of the script has and others lack, or by its commonest words. Knows no rules of writing.

use super::{Language, Names, lower};

/// How much of a text is looked at, in bytes; more would not change the outcome.
const SAMPLE: usize = 1 << 16;
/// The least share of words, in percent, that must be common words of the language.
const FEWEST: usize = 12;

/// Returns the language `text` seems to be written in.
///
/// ```
/// use ascribe::text::{Language, detect};
/// assert_eq!(detect("Sie sagte, dass es nicht wahr ist."), Language::German);
/// assert_eq!(detect("彼女は違うと言った。"), Language::Japanese);
/// assert_eq!(detect("404"), Language::Other);
/// ```
pub fn detect(text: &str) -> Language {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let letters = Letters::count(sample);
    match letters.script() {
        Some(Script::Latin) => by_words(sample),
        Some(Script::Cyrillic) => letters.cyrillic(),
        Some(Script::Arabic) => letters.arabic(),
        Some(Script::Devanagari) => by_devanagari(sample),
        // Japanese mixes Chinese characters with its own letters.
        Some(Script::Han) if letters.of(Script::Kana) * 20 > letters.of(Script::Han) => {
            Language::Japanese
        }
        Some(Script::Han) => Language::Chinese,
        Some(Script::Kana) => Language::Japanese,
        Some(Script::Hangul) => Language::Korean,
        Some(Script::Greek) => Language::Greek,
        Some(Script::Armenian) => Language::Armenian,
        Some(Script::Ethiopic) => Language::Amharic,
        Some(Script::Myanmar) => Language::Burmese,
        None => Language::Other,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Arabic,
    Devanagari,
    Myanmar,
    Ethiopic,
    Kana,
    Han,
    Hangul,
}

impl Script {
    const ALL: [Script; 11] = [
        Script::Latin,
        Script::Cyrillic,
        Script::Greek,
        Script::Armenian,
        Script::Arabic,
        Script::Devanagari,
        Script::Myanmar,
        Script::Ethiopic,
        Script::Kana,
        Script::Han,
        Script::Hangul,
    ];

    /// The script of a letter, by Unicode block.
    fn of(c: char) -> Option<Script> {
        Some(match c {
            'A'..='Z' | 'a'..='z' | 'À'..='ɏ' | 'Ḁ'..='ỿ' => Script::Latin,
            'Ͱ'..='Ͽ' | 'ἀ'..='῿' => Script::Greek,
            'Ѐ'..='ԯ' => Script::Cyrillic,
            '԰'..='֏' => Script::Armenian,
            '\u{600}'..='ۿ' | 'ݐ'..='ݿ' => Script::Arabic,
            '\u{900}'..='\u{97f}' => Script::Devanagari,
            '\u{1000}'..='\u{109f}' => Script::Myanmar,
            'ሀ'..='\u{139f}' => Script::Ethiopic,
            'ぁ'..='ヿ' => Script::Kana,
            '㐀'..='鿿' => Script::Han,
            '가'..='힣' => Script::Hangul,
            _ => return None,
        })
    }
}

/// How often each script and each telling letter stands in a text.
struct Letters {
    scripts: [usize; 11],
    telling: Vec<(char, usize)>,
}

impl Letters {
    fn count(text: &str) -> Letters {
        let mut letters = Letters { scripts: [0; 11], telling: Vec::new() };
        for c in text.chars() {
            let Some(script) = Script::of(c) else { continue };
            letters.scripts[script as usize] += 1;
            if matches!(script, Script::Cyrillic | Script::Arabic) {
                match letters.telling.iter_mut().find(|(other, _)| *other == c) {
                    Some((_, count)) => *count += 1,
                    None => letters.telling.push((c, 1)),
                }
            }
        }
        letters
    }

    fn of(&self, script: Script) -> usize {
        self.scripts[script as usize]
    }

    /// The script of most letters. One sign of a script without words stands for a whole word.
    fn script(&self) -> Option<Script> {
        let weight = |script: &Script| match script {
            Script::Han | Script::Kana | Script::Hangul => self.of(*script) * 3,
            _ => self.of(*script),
        };
        Script::ALL.into_iter().filter(|script| weight(script) > 0).max_by_key(weight)
    }

    /// How many of the letters in `any` there are in a thousand of `script`.
    fn share(&self, any: &str, script: Script) -> usize {
        let telling = self.telling.iter().filter(|(c, _)| any.contains(*c));
        let count: usize = telling.map(|(_, count)| count).sum();
        count * 1000 / self.of(script).max(1)
    }

    fn cyrillic(&self) -> Language {
        let share = |any| self.share(any, Script::Cyrillic);
        if share("јљњћђџѓќәғқңөұүһҷҳӣ") > 5 {
            Language::Other
        } else if share("іїєґ") > 10 {
            Language::Ukrainian
        } else if share("ыэё") > 5 {
            Language::Russian
        } else if share("ъщ") > 8 {
            Language::Bulgarian
        } else {
            Language::Russian
        }
    }

    fn arabic(&self) -> Language {
        let share = |any| self.share(any, Script::Arabic);
        if share("ٹڈڑےںھہ") > 20 {
            Language::Urdu
        } else if share("پچژگکی") > 30 {
            Language::Persian
        } else {
            Language::Arabic
        }
    }
}

fn by_devanagari(text: &str) -> Language {
    let count =
        |words: &[&str]| text.split_whitespace().filter(|word| words.contains(word)).count();
    let marathi =
        count(&["आहे", "आणि", "आहेत", "नाही", "होते", "होता", "होती", "या", "हे", "ही", "तो"]);
    let hindi = count(&["है", "और", "में", "के", "की", "का", "हैं", "को", "से", "ने", "नहीं", "था", "थी"]);
    if marathi > hindi || hindi == 0 && text.contains('ळ') {
        Language::Marathi
    } else {
        Language::Hindi
    }
}

/// Tells languages in Latin letters apart by their commonest words. A word that several of them
/// share speaks less for each.
fn by_words(text: &str) -> Language {
    let table = include_str!("languages.txt");
    let rows: Vec<(&str, &str)> = table.lines().filter_map(|line| line.split_once(": ")).collect();
    let mut known: Vec<(&str, usize)> = Vec::new();
    for (row, (_, words)) in rows.iter().enumerate() {
        known.extend(words.split_whitespace().map(|word| (word, row)));
    }
    let names = Names::of(known.iter().map(|(word, _)| *word));
    let mut scores = vec![0; rows.len()];
    let mut hits = vec![0; rows.len()];
    let mut total = 0;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        total += 1;
        let owners: Vec<usize> = names.all(&lower(word)).map(|number| known[number].1).collect();
        for &row in &owners {
            scores[row] += 60 / owners.len();
            hits[row] += 1;
        }
    }
    // Of rows that score the same the last one counts, so the first ones, with rules, win.
    let best = (0..rows.len()).rev().max_by_key(|&row| scores[row]);
    match best {
        Some(row) if hits[row] * 100 >= total * FEWEST && hits[row] > 0 => {
            Language::from_tag(rows[row].0)
        }
        _ => Language::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, language: Language) {
        assert_eq!(detect(text), language, "{text}");
    }

    #[test]
    fn languages_in_latin_letters_are_told_by_their_words() {
        check("The minister said that she would not resign.", Language::English);
        check("Le ministre a dit que la loi ne sera pas votée.", Language::French);
        check("El ministro dijo que la ley no será votada.", Language::Spanish);
        check("O ministro disse que a lei não será votada.", Language::Portuguese);
        check("Il ministro ha detto che la legge non sarà votata.", Language::Italian);
        check("De minister zei dat de wet niet wordt aangenomen.", Language::Dutch);
        check("Ministeren sagde, at loven ikke bliver vedtaget af dem.", Language::Danish);
        check("Ministern sade att lagen inte ska antas av dem.", Language::Swedish);
        check("Minister powiedział, że ustawa nie będzie przyjęta przez rząd.", Language::Polish);
        check("Ministr řekl, že zákon nebude přijat, protože je to chyba.", Language::Czech);
        check(
            "Minister povedal, že zákon nebude prijatý, pretože to nie je dobré.",
            Language::Slovak,
        );
        check("Bakan, bu yasa için daha çok zaman gerektiğini söyledi.", Language::Turkish);
    }

    #[test]
    fn languages_in_cyrillic_arabic_and_indian_letters_are_told_by_their_own_ones() {
        check("Министр сказала, что этот закон был бы ошибкой.", Language::Russian);
        check("Міністерка сказала, що цей закон є помилкою.", Language::Ukrainian);
        check("Министърът каза, че този закон щеше да бъде грешка.", Language::Bulgarian);
        check("Мұхитқа тікелей шыға алмайтын мемлекеттер.", Language::Other);
        check("قالت الوزيرة إن القانون لن يمر.", Language::Arabic);
        check("وزیر گفت که این قانون تصویب نمی‌شود.", Language::Persian);
        check("وزیر نے کہا کہ یہ قانون منظور نہیں ہوگا۔", Language::Urdu);
        check("मंत्री ने कहा कि यह कानून पारित नहीं होगा।", Language::Hindi);
        check("मंत्री म्हणाले की हा कायदा मंजूर होणार नाही आणि तो चुकीचा आहे.", Language::Marathi);
    }

    #[test]
    fn other_scripts_stand_for_their_language() {
        check("部长说，这项法律不会通过。", Language::Chinese);
        check("大臣はその法律は成立しないと述べた。", Language::Japanese);
        check("장관은 그 법이 통과되지 않을 것이라고 말했다.", Language::Korean);
        check("Η υπουργός είπε ότι ο νόμος δεν θα περάσει.", Language::Greek);
        check("Նախարարը ասաց, որ օրենքը չի ընդունվի։", Language::Armenian);
        check("ሚኒስትሩ ሕጉ አይጸድቅም አሉ።", Language::Amharic);
        check("ဝန်ကြီးက ဥပဒေ မအောင်မြင်ဟု ပြောသည်။", Language::Burmese);
    }

    #[test]
    fn what_is_no_language_known_here_is_other() {
        check("", Language::Other);
        check("12:30 — 14:00", Language::Other);
        check("Ministeri sanoi, että laki ei ole hyvä ja hän oli vain vihainen.", Language::Other);
    }
}

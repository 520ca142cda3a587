//! Documents that nobody wrote: any bytes must be answered. The targets of `fuzz/`, and changes of documents that are the
//! same in every run, for where libFuzzer is not.

use clientwright::config::Config;
use clientwright::diagnostic::{self, Diagnostics, Source, Sources};
use clientwright::read;

use crate::draw::Dice;

/// How long a text becomes at most.
const LONGEST: usize = 100_000;

/// Reads a document.
pub fn read(bytes: &[u8]) {
    let source = Source::new("openapi", String::from_utf8_lossy(bytes));
    let mut sources = Sources::new();
    sources.add(source.clone());
    let mut diagnostics = Diagnostics::new();
    let document = read::read(&source, &mut diagnostics);
    let findings = diagnostics.finish(&sources);
    std::hint::black_box((document, diagnostic::human(&findings, &sources, false)));
}

/// Generates a document's crate, leaving out what is refused, and says what was found.
pub fn pipeline(bytes: &[u8]) {
    let source = Source::new("openapi", String::from_utf8_lossy(bytes));
    let mut sources = Sources::new();
    sources.add(source.clone());
    let config = Config {
        allow_refused: true,
        ..Config::default()
    };
    let outcome = clientwright::generate(&source, &config, Diagnostics::new());
    let findings = outcome.diagnostics.finish(&sources);
    std::hint::black_box((outcome.files, diagnostic::human(&findings, &sources, false)));
}

/// The words of a dictionary as libFuzzer reads it: quoted, with `\xAB` for any byte.
#[must_use]
pub fn words(dictionary: &str) -> Vec<Vec<u8>> {
    let lines = dictionary.lines().filter(|line| !line.starts_with('#'));
    let quoted = lines.filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    quoted.map(unescaped).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut bytes = word.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match bytes.next() {
            Some(b'x') => {
                let digit =
                    |byte: Option<u8>| char::from(byte.unwrap_or(b'0')).to_digit(16);
                let (high, low) = (digit(bytes.next()), digit(bytes.next()));
                let code = high.unwrap_or_default() * 16 + low.unwrap_or_default();
                out.push(u8::try_from(code).unwrap_or_default());
            }
            Some(byte) => out.push(byte),
            None => {}
        }
    }
    out
}

/// A document with a few things changed: words put in, lines moved, taken from another document, doubled or dropped, bytes
/// of any value.
#[must_use]
pub fn mutated(one: &[u8], other: &[u8], words: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = one.to_vec();
    for _ in 0..=dice.below(5) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(8) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.below(256)).unwrap_or_default();
                }
            }
            1 => drop(bytes.drain(at..(at + dice.below(60)).min(bytes.len()))),
            2 if !words.is_empty() => {
                let word = dice.one_of(words).clone();
                bytes.splice(at..at, word);
            }
            3 if !words.is_empty() => {
                let (start, end) = word_at(&bytes, at);
                let word = dice.one_of(words).clone();
                bytes.splice(start..end, word);
            }
            4 => {
                let (start, end) = line_at(&bytes, at);
                bytes.drain(start..end);
            }
            5 => {
                let (start, end) = line_at(&bytes, at);
                let line = bytes[start..end].to_vec();
                bytes.splice(start..start, line);
            }
            6 => {
                let (start, end) = line_at(other, dice.below(other.len() + 1));
                let (to, _) = line_at(&bytes, at);
                bytes.splice(to..to, other[start..end].iter().copied());
            }
            _ => {
                let (start, end) = line_at(&bytes, at);
                let line: Vec<u8> = bytes.drain(start..end).collect();
                let (to, _) = line_at(&bytes, dice.below(bytes.len() + 1));
                bytes.splice(to..to, line);
            }
        }
    }
    bytes.truncate(LONGEST);
    bytes
}

/// The bounds of the line around a byte, its end included.
fn line_at(bytes: &[u8], at: usize) -> (usize, usize) {
    let at = at.min(bytes.len());
    let start =
        bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n');
    (start, end.map_or(bytes.len(), |end| at + end + 1))
}

/// The bounds of the letters around a byte.
fn word_at(bytes: &[u8], at: usize) -> (usize, usize) {
    let at = at.min(bytes.len());
    let other = |byte: &u8| !(byte.is_ascii_alphanumeric() || b"$-_/.".contains(byte));
    let start = bytes[..at].iter().rposition(other).map_or(0, |at| at + 1);
    (start, bytes[at..].iter().position(other).map_or(bytes.len(), |end| at + end))
}

#[cfg(test)]
mod tests {
    use super::{line_at, mutated, word_at, words};
    use crate::draw::Dice;

    #[test]
    fn words_of_a_dictionary_are_bytes() {
        let read = words("# a \"comment\"\n\"a\\x0ab\"\n\"\\\"\"\n");
        assert_eq!(read, [b"a\nb".to_vec(), b"\"".to_vec()]);
    }

    #[test]
    fn changes_are_the_same_in_every_run_and_change_something() {
        let text = b"one two\nthree: four\n";
        assert_eq!((line_at(text, 10), word_at(text, 5)), ((8, 20), (4, 7)));
        let words = [b"five".to_vec()];
        let run = |seed| -> Vec<Vec<u8>> {
            let mut dice = Dice(seed);
            (0..50).map(|_| mutated(text, b"six\n", &words, &mut dice)).collect()
        };
        assert_eq!(run(1), run(1));
        let changed = run(1).iter().filter(|bytes| *bytes != text).count();
        assert!(changed > 40, "{changed}");
    }
}

//! Identifiers that Rust, its prelude or the generated crate need for themselves.

/// Keywords of every edition that may stand as raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override",
    "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that may not even be raw identifiers.
const NEVER: &[&str] = &["self", "super", "crate", "Self", "_"];

/// Type names that generated files use for something else: the prelude's, and the runtime's.
const TYPES: &[&str] = &[
    "AsRef",
    "Box",
    "Call",
    "Client",
    "Clone",
    "Debug",
    "Decode",
    "Default",
    "Err",
    "Error",
    "From",
    "Into",
    "New",
    "None",
    "Nullable",
    "Ok",
    "Operation",
    "OperationInfo",
    "Option",
    "Reply",
    "Response",
    "Result",
    "Secret",
    "Self",
    "Some",
    "String",
    "ToString",
    "UnknownValue",
    "Vec",
];

/// Module names that are files of the crate's own or no file's name on some system.
const MODULES: &[&str] = &[
    "mod",
    "lib",
    "main",
    "con",
    "prn",
    "aux",
    "nul",
    "client",
    "runtime",
    "mock",
    "models",
    "operations",
];

/// How a word must be written to be an identifier.
pub(super) enum Spelling {
    Plain,
    Raw,
    Never,
}

pub(super) fn spelling(word: &str) -> Spelling {
    if NEVER.contains(&word) {
        Spelling::Never
    } else if KEYWORDS.contains(&word) {
        Spelling::Raw
    } else {
        Spelling::Plain
    }
}

/// Whether a word is a keyword of some edition of Rust.
#[must_use]
pub fn is_keyword(word: &str) -> bool {
    !matches!(spelling(word), Spelling::Plain)
}

pub(super) fn is_type(name: &str) -> bool {
    TYPES.contains(&name)
}

pub(super) fn is_module(name: &str) -> bool {
    let numbered =
        |stem| name.strip_prefix(stem).is_some_and(|rest: &str| rest.len() == 1);
    MODULES.contains(&name) || numbered("com") || numbered("lpt")
}

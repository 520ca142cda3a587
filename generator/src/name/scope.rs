//! A scope in which names are unique.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

use super::reserved::{is_module, is_type};
use super::{ModuleName, TypeName, ValueName, Words};

/// What sort of name a scope gives out.
pub trait Role {
    /// The identifier.
    type Name;
    /// The word put before a digit, which no identifier may begin with.
    const BEFORE_DIGIT: &'static str;
    /// The name of something whose words are all gone.
    const EMPTY: &'static str;

    /// Joins words in this role's case; never empty.
    fn spell(words: &[&str]) -> String;
    /// Whether generated files need the name for something else.
    fn is_reserved(name: &str) -> bool;
    /// The word added to a reserved name.
    const INSTEAD: &'static str;
    /// Wraps a name that is free.
    fn name(text: &str) -> Self::Name;
}

/// Names of types.
#[derive(Debug)]
pub struct Type;
/// Names of enum variants.
#[derive(Debug)]
pub struct Variant;
/// Names of fields, functions and arguments.
#[derive(Debug)]
pub struct Value;
/// Names of modules.
#[derive(Debug)]
pub struct Module;

/// The names given out so far; the next is none of them.
#[derive(Debug)]
pub struct Scope<R> {
    taken: BTreeSet<String>,
    /// The number that was given to the last of a name, so that the next need not be looked for.
    last: BTreeMap<String, u32>,
    role: PhantomData<R>,
}

impl<R> Default for Scope<R> {
    fn default() -> Self {
        Self {
            taken: BTreeSet::new(),
            last: BTreeMap::new(),
            role: PhantomData,
        }
    }
}

impl<R> Clone for Scope<R> {
    fn clone(&self) -> Self {
        Self {
            taken: self.taken.clone(),
            last: self.last.clone(),
            role: PhantomData,
        }
    }
}

impl<R: Role> Scope<R> {
    /// A scope in which these names are taken.
    #[must_use]
    pub fn with(taken: &[&str]) -> Self {
        Self {
            taken: taken.iter().map(|name| (*name).to_owned()).collect(),
            last: BTreeMap::new(),
            role: PhantomData,
        }
    }

    /// A name of these words that was not given out before: the second of a kind ends in `2`.
    pub fn give(&mut self, words: &Words) -> R::Name {
        let plain = plain::<R>(words);
        if self.taken.insert(plain.clone()) {
            return R::name(&plain);
        }
        let count = self.last.entry(plain.clone()).or_insert(1);
        loop {
            *count += 1;
            let text = numbered(&plain, *count);
            if self.taken.insert(text.clone()) {
                return R::name(&text);
            }
        }
    }

    /// Whether these words would be given out as they are.
    #[must_use]
    pub fn is_free(&self, words: &Words) -> bool {
        !self.taken.contains(&plain::<R>(words))
    }
}

/// Whether words make a name by themselves: one that is not needed for something else, and does not begin with a digit.
#[must_use]
pub fn is_name<R: Role>(words: &Words) -> bool {
    let words: Vec<&str> = words.as_slice().iter().map(String::as_str).collect();
    words.first().is_some_and(|first| first.starts_with(unicode_ident::is_xid_start))
        && !R::is_reserved(&R::spell(&words))
}

/// Whether words are given out as the same name.
#[must_use]
pub fn are_same<R: Role>(one: &Words, other: &Words) -> bool {
    plain::<R>(one) == plain::<R>(other)
}

fn plain<R: Role>(words: &Words) -> String {
    let mut words: Vec<&str> = words.as_slice().iter().map(String::as_str).collect();
    if words.is_empty() {
        words.push(R::EMPTY);
    }
    if !words[0].starts_with(unicode_ident::is_xid_start) {
        words.insert(0, R::BEFORE_DIGIT);
    }
    let text = R::spell(&words);
    if R::is_reserved(&text) {
        words.push(R::INSTEAD);
        return R::spell(&words);
    }
    text
}

/// `Name2`, or `Name1_2` where the name itself ends in a digit.
fn numbered(plain: &str, count: u32) -> String {
    let gap = if plain.ends_with(|c: char| c.is_ascii_digit()) { "_" } else { "" };
    format!("{plain}{gap}{count}")
}

fn camel(words: &[&str]) -> String {
    let mut text = String::new();
    for word in words {
        // Two numbers in a row would run together: `v1_2` is not `v12`.
        let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if digits(text.chars().last()) && digits(word.chars().next()) {
            text.push('_');
        }
        let mut chars = word.chars();
        text.extend(chars.next().into_iter().flat_map(char::to_uppercase));
        text.push_str(chars.as_str());
    }
    text
}

impl Role for Type {
    type Name = TypeName;
    const BEFORE_DIGIT: &'static str = "type";
    const EMPTY: &'static str = "unnamed";
    const INSTEAD: &'static str = "model";

    fn spell(words: &[&str]) -> String {
        camel(words)
    }

    fn is_reserved(name: &str) -> bool {
        is_type(name)
    }

    fn name(text: &str) -> TypeName {
        TypeName::new(text)
    }
}

impl Role for Variant {
    type Name = TypeName;
    const BEFORE_DIGIT: &'static str = "value";
    const EMPTY: &'static str = "empty";
    const INSTEAD: &'static str = "value";

    fn spell(words: &[&str]) -> String {
        camel(words)
    }

    fn is_reserved(name: &str) -> bool {
        name == "Self"
    }

    fn name(text: &str) -> TypeName {
        TypeName::new(text)
    }
}

impl Role for Value {
    type Name = ValueName;
    const BEFORE_DIGIT: &'static str = "n";
    const EMPTY: &'static str = "empty";
    const INSTEAD: &'static str = "value";

    fn spell(words: &[&str]) -> String {
        words.join("_")
    }

    fn is_reserved(_: &str) -> bool {
        false
    }

    fn name(text: &str) -> ValueName {
        ValueName::new(text)
    }
}

impl Role for Module {
    type Name = ModuleName;
    const BEFORE_DIGIT: &'static str = "n";
    const EMPTY: &'static str = "unnamed";
    const INSTEAD: &'static str = "module";

    /// In ASCII, since that is all that Rust finds the file of a module by (the Rust Reference, "Module source filenames").
    fn spell(words: &[&str]) -> String {
        let ascii =
            |word: &&str| word.chars().filter(char::is_ascii).collect::<String>();
        let words = words.iter().map(ascii).filter(|word| !word.is_empty());
        let text = words.collect::<Vec<_>>().join("_");
        match text.chars().next() {
            None => Self::EMPTY.to_owned(),
            Some(first) if first.is_ascii_digit() => {
                format!("{}_{text}", Self::BEFORE_DIGIT)
            }
            Some(_) => text,
        }
    }

    fn is_reserved(name: &str) -> bool {
        is_module(name)
    }

    fn name(text: &str) -> ModuleName {
        ModuleName::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_of_a_kind_is_numbered() {
        let mut scope = Scope::<Variant>::default();
        let mut give = |text| scope.give(&Words::of(text)).to_string();
        assert_eq!(
            ["ASC", "DESC", "asc", "desc"].map(&mut give),
            ["Asc", "Desc", "Asc2", "Desc2"]
        );
        assert_eq!(
            [give("200"), give(""), give("+1"), give("1.2")],
            ["Value200", "Empty", "Plus1", "Value1_2"]
        );
    }

    #[test]
    fn keywords_and_the_prelude_are_kept_clear_of() {
        let mut values = Scope::<Value>::default();
        let mut value = |text| values.give(&Words::of(text)).to_string();
        assert_eq!(
            [value("type"), value("self"), value("2fa")],
            ["r#type", "self_", "n_2fa"]
        );
        let mut types = Scope::<Type>::default();
        let mut ty = |text| types.give(&Words::of(text)).to_string();
        assert_eq!(
            [ty("Option"), ty("self"), ty("Error")],
            ["OptionModel", "SelfModel", "ErrorModel"]
        );
        let mut modules = Scope::<Module>::default();
        let module = modules.give(&Words::of("../mod"));
        assert_eq!((module.as_str(), module.file_stem()), ("mod_module", "mod_module"));
        assert_eq!(modules.give(&Words::of("Type")).file_stem(), "type");
        assert_eq!(modules.give(&Words::of("größe")).file_stem(), "gre");
        assert_eq!(modules.give(&Words::of("注文 2")).file_stem(), "n_2");
        assert_eq!(modules.give(&Words::of("注文")).file_stem(), "unnamed");
    }

    #[test]
    fn letters_of_any_script_are_names() {
        let mut scope = Scope::<Type>::default();
        assert_eq!(scope.give(&Words::of("größe")).as_str(), "Größe");
        assert_eq!(scope.give(&Words::of("注文")).as_str(), "注文");
        assert_eq!(scope.give(&Words::of("🦀")).as_str(), "Unnamed");
    }
}

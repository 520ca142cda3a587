//! Which types can have the traits of the standard library.

use std::collections::BTreeSet;

use super::Asked;
use crate::ir::{Enumeration, Field, Format, Presence, Shape, Type, TypeDef, TypePath};

/// A trait of the standard library that can be derived, in the order in which they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    Copy,
}

impl Known {
    pub(super) const ALL: [Self; 6] =
        [Self::Eq, Self::Hash, Self::PartialOrd, Self::Ord, Self::Default, Self::Copy];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Eq => "Eq",
            Self::Hash => "Hash",
            Self::PartialOrd => "PartialOrd",
            Self::Ord => "Ord",
            Self::Default => "Default",
            Self::Copy => "Copy",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// Whether this one asks for another, or is it.
    pub(super) fn brings(self, other: Self) -> bool {
        self == other
            || self == Self::Ord && matches!(other, Self::Eq | Self::PartialOrd)
    }

    pub(super) fn path(self) -> TypePath {
        TypePath {
            absolute: false,
            segments: vec![(self.name().to_owned(), Vec::new())],
        }
    }
}

/// Whether a type has a trait of its own.
pub(super) fn natural(ty: &TypeDef, known: Known) -> bool {
    match &ty.shape {
        Shape::Struct(object) => {
            known == Known::Default && object.fields.iter().all(Field::is_optional)
        }
        Shape::Enumeration(_) => matches!(known, Known::Eq | Known::Hash),
        Shape::Union(_) | Shape::Alias(_) => false,
    }
}

/// Which types are parts of which.
pub(super) struct Parts<'a> {
    types: &'a [TypeDef],
    /// By part: the types that have it.
    wholes: Vec<BTreeSet<usize>>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(types: &'a [TypeDef]) -> Self {
        let mut wholes = vec![BTreeSet::new(); types.len()];
        for (index, ty) in types.iter().enumerate() {
            for part in ty.clone().types_mut() {
                for id in part.named_mut() {
                    wholes[id.0 as usize].insert(index);
                }
            }
        }
        Self { types, wholes }
    }

    /// The types that have a trait: of those that are to have it, all that can.
    pub(super) fn having(&self, known: Known, asked: &[Asked]) -> Vec<bool> {
        // Types that hold each other have it all or not at all: each is thought to have it until a part has not.
        let natural = |index: usize| natural(&self.types[index], known);
        let mut has: Vec<bool> = asked
            .iter()
            .enumerate()
            .map(|(index, asked)| *asked != Asked::No || natural(index))
            .collect();
        let mut open: BTreeSet<usize> = (0..has.len()).collect();
        while let Some(index) = open.pop_first() {
            let by_name = asked[index] == Asked::ByName;
            if has[index]
                && !natural(index)
                && lacking(self.types, index, known, (&has, by_name)).is_some()
            {
                has[index] = false;
                open.extend(self.above(index));
            }
        }
        has
    }

    /// What holds a type, directly or by another name.
    fn above(&self, index: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut open = vec![index];
        while let Some(index) = open.pop() {
            for whole in &self.wholes[index] {
                let is_alias = matches!(self.types[*whole].shape, Shape::Alias(_));
                if found.insert(*whole) && is_alias {
                    open.push(*whole);
                }
            }
        }
        found
    }
}

/// The part for which a type cannot have a trait, in words; what a type of another crate has is trusted where the
/// configuration names the type that holds it.
pub(super) fn lacking(
    types: &[TypeDef],
    index: usize,
    known: Known,
    (has, trusted): (&[bool], bool),
) -> Option<String> {
    let holds = Holds { types, known, has, trusted };
    match &types[index].shape {
        Shape::Struct(object) => {
            let field = object.fields.iter().find(|field| !holds.field(field));
            if let Some(field) = field {
                return Some(format!("its field `{}` has not", field.name));
            }
            let (name, rest) = object.rest.as_ref()?;
            let rest = Type::Map(Box::new(rest.clone()));
            (!holds.has(&rest)).then(|| format!("its field `{name}` has not"))
        }
        Shape::Enumeration(list) => of_enumeration(list, known),
        Shape::Union(_) => {
            Some("a value that is none of its branches is kept as it came".to_owned())
        }
        Shape::Alias(_) => Some("it is another name for a type".to_owned()),
    }
}

fn of_enumeration(list: &Enumeration, known: Known) -> Option<String> {
    match known {
        Known::Default => Some("none of its values is the usual one".to_owned()),
        Known::Copy if list.open => {
            Some("it keeps the text of a value that is not listed".to_owned())
        }
        _ => None,
    }
}

/// Which types of values have a trait.
struct Holds<'a> {
    types: &'a [TypeDef],
    known: Known,
    has: &'a [bool],
    trusted: bool,
}

impl Holds<'_> {
    fn field(&self, field: &Field) -> bool {
        let by_default =
            self.known == Known::Default && field.presence != Presence::Required;
        by_default || self.has(&field.ty)
    }

    fn has(&self, ty: &Type) -> bool {
        let known = self.known;
        match ty.resolved(self.types) {
            Type::Text(Format::Plain | Format::Base64 | Format::Base64Url) => {
                known != Known::Copy
            }
            Type::Text(Format::Secret) | Type::File => known == Known::Eq,
            Type::Text(
                Format::Date
                | Format::DateTime
                | Format::LocalTime
                | Format::LocalDateTime
                | Format::Uuid,
            )
            | Type::Bool
            | Type::Integer(_) => true,
            Type::Text(Format::Duration) => matches!(known, Known::Eq | Known::Copy),
            Type::F64 => {
                matches!(known, Known::PartialOrd | Known::Default | Known::Copy)
            }
            Type::Any => known == Known::Default,
            Type::Mapped(_) => self.trusted,
            Type::Named(id) => self.has[id.0 as usize],
            Type::Boxed(id) => known != Known::Copy && self.has(&Type::Named(*id)),
            Type::List(_) | Type::Map(_) | Type::Nullable(_)
                if known == Known::Default =>
            {
                true
            }
            Type::List(item) | Type::Map(item) => known != Known::Copy && self.has(item),
            Type::Tuple(items) => items.iter().all(|item| self.has(item)),
            Type::Nullable(inner) => self.has(inner),
        }
    }
}

//! The way that a pointer takes through the types of a page.

use crate::diagnostic::Span;
use crate::ir::{Layer, Presence, Reach, Shape, Step, Type, TypeDef};

/// The most parts of a pointer: each is a call in the generated code, which nobody wants to read without an end.
const DEEPEST: usize = 64;

/// What a pointer has to lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    List,
    Text,
    Boolean,
    Number,
}

/// Why a pointer leads to nothing.
pub(super) struct Missed {
    /// What it does instead, as a clause.
    pub(super) message: String,
    /// The type in which it was lost.
    pub(super) origin: Option<Span>,
}

/// Walks through types.
pub(super) struct Walk<'a> {
    types: &'a [TypeDef],
    /// The type of the items of the list that was walked to.
    pub(super) item: Option<Type>,
    /// Whether a property on the way is deprecated.
    pub(super) deprecated: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(types: &'a [TypeDef]) -> Self {
        Self {
            types,
            item: None,
            deprecated: false,
        }
    }

    /// The way from a type to what a pointer (RFC 6901) leads to.
    pub(super) fn along(
        &mut self,
        from: &Type,
        pointer: &str,
        kind: Kind,
    ) -> Result<Reach, Missed> {
        let types = self.types;
        let mut reach = Reach::default();
        let mut ty = opened(types, from, &mut reach.layers);
        let mut origin = None;
        for token in tokens(pointer)? {
            let (Type::Named(id) | Type::Boxed(id)) = ty else {
                let message = format!(
                    "has nothing called `{token}`: there is {}",
                    what(types, ty)
                );
                return Err(Missed { message, origin });
            };
            let definition = &types[id.0 as usize];
            origin = Some(definition.origin);
            let Shape::Struct(object) = &definition.shape else {
                let message = format!(
                    "has nothing called `{token}`: there is {}",
                    what(types, ty)
                );
                return Err(Missed { message, origin });
            };
            let mut fields = object.fields.iter();
            let Some(field) = fields.find(|field| field.wire == token) else {
                let there =
                    object.fields.iter().map(|field| format!("`{}`", field.wire));
                let there = listed(&there.collect::<Vec<_>>());
                let message = format!("has nothing called `{token}`: there is {there}");
                return Err(Missed { message, origin });
            };
            self.deprecated |= field.deprecated;
            let mut layers = match field.presence {
                Presence::Required => Vec::new(),
                Presence::Optional | Presence::RequiredNullable => vec![Layer::Option],
                Presence::OptionalNullable => vec![Layer::Option, Layer::Nullable],
            };
            ty = opened(types, &field.ty, &mut layers);
            let field = field.name.clone();
            reach.steps.push(Step { field, layers });
        }
        let fits = match (kind, ty) {
            (Kind::List, Type::List(item)) => {
                self.item = Some((**item).clone());
                true
            }
            (Kind::Text, ty) => is_scalar(types, ty),
            (Kind::Boolean, ty) => *ty == Type::Bool,
            (Kind::Number, ty) => is_number(ty),
            (Kind::List, _) => false,
        };
        if fits {
            return Ok(reach);
        }
        let wanted = match kind {
            Kind::List => "a list",
            Kind::Text => "a text or a number",
            Kind::Boolean => "a boolean",
            Kind::Number => "a number",
        };
        let message = format!("leads to {}, not to {wanted}", what(types, ty));
        Err(Missed { message, origin })
    }
}

/// The parts of a pointer, unescaped.
fn tokens(pointer: &str) -> Result<Vec<String>, Missed> {
    if pointer.is_empty() {
        return Ok(Vec::new());
    }
    let Some(rest) = pointer.strip_prefix('/') else {
        let message = "is no JSON pointer: it does not begin with `/`".to_owned();
        return Err(Missed { message, origin: None });
    };
    if rest.split('/').count() > DEEPEST {
        let message = format!("has more than {DEEPEST} parts");
        return Err(Missed { message, origin: None });
    }
    let unescaped = |token: &str| token.replace("~1", "/").replace("~0", "~");
    Ok(rest.split('/').map(unescaped).collect())
}

/// A type without what stands around it, which is noted.
fn opened<'a>(types: &'a [TypeDef], ty: &'a Type, layers: &mut Vec<Layer>) -> &'a Type {
    let mut ty = ty.resolved(types);
    // No longer than there are types: what is nothing but itself is reported elsewhere.
    while let Type::Nullable(inner) = ty
        && layers.len() <= types.len()
    {
        layers.push(Layer::Option);
        ty = inner.resolved(types);
    }
    ty
}

/// Whether values of a type are texts or numbers.
pub(super) fn is_scalar(types: &[TypeDef], ty: &Type) -> bool {
    match opened(types, ty, &mut Vec::new()) {
        Type::Text(_) | Type::Integer(_) | Type::F64 | Type::Any | Type::Mapped(_) => {
            true
        }
        Type::Named(id) | Type::Boxed(id) => match &types[id.0 as usize].shape {
            Shape::Enumeration(_) => true,
            Shape::Union(union) => {
                union.branches.iter().all(|branch| is_plain(types, &branch.ty))
            }
            Shape::Struct(_) | Shape::Alias(_) => false,
        },
        Type::Bool
        | Type::File
        | Type::List(_)
        | Type::Tuple(_)
        | Type::Map(_)
        | Type::Nullable(_) => false,
    }
}

/// Whether values of a branch are texts or numbers, without another union.
fn is_plain(types: &[TypeDef], ty: &Type) -> bool {
    match opened(types, ty, &mut Vec::new()) {
        Type::Named(id) | Type::Boxed(id) => {
            matches!(types[id.0 as usize].shape, Shape::Enumeration(_))
        }
        other => is_scalar(types, other),
    }
}

/// Whether values of a type are numbers; many a document calls an integer a number.
fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::Integer(_) | Type::F64)
}

/// A type in words.
fn what(types: &[TypeDef], ty: &Type) -> String {
    let name = |named: &TypeDef| format!("`{}`", named.name);
    match ty {
        Type::Text(_) => "text".to_owned(),
        Type::Bool => "a boolean".to_owned(),
        Type::Integer(_) => "an integer".to_owned(),
        Type::F64 => "a number".to_owned(),
        Type::Any => "a value of which the document says nothing".to_owned(),
        Type::File => "a file".to_owned(),
        Type::Mapped(_) => "a type of another crate".to_owned(),
        Type::List(_) => "a list".to_owned(),
        Type::Tuple(_) => "a tuple, whose positions are not followed".to_owned(),
        Type::Map(_) => "a map".to_owned(),
        Type::Nullable(inner) => what(types, inner),
        Type::Named(id) | Type::Boxed(id) => {
            let definition = &types[id.0 as usize];
            match &definition.shape {
                Shape::Struct(_) => format!("the object {}", name(definition)),
                Shape::Enumeration(_) => format!("the enum {}", name(definition)),
                Shape::Union(_) => format!("the union {}", name(definition)),
                Shape::Alias(_) => name(definition),
            }
        }
    }
}

/// Names in a row, cut where they are many.
pub(super) fn listed(names: &[String]) -> String {
    const MOST: usize = 12;
    match names {
        [] => "nothing".to_owned(),
        few if few.len() <= MOST => few.join(", "),
        many => format!("{} and {} more", many[..MOST].join(", "), many.len() - MOST),
    }
}

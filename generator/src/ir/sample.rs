//! Samples of a type, as JSON texts.

use super::{Constant, Shape, Struct, Tell, Type, TypeDef, Union};

/// How much of a value a sample shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What is required, and nothing else.
    Required,
    /// Every property, as long as the sample stays small.
    Whole,
}

impl Extent {
    /// The deepest sample; what lies deeper is left out or `null`.
    fn deepest(self) -> usize {
        match self {
            Self::Required => 16,
            Self::Whole => 8,
        }
    }

    /// The size, in bytes, at which a sample leaves out what is optional.
    fn large(self) -> usize {
        match self {
            Self::Required => 0,
            Self::Whole => 4 * 1024,
        }
    }

    /// The size, in bytes, at which there is no sample: types that hold several others, many deep, have one of any size.
    fn largest(self) -> usize {
        match self {
            Self::Required => 2 * 1024,
            Self::Whole => 64 * 1024,
        }
    }
}

/// A JSON text that a type reads; text values say the name of the property they stand under.
#[must_use]
pub fn sample(types: &[TypeDef], ty: &Type, extent: Extent) -> Option<String> {
    sample_named(types, ty, "value", extent)
}

/// The same of a value that stands under a name.
#[must_use]
pub fn sample_named(
    types: &[TypeDef],
    ty: &Type,
    name: &str,
    extent: Extent,
) -> Option<String> {
    let mut writer = Writer {
        types,
        extent,
        out: String::new(),
    };
    writer.value(ty, name, 0, None);
    (writer.out.len() <= extent.largest()).then_some(writer.out)
}

/// A property that says which branch of a union an object is.
type Told<'a> = (&'a str, Says<'a>);

/// What such a property holds.
#[derive(Clone, Copy)]
enum Says<'a> {
    Tag(&'a str),
    Constant(&'a Constant),
}

struct Writer<'a> {
    types: &'a [TypeDef],
    extent: Extent,
    out: String,
}

impl<'a> Writer<'a> {
    fn value(&mut self, ty: &'a Type, name: &str, depth: usize, told: Option<Told<'a>>) {
        let required = self.extent == Extent::Required;
        if self.out.len() > self.extent.largest() {
            return;
        }
        let ty = ty.resolved(self.types);
        let deep = depth > self.extent.deepest();
        match ty {
            Type::Text(format) => self.text(format.sample().unwrap_or(name)),
            // A file has no form in JSON: its name stands for it.
            Type::File => self.text(name),
            Type::Mapped(mapped) => match &mapped.sample {
                Some(sample) => self.out.push_str(sample),
                None => self.value(&mapped.wire, name, depth, told),
            },
            Type::Bool => self.out.push_str("true"),
            Type::Integer(_) => self.out.push('1'),
            Type::F64 => self.out.push_str("1.5"),
            Type::Any => self.out.push_str("null"),
            Type::Nullable(_) if required || deep => self.out.push_str("null"),
            Type::List(_) if required || deep => self.out.push_str("[]"),
            Type::Map(_) if required || deep => self.out.push_str("{}"),
            Type::List(item) => {
                self.out.push('[');
                self.value(item, name, depth + 1, None);
                self.out.push(']');
            }
            Type::Tuple(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.out.push(if index == 0 { '[' } else { ',' });
                    self.value(item, name, depth + 1, None);
                }
                self.out.push(']');
            }
            Type::Map(value) => {
                self.out.push_str("{\"key\":");
                self.value(value, name, depth + 1, None);
                self.out.push('}');
            }
            Type::Nullable(inner) => self.value(inner, name, depth, told),
            Type::Named(id) | Type::Boxed(id) => {
                self.named(&self.types[id.0 as usize].shape, name, depth + 1, told);
            }
        }
    }

    fn named(
        &mut self,
        shape: &'a Shape,
        name: &str,
        depth: usize,
        told: Option<Told<'a>>,
    ) {
        match shape {
            Shape::Alias(ty) => self.value(ty, name, depth, told),
            Shape::Enumeration(list) => {
                self.text(list.variants.first().map_or(name, |variant| &variant.wire));
            }
            // What no finite value satisfies was refused; this bound only keeps the walk itself short.
            Shape::Struct(_) | Shape::Union(_) if depth > 4 * self.extent.deepest() => {
                self.out.push_str("null");
            }
            Shape::Struct(object) => self.object(object, depth, told),
            Shape::Union(union) => self.union(union, name, depth, told),
        }
    }

    fn object(&mut self, object: &'a Struct, depth: usize, told: Option<Told<'a>>) {
        let mut separator = '{';
        let listed = |wire: &str| object.fields.iter().any(|field| field.wire == wire);
        if let Some((wire, says)) = told.filter(|(wire, _)| !listed(wire)) {
            self.property(&mut separator, wire);
            self.says(says, None);
        }
        for field in &object.fields {
            let told = told.filter(|(wire, _)| *wire == field.wire);
            let required = field.is_argument();
            let optional =
                depth <= self.extent.deepest() && self.out.len() < self.extent.large();
            if !(required || optional || told.is_some()) {
                continue;
            }
            self.property(&mut separator, &field.wire);
            match told {
                Some((_, says)) => self.says(says, Some(&field.ty)),
                None => self.value(&field.ty, &field.wire, depth, None),
            }
        }
        self.out.push_str(if separator == '{' { "{}" } else { "}" });
    }

    /// A union as its first branch, with what tells it from the others.
    fn union(
        &mut self,
        union: &'a Union,
        name: &str,
        depth: usize,
        told: Option<Told<'a>>,
    ) {
        let Some(branch) = union.branches.first() else {
            return self.out.push_str("null");
        };
        let tag = union.tag.as_ref().and_then(|tag| {
            Some((tag.property.as_str(), Says::Tag(branch.tags.first()?)))
        });
        let constant = branch.tells.iter().find_map(|tell| match tell {
            Tell::Object(properties) => properties.iter().find_map(|property| {
                let constant = Says::Constant(property.values.first()?);
                Some((property.wire.as_str(), constant))
            }),
            _ => None,
        });
        self.value(&branch.ty, name, depth, tag.or(told).or(constant));
    }

    /// What tells a branch: a text, but where its property is of another type.
    fn says(&mut self, says: Says<'a>, ty: Option<&Type>) {
        let ty = ty.map(|ty| ty.resolved(self.types));
        match says {
            Says::Tag(text) if is_literal(ty, text) => self.out.push_str(text),
            Says::Tag(text) => self.text(text),
            Says::Constant(Constant::Text(text)) => self.text(text),
            Says::Constant(other) => self.out.push_str(&other.to_string()),
        }
    }

    fn property(&mut self, separator: &mut char, wire: &str) {
        self.out.push(*separator);
        self.text(wire);
        self.out.push(':');
        *separator = ',';
    }

    fn text(&mut self, text: &str) {
        self.out.push_str(&serde_json::Value::from(text).to_string());
    }
}

/// Whether a text is the JSON of a value of a type that is no text's.
fn is_literal(ty: Option<&Type>, text: &str) -> bool {
    match ty {
        Some(Type::Integer(_)) => text.parse::<i128>().is_ok(),
        Some(Type::Bool) => matches!(text, "true" | "false"),
        _ => false,
    }
}

//! Schemas: OpenAPI 3.0's subset and JSON Schema 2020-12 in one shape.

use super::{ExternalDocs, Named, Text, Value};
use crate::diagnostic::Span;

/// The position of a schema in [`Schemas`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(pub u32);

/// Every schema of a document, named or inline.
#[derive(Debug, Clone, Default)]
pub struct Schemas(pub Vec<Schema>);

impl std::ops::Index<SchemaId> for Schemas {
    type Output = Schema;

    fn index(&self, id: SchemaId) -> &Schema {
        &self.0[id.0 as usize]
    }
}

/// A schema.
///
/// 3.0's `nullable: true` beside `type` is the kind `null` in [`Schema::kinds`]; its boolean `exclusiveMinimum` is the number in
/// [`Limits::exclusive_minimum`]; its `example` is the first of `examples`.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "OpenAPI has as many flags")]
pub struct Schema {
    /// Where it stands.
    pub span: Span,
    /// The key in `components.schemas`, for a schema that stands there.
    pub component: Option<Box<str>>,
    /// `true` or `false` in place of an object (JSON Schema 2020-12, 4.3.2).
    pub boolean: Option<bool>,
    /// `$ref`, resolved; in 3.1 the other keywords beside it hold too, in 3.0 `read` ignored all but `nullable: true`.
    pub reference: Option<Reference>,
    /// `type`; empty when absent.
    pub kinds: Kinds,
    /// `nullable: true` without `type` beside it, as people write it next to `allOf` and `$ref`: `null` is allowed, too.
    pub nullable: bool,
    /// `format`.
    pub format: Option<Text>,
    /// `title`.
    pub title: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `default`.
    pub default: Option<Value>,
    /// `example` and `examples`.
    pub examples: Vec<Value>,
    /// `externalDocs`.
    pub external_docs: Option<ExternalDocs>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `enum`.
    pub values: Option<Vec<Value>>,
    /// `const`.
    pub constant: Option<Value>,
    /// Numeric, length and count limits.
    pub limits: Limits,
    /// `pattern`.
    pub pattern: Option<Text>,
    /// `properties`, in source order.
    pub properties: Vec<Property>,
    /// `required`.
    pub required: Vec<Text>,
    /// `additionalProperties`.
    pub additional_properties: Option<SchemaId>,
    /// `patternProperties`.
    pub pattern_properties: Vec<Named<SchemaId>>,
    /// `propertyNames`.
    pub property_names: Option<SchemaId>,
    /// `dependentRequired`.
    pub dependent_required: Vec<Named<Vec<Text>>>,
    /// `items`.
    pub items: Option<SchemaId>,
    /// `prefixItems`.
    pub prefix_items: Vec<SchemaId>,
    /// `contains`.
    pub contains: Option<SchemaId>,
    /// `minContains`.
    pub min_contains: Option<u64>,
    /// `maxContains`.
    pub max_contains: Option<u64>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `allOf`.
    pub all_of: Vec<SchemaId>,
    /// `oneOf`.
    pub one_of: Vec<SchemaId>,
    /// `anyOf`.
    pub any_of: Vec<SchemaId>,
    /// `not`.
    pub not: Option<SchemaId>,
    /// `discriminator`.
    pub discriminator: Option<Discriminator>,
    /// `contentEncoding`.
    pub content_encoding: Option<Text>,
    /// `contentMediaType`.
    pub content_media_type: Option<Text>,
    /// `contentSchema`.
    pub content_schema: Option<SchemaId>,
    /// Keywords that hold subschemas but do not shape a type: `if`, `then`, `else`, `dependentSchemas`,
    /// `unevaluatedProperties`, `unevaluatedItems`.
    pub conditions: Vec<Subschema>,
    /// `xml`.
    pub xml: Option<Xml>,
}

/// A resolved `$ref` or `$dynamicRef`.
#[derive(Debug, Clone)]
pub struct Reference {
    /// As written.
    pub text: Text,
    /// What it names.
    pub target: SchemaId,
}

/// One of the seven JSON types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `null`.
    Null,
    /// `boolean`.
    Boolean,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `string`.
    String,
    /// `array`.
    Array,
    /// `object`.
    Object,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Null,
        Self::Boolean,
        Self::Integer,
        Self::Number,
        Self::String,
        Self::Array,
        Self::Object,
    ];
}

/// The kinds a schema's `type` allows; empty when it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Kinds(u8);

impl Kinds {
    /// Adds a kind.
    pub fn insert(&mut self, kind: Kind) {
        self.0 |= 1 << kind as u8;
    }

    /// Whether the kind is among them.
    #[must_use]
    pub fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// The kinds that are among both; an integer is a number, too.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let both = Self(self.0 & other.0);
        let integer = |one: Self, two: Self| {
            one.has(Kind::Integer) && (two.has(Kind::Number) || two.has(Kind::Integer))
        };
        if integer(self, other) || integer(other, self) {
            return Self(both.0 | 1 << Kind::Integer as u8);
        }
        both
    }

    /// The kinds without one.
    #[must_use]
    pub fn without(self, kind: Kind) -> Self {
        Self(self.0 & !(1 << kind as u8))
    }

    /// One kind alone.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self(1 << kind as u8)
    }

    /// Whether `type` was absent.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The kinds, in the order of [`Kind`].
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(move |kind| self.has(*kind))
    }
}

/// A number of the document in its own digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number(pub Text);

/// `minimum`, `maxLength`, `minItems` and their like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limits {
    /// `minimum`.
    pub minimum: Option<Number>,
    /// `maximum`.
    pub maximum: Option<Number>,
    /// `exclusiveMinimum`.
    pub exclusive_minimum: Option<Number>,
    /// `exclusiveMaximum`.
    pub exclusive_maximum: Option<Number>,
    /// `multipleOf`.
    pub multiple_of: Option<Number>,
    /// `minLength`, in Unicode characters.
    pub min_length: Option<u64>,
    /// `maxLength`, in Unicode characters.
    pub max_length: Option<u64>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
}

/// One of `properties`.
#[derive(Debug, Clone)]
pub struct Property {
    /// The property's name.
    pub name: Text,
    /// Its schema.
    pub schema: SchemaId,
}

/// A keyword with a subschema that does not shape a type.
#[derive(Debug, Clone)]
pub struct Subschema {
    /// The keyword.
    pub keyword: Text,
    /// The schema under it.
    pub schema: SchemaId,
}

/// `discriminator`.
#[derive(Debug, Clone)]
pub struct Discriminator {
    /// `propertyName`.
    pub property: Text,
    /// `mapping`: a value and the schema it stands for.
    pub mapping: Vec<Named<SchemaId>>,
    /// `defaultMapping` (3.2).
    pub default: Option<SchemaId>,
    /// Where it stands.
    pub span: Span,
}

/// `xml`.
#[derive(Debug, Clone, Default)]
pub struct Xml {
    /// `name`.
    pub name: Option<Text>,
    /// `namespace`.
    pub namespace: Option<Text>,
    /// `prefix`.
    pub prefix: Option<Text>,
    /// `attribute`.
    pub attribute: bool,
    /// `wrapped`.
    pub wrapped: bool,
    /// `nodeType` (3.2).
    pub node_type: Option<Text>,
}

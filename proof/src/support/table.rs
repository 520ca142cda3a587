//! The constructs of OpenAPI 3.0.4, 3.1.1 and 3.2.0: the fixed fields of each object, as the specification's tables list them,
//! and the keywords of JSON Schema 2020-12.

/// What stands under a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Text, a number, a truth, or any value.
    Plain,
    /// One of these values, or several of them; each is a construct of its own.
    OneOf(&'static [&'static str]),
    /// An object.
    One(&'static str),
    /// A list of objects.
    List(&'static str),
    /// Objects by name.
    Map(&'static str),
}

use Holds::{List, Map, One, OneOf, Plain};

/// A field: its name, the version that brought it, and what it holds.
pub(super) type Field = (&'static str, &'static str, Holds);

/// An object and its fields.
pub(super) type Object = (&'static str, &'static [Field]);

/// Where a document begins.
pub(super) const ROOT: &str = "OpenAPI Object";

const PLACES: &[&str] = &["path", "query", "header", "cookie", "querystring"];

const STYLES: &[&str] = &[
    "matrix",
    "label",
    "simple",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
];

const KINDS: &[&str] =
    &["null", "boolean", "object", "array", "number", "string", "integer"];

const SCHEMES: &[&str] = &["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];

/// Values that are younger than their field.
pub(super) const YOUNGER: &[(&str, &str, &str)] = &[
    ("in", "querystring", "3.2"),
    ("style", "cookie", "3.2"),
    ("type", "mutualTLS", "3.1"),
    ("type", "null", "3.1"),
];

pub(super) const OBJECTS: &[Object] = &[
    (
        ROOT,
        &[
            ("openapi", "3.0", Plain),
            ("$self", "3.2", Plain),
            ("info", "3.0", One("Info Object")),
            ("jsonSchemaDialect", "3.1", Plain),
            ("servers", "3.0", List("Server Object")),
            ("paths", "3.0", Map("Path Item Object")),
            ("webhooks", "3.1", Map("Path Item Object")),
            ("components", "3.0", One("Components Object")),
            ("security", "3.0", Plain),
            ("tags", "3.0", List("Tag Object")),
            ("externalDocs", "3.0", One("External Documentation Object")),
        ],
    ),
    (
        "Info Object",
        &[
            ("title", "3.0", Plain),
            ("summary", "3.1", Plain),
            ("description", "3.0", Plain),
            ("termsOfService", "3.0", Plain),
            ("contact", "3.0", Plain),
            ("license", "3.0", Plain),
            ("version", "3.0", Plain),
        ],
    ),
    (
        "Server Object",
        &[
            ("url", "3.0", Plain),
            ("description", "3.0", Plain),
            ("name", "3.2", Plain),
            ("variables", "3.0", Map("Server Variable Object")),
        ],
    ),
    (
        "Server Variable Object",
        &[
            ("enum", "3.0", Plain),
            ("default", "3.0", Plain),
            ("description", "3.0", Plain),
        ],
    ),
    (
        "Components Object",
        &[
            ("schemas", "3.0", Map("Schema Object")),
            ("responses", "3.0", Map("Response Object")),
            ("parameters", "3.0", Map("Parameter Object")),
            ("examples", "3.0", Map("Example Object")),
            ("requestBodies", "3.0", Map("Request Body Object")),
            ("headers", "3.0", Map("Header Object")),
            ("securitySchemes", "3.0", Map("Security Scheme Object")),
            ("links", "3.0", Map("Link Object")),
            ("callbacks", "3.0", Map("Callback Object")),
            ("pathItems", "3.1", Map("Path Item Object")),
            ("mediaTypes", "3.2", Map("Media Type Object")),
        ],
    ),
    (
        "Path Item Object",
        &[
            ("$ref", "3.0", Plain),
            ("summary", "3.0", Plain),
            ("description", "3.0", Plain),
            ("get", "3.0", One("Operation Object")),
            ("put", "3.0", One("Operation Object")),
            ("post", "3.0", One("Operation Object")),
            ("delete", "3.0", One("Operation Object")),
            ("options", "3.0", One("Operation Object")),
            ("head", "3.0", One("Operation Object")),
            ("patch", "3.0", One("Operation Object")),
            ("trace", "3.0", One("Operation Object")),
            ("query", "3.2", One("Operation Object")),
            ("additionalOperations", "3.2", Map("Operation Object")),
            ("servers", "3.0", List("Server Object")),
            ("parameters", "3.0", List("Parameter Object")),
        ],
    ),
    (
        "Operation Object",
        &[
            ("tags", "3.0", Plain),
            ("summary", "3.0", Plain),
            ("description", "3.0", Plain),
            ("externalDocs", "3.0", One("External Documentation Object")),
            ("operationId", "3.0", Plain),
            ("parameters", "3.0", List("Parameter Object")),
            ("requestBody", "3.0", One("Request Body Object")),
            ("responses", "3.0", Map("Response Object")),
            ("callbacks", "3.0", Map("Callback Object")),
            ("deprecated", "3.0", Plain),
            ("security", "3.0", Plain),
            ("servers", "3.0", List("Server Object")),
        ],
    ),
    (
        "External Documentation Object",
        &[("description", "3.0", Plain), ("url", "3.0", Plain)],
    ),
    (
        "Parameter Object",
        &[
            ("name", "3.0", Plain),
            ("in", "3.0", OneOf(PLACES)),
            ("description", "3.0", Plain),
            ("required", "3.0", Plain),
            ("deprecated", "3.0", Plain),
            ("allowEmptyValue", "3.0", Plain),
            ("style", "3.0", OneOf(STYLES)),
            ("explode", "3.0", Plain),
            ("allowReserved", "3.0", Plain),
            ("schema", "3.0", One("Schema Object")),
            ("content", "3.0", Map("Media Type Object")),
            ("example", "3.0", Plain),
            ("examples", "3.0", Map("Example Object")),
        ],
    ),
    (
        "Request Body Object",
        &[
            ("description", "3.0", Plain),
            ("content", "3.0", Map("Media Type Object")),
            ("required", "3.0", Plain),
        ],
    ),
    (
        "Media Type Object",
        &[
            ("schema", "3.0", One("Schema Object")),
            ("itemSchema", "3.2", One("Schema Object")),
            ("example", "3.0", Plain),
            ("examples", "3.0", Map("Example Object")),
            ("encoding", "3.0", Map("Encoding Object")),
            ("prefixEncoding", "3.2", List("Encoding Object")),
            ("itemEncoding", "3.2", One("Encoding Object")),
        ],
    ),
    (
        "Encoding Object",
        &[
            ("contentType", "3.0", Plain),
            ("headers", "3.0", Map("Header Object")),
            ("style", "3.0", Plain),
            ("explode", "3.0", Plain),
            ("allowReserved", "3.0", Plain),
            ("encoding", "3.2", Map("Encoding Object")),
            ("prefixEncoding", "3.2", List("Encoding Object")),
            ("itemEncoding", "3.2", One("Encoding Object")),
        ],
    ),
    (
        "Response Object",
        &[
            ("summary", "3.2", Plain),
            ("description", "3.0", Plain),
            ("headers", "3.0", Map("Header Object")),
            ("content", "3.0", Map("Media Type Object")),
            ("links", "3.0", Map("Link Object")),
        ],
    ),
    ("Callback Object", &[("$ref", "3.0", Plain)]),
    (
        "Example Object",
        &[
            ("summary", "3.0", Plain),
            ("description", "3.0", Plain),
            ("dataValue", "3.2", Plain),
            ("serializedValue", "3.2", Plain),
            ("externalValue", "3.0", Plain),
            ("value", "3.0", Plain),
        ],
    ),
    (
        "Link Object",
        &[
            ("operationRef", "3.0", Plain),
            ("operationId", "3.0", Plain),
            ("parameters", "3.0", Plain),
            ("requestBody", "3.0", Plain),
            ("description", "3.0", Plain),
            ("server", "3.0", One("Server Object")),
        ],
    ),
    (
        "Header Object",
        &[
            ("description", "3.0", Plain),
            ("required", "3.0", Plain),
            ("deprecated", "3.0", Plain),
            ("style", "3.0", Plain),
            ("explode", "3.0", Plain),
            ("schema", "3.0", One("Schema Object")),
            ("example", "3.0", Plain),
            ("examples", "3.0", Map("Example Object")),
            ("content", "3.0", Map("Media Type Object")),
        ],
    ),
    (
        "Tag Object",
        &[
            ("name", "3.0", Plain),
            ("summary", "3.2", Plain),
            ("description", "3.0", Plain),
            ("externalDocs", "3.0", One("External Documentation Object")),
            ("parent", "3.2", Plain),
            ("kind", "3.2", Plain),
        ],
    ),
    ("Schema Object", SCHEMA),
    (
        "Discriminator Object",
        &[
            ("propertyName", "3.0", Plain),
            ("mapping", "3.0", Plain),
            ("defaultMapping", "3.2", Plain),
        ],
    ),
    (
        "XML Object",
        &[
            ("nodeType", "3.2", Plain),
            ("name", "3.0", Plain),
            ("namespace", "3.0", Plain),
            ("prefix", "3.0", Plain),
            ("attribute", "3.0", Plain),
            ("wrapped", "3.0", Plain),
        ],
    ),
    (
        "Security Scheme Object",
        &[
            ("type", "3.0", OneOf(SCHEMES)),
            ("description", "3.0", Plain),
            ("name", "3.0", Plain),
            ("in", "3.0", OneOf(&["query", "header", "cookie"])),
            ("scheme", "3.0", Plain),
            ("bearerFormat", "3.0", Plain),
            ("flows", "3.0", One("OAuth Flows Object")),
            ("openIdConnectUrl", "3.0", Plain),
            ("oauth2MetadataUrl", "3.2", Plain),
            ("deprecated", "3.2", Plain),
        ],
    ),
    (
        "OAuth Flows Object",
        &[
            ("implicit", "3.0", One("OAuth Flow Object")),
            ("password", "3.0", One("OAuth Flow Object")),
            ("clientCredentials", "3.0", One("OAuth Flow Object")),
            ("authorizationCode", "3.0", One("OAuth Flow Object")),
            ("deviceAuthorization", "3.2", One("OAuth Flow Object")),
        ],
    ),
    (
        "OAuth Flow Object",
        &[
            ("authorizationUrl", "3.0", Plain),
            ("deviceAuthorizationUrl", "3.2", Plain),
            ("tokenUrl", "3.0", Plain),
            ("refreshUrl", "3.0", Plain),
            ("scopes", "3.0", Plain),
        ],
    ),
];

const SCHEMA: &[Field] = &[
    ("$ref", "3.0", Plain),
    ("$id", "3.1", Plain),
    ("$schema", "3.1", Plain),
    ("$anchor", "3.1", Plain),
    ("$dynamicAnchor", "3.1", Plain),
    ("$dynamicRef", "3.1", Plain),
    ("$defs", "3.1", Map("Schema Object")),
    ("$comment", "3.1", Plain),
    ("title", "3.0", Plain),
    ("description", "3.0", Plain),
    ("default", "3.0", Plain),
    ("deprecated", "3.0", Plain),
    ("readOnly", "3.0", Plain),
    ("writeOnly", "3.0", Plain),
    ("example", "3.0", Plain),
    ("examples", "3.1", Plain),
    ("externalDocs", "3.0", One("External Documentation Object")),
    ("nullable", "3.0", Plain),
    ("type", "3.0", OneOf(KINDS)),
    ("enum", "3.0", Plain),
    ("const", "3.1", Plain),
    ("format", "3.0", Plain),
    ("multipleOf", "3.0", Plain),
    ("maximum", "3.0", Plain),
    ("exclusiveMaximum", "3.0", Plain),
    ("minimum", "3.0", Plain),
    ("exclusiveMinimum", "3.0", Plain),
    ("maxLength", "3.0", Plain),
    ("minLength", "3.0", Plain),
    ("pattern", "3.0", Plain),
    ("maxItems", "3.0", Plain),
    ("minItems", "3.0", Plain),
    ("uniqueItems", "3.0", Plain),
    ("maxContains", "3.1", Plain),
    ("minContains", "3.1", Plain),
    ("maxProperties", "3.0", Plain),
    ("minProperties", "3.0", Plain),
    ("required", "3.0", Plain),
    ("dependentRequired", "3.1", Plain),
    ("allOf", "3.0", List("Schema Object")),
    ("anyOf", "3.0", List("Schema Object")),
    ("oneOf", "3.0", List("Schema Object")),
    ("not", "3.0", One("Schema Object")),
    ("if", "3.1", One("Schema Object")),
    ("then", "3.1", One("Schema Object")),
    ("else", "3.1", One("Schema Object")),
    ("dependentSchemas", "3.1", Map("Schema Object")),
    ("prefixItems", "3.1", List("Schema Object")),
    ("items", "3.0", One("Schema Object")),
    ("contains", "3.1", One("Schema Object")),
    ("properties", "3.0", Map("Schema Object")),
    ("patternProperties", "3.1", Map("Schema Object")),
    ("additionalProperties", "3.0", One("Schema Object")),
    ("propertyNames", "3.1", One("Schema Object")),
    ("unevaluatedItems", "3.1", One("Schema Object")),
    ("unevaluatedProperties", "3.1", One("Schema Object")),
    ("contentEncoding", "3.1", Plain),
    ("contentMediaType", "3.1", Plain),
    ("contentSchema", "3.1", One("Schema Object")),
    ("discriminator", "3.0", One("Discriminator Object")),
    ("xml", "3.0", One("XML Object")),
];

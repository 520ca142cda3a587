//! The API as Rust will see it: every decision made, every name final.
//!
//! Nothing here refers back to the document but an [`Origin`](crate::diagnostic::Span) for later messages, and nothing
//! here knows how Rust is written.

mod about;
mod api;
mod auth;
mod behind;
mod check;
mod definition;
mod header;
mod left_out;
mod link;
mod mapped;
mod operation;
mod page;
mod payload;
mod sample;
mod stream;
mod types;
mod union;
mod url;
mod visit;
mod webhook;
mod xml;
mod xml_sample;

pub use about::{About, Fact, FactPart};
pub use api::{Api, Docs, Group, Package, Server, ServerVariable};
pub use auth::{
    Credential, CredentialKind, KeyPlace, Minter, Minting, TokenArgument, TokenOperation,
};
pub use behind::Behind;
pub use check::check;
pub use definition::Definition;
pub use header::{Header, HeaderSet, HeaderWay};
pub use left_out::{LeftOut, LeftOutKind};
pub use link::{Link, LinkTarget};
pub use mapped::{Dependency, Mapped, TypePath};
pub use operation::{Operation, PathPart, Retry, RetryClass};
pub use page::{Layer, Pages, PagesNext, Reach, Step};
pub use payload::{
    Answer, Arm, Body, BodyKind, Content, Form, FormField, FormWay, Outcome, Param,
    ParamPlace, ParamStyle, PartHeader, StatusMatch,
};
pub use sample::{Extent, sample, sample_named};
pub use stream::{AlsoStreams, Framing, Items};
pub use types::{
    Access, Direction, Enumeration, Field, Format, Presence, Shape, Struct, Type,
    TypeDef, TypeId, Variant, Width,
};
pub use union::{Branch, Constant, Tag, Tell, TellingProperty, Union};
pub use url::{UrlPiece, url_pieces};
pub use webhook::{Webhook, WebhookSource};
pub use xml::{
    Xml, XmlBody, XmlNode, XmlPlace, XmlProperty, XmlRoot, XmlShape, XmlTable, XmlValue,
};
pub use xml_sample::xml_sample;

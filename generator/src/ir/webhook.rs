//! What the server sends of its own accord.

use serde::Serialize;

use super::{Behind, Docs, StatusMatch, Type};
use crate::name::TypeName;

/// The payload of a webhook or a callback.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Webhook {
    /// The name of its payload.
    pub name: TypeName,
    /// Where it comes from.
    pub source: WebhookSource,
    /// The method it is sent by.
    pub verb: String,
    /// What the document says of it.
    pub docs: Docs,
    /// The type of its payload.
    pub ty: Type,
    /// The statuses that may be answered.
    pub statuses: Vec<StatusMatch>,
    /// The features that it stands behind.
    #[serde(skip_serializing_if = "Behind::is_nothing")]
    pub behind: Behind,
}

/// Where a payload comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum WebhookSource {
    /// One of `webhooks`, by its name.
    Webhook(String),
    /// One of an operation's `callbacks`.
    Callback {
        /// Its name.
        name: String,
        /// The runtime expression of the URL that is called.
        url: String,
        /// The operation's id.
        operation: String,
    },
}

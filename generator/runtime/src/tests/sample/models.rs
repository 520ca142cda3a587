//! Models.

use crate::runtime::{Nullable, Secret, UnknownValue, object, string_enum};

#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OrderItem {
    pub product_id: Option<String>,
    pub quantity: Option<i64>,
    pub status: Option<OrderStatus>,
    pub hold_id: String,
    pub note: Option<Nullable<String>>,
    pub secret: Option<Secret>,
}

impl OrderItem {
    pub fn new(hold_id: impl Into<String>) -> Self {
        Self {
            product_id: None,
            quantity: None,
            status: None,
            hold_id: hold_id.into(),
            note: None,
            secret: None,
        }
    }
}

object! {
    OrderItem {
        optional product_id = "product_id",
        optional quantity = "quantity",
        optional status = "status",
        required hold_id = "hold_id",
        optional note = "note",
        optional secret = "secret",
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Order {
    pub id: Option<String>,
    pub status: Option<OrderStatus>,
    pub items: Option<Vec<OrderItem>>,
    pub price: Option<f64>,
}

object! {
    Order {
        optional id = "id",
        optional status = "status",
        optional items = "items",
        optional price = "price",
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Failure {
    pub error: Option<String>,
    pub status: Option<i64>,
}

object! {
    Failure {
        optional error = "error",
        optional status = "status",
    }
}

#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TokenRequest {
    pub grant_type: GrantType,
    pub client_id: String,
    pub client_secret: Secret,
    pub scope: String,
}

impl TokenRequest {
    pub fn new(
        grant_type: GrantType,
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
        scope: impl Into<String>,
    ) -> Self {
        Self {
            grant_type,
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            scope: scope.into(),
        }
    }
}

object! {
    TokenRequest {
        required grant_type = "grant_type",
        required client_id = "client_id",
        required client_secret = "client_secret",
        required scope = "scope",
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct TokenReply {
    pub access_token: Option<Secret>,
    pub token_type: Option<String>,
    pub expires_in: Option<i64>,
}

object! {
    TokenReply {
        optional access_token = "access_token",
        optional token_type = "token_type",
        optional expires_in = "expires_in",
    }
}

#[derive(Clone)]
#[non_exhaustive]
pub enum GrantType {
    ClientCredentials,
    Unknown(UnknownValue),
}

string_enum! {
    GrantType {
        ClientCredentials = "client_credentials",
    }
}

#[derive(Clone)]
#[non_exhaustive]
pub enum OrderStatus {
    Pending,
    Found,
    Unknown(UnknownValue),
}

string_enum! {
    OrderStatus {
        Pending = "pending",
        Found = "found",
    }
}

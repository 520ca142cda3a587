//! Operations.

use crate::runtime::{
    Call, Client, Decode, Form, Mismatch, Operation, OperationInfo, Reply, Request,
    Retry, Schemes, format,
};

use super::models;

#[derive(Debug, Clone)]
pub struct Authentication {
    client: Client,
}

impl Authentication {
    pub fn new(client: Client) -> Self {
        Self { client }
    }

    pub fn generate_access_token(
        &self,
        body: models::TokenRequest,
    ) -> Request<GenerateAccessToken> {
        Call::new(&self.client).path("/oauth/token").json(&body).request()
    }
}

/// The request of [`Authentication::generate_access_token`].
pub enum GenerateAccessToken {}

impl Operation for GenerateAccessToken {
    type Output = models::TokenReply;
    type Error = GenerateAccessTokenError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "generateAccessToken",
        method: "POST",
        route: "/oauth/token",
        retry: Retry::Never,
        security: Schemes::None,
        ..OperationInfo::DEFAULT
    };
}

#[derive(Debug)]
#[non_exhaustive]
pub enum GenerateAccessTokenError {
    Unauthorized(models::Failure),
}

#[derive(Debug, Clone)]
pub struct Orders {
    client: Client,
}

impl Orders {
    pub fn new(client: Client) -> Self {
        Self { client }
    }

    pub fn create_order(
        &self,
        user_id: &str,
        body: models::Order,
    ) -> Request<CreateOrder> {
        Call::new(&self.client)
            .path("/users/")
            .segment("user_id", user_id)
            .path("/orders")
            .json(&body)
            .request()
    }

    pub fn list_orders(&self, state: models::OrderStatus) -> Request<ListOrders> {
        Call::new(&self.client)
            .path("/orders")
            .query("state", Form::exploded(&state))
            .request()
    }
}

/// The request of [`Orders::create_order`].
pub enum CreateOrder {}

impl Operation for CreateOrder {
    type Output = models::Order;
    type Error = CreateOrderError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "createOrder",
        method: "POST",
        route: "/users/{user_id}/orders",
        retry: Retry::Never,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

#[derive(Debug)]
#[non_exhaustive]
pub enum CreateOrderError {
    BadRequest(models::Failure),
    Unauthorized(models::Failure),
}

/// The request of [`Orders::list_orders`].
pub enum ListOrders {}

impl Operation for ListOrders {
    type Output = Vec<models::Order>;
    type Error = CreateOrderError;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "listOrders",
        method: "GET",
        route: "/orders",
        retry: Retry::ReadOnly,
        security: Schemes::One("bearerAuth"),
        ..OperationInfo::DEFAULT
    };
}

impl Request<ListOrders> {
    /// `limit`: how many.
    pub fn limit(self, limit: i64) -> Self {
        self.call.query("limit", Form::exploded(limit)).request()
    }
}

impl Decode for GenerateAccessTokenError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            401 => reply.json().map(Self::Unauthorized),
            _ => reply.undeclared(),
        }
    }
}

impl Decode for CreateOrderError {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        match reply.code() {
            400 => reply.json().map(Self::BadRequest),
            401 => reply.json().map(Self::Unauthorized),
            _ => reply.undeclared(),
        }
    }
}

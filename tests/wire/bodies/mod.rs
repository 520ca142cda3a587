//! Replies that are not as documented: each error says what came, and keeps what it can.

mod limits;
mod mangled;
mod shape;
mod status;
mod transfer;

use instacart_fulfillment::models::CreateOrderRequest;
use instacart_fulfillment::operations::delivery::CreateDeliveryOrderError;
use instacart_fulfillment::{Error, ErrorKind, MismatchKind, Sent};

use crate::client::client;
use crate::server::{Reply, Server};

type CreateError = Error<CreateDeliveryOrderError>;

/// The error of an order that is answered with this reply, after one request.
async fn create_error(reply: Reply) -> CreateError {
    let server = Server::always(reply).await;
    let order = CreateOrderRequest::new("hold-1");
    let delivery = client(&server).delivery();
    let error = delivery.create_delivery_order("user-1", order).await.unwrap_err();
    assert_eq!(error.operation(), "createDeliveryOrder");
    assert_eq!(error.attempts(), 1);
    assert_eq!(server.requests().len(), 1);
    error
}

/// Checks kind, status, and how the reply differs; the request had been sent.
fn assert_error(error: &CreateError, kind: ErrorKind, status: u16, how: MismatchKind) {
    assert_eq!(error.kind(), kind, "{error:?}");
    assert_eq!(error.status().unwrap(), status);
    assert_eq!(error.mismatch(), Some(how), "{error:?}");
    assert_eq!(error.request_sent(), Sent::Yes);
    assert!(error.api().is_none());
    assert_eq!(error.is_decode(), status < 300);
    assert_eq!(error.is_status(), status >= 300);
}

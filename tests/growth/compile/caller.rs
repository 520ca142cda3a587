//! What a careful caller writes against the first version: every match has an arm for what is yet to come.

use shop::models::{NewOrder, Order, Problem, Status};
use shop::operations::Orders;
use shop::{Client, Server};

/// A client of the production server.
///
/// # Errors
///
/// When it cannot be built.
pub fn client() -> Result<Client, shop::BuildError> {
    Client::builder().server(Server::Production).build()
}

/// Where a server is known by.
pub fn is_production(server: &Server) -> bool {
    matches!(server, Server::Production)
}

/// What a person is told of a status.
pub fn told(status: &Status) -> &str {
    match status {
        Status::Open => "on its way",
        Status::Done => "here",
        other => other.as_str(),
    }
}

/// One line about an order, whatever else it has.
pub fn line(order: &Order) -> String {
    let Order { id, status, .. } = order;
    let note = order.note.clone();
    format!("{id}: {} {note:?}", told(status))
}

/// What is wrong, whatever else is known of it.
pub fn wrong(problem: &Problem) -> &str {
    problem.message.as_deref().unwrap_or("unknown")
}

/// Orders a product and says how it went.
///
/// # Errors
///
/// What the shop said, as a person is told.
pub async fn order(client: &Client, product: &str) -> Result<String, String> {
    let body = NewOrder::new(product).note("ring twice");
    match client.orders().create_order(body).await {
        Ok(order) => Ok(line(&order)),
        Err(error) => Err(match error.api() {
            Some(shop::operations::orders::CreateOrderError::BadRequest(problem)) => {
                wrong(problem).to_owned()
            }
            Some(other) => format!("{other:?}"),
            None => error.to_string(),
        }),
    }
}

/// How many orders there are, at most ten.
///
/// # Errors
///
/// When the shop does not say.
pub async fn count(orders: Orders) -> Result<usize, Box<dyn std::error::Error>> {
    let all = orders.list_orders().limit(10).await?;
    Ok(all.len())
}

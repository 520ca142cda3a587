//! Reads null, and writes it back, wherever the document means it.

use generated::Client;
use generated::mock::{Answer, MockServer};
use generated::models::{Order, Person};
use generated::operations::api::{GetOwner, ListOrders};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;

    let text = r#"{"owner":null,"buyer":null,"wrapped":null,"colour":null,"parent":null,"text":null,"guests":[null,{"name":"g"}],"seller":null}"#;
    let orders = Answer::text(200, format!("[{text}]")).content_type("application/json");
    mock.on::<ListOrders, _>(move |_| {
        let answer = orders.clone();
        async move { answer }
    });
    let orders = client.api().list_orders().await?;
    let order = &orders[0];
    let one: [&Option<Person>; 3] = [&order.owner, &order.buyer, &order.wrapped];
    assert_eq!(one, [&None, &None, &None]);
    assert_eq!((&order.colour, &order.text, &order.parent), (&None, &None, &None));
    assert_eq!(order.guests, [None, Some(Person::new("g"))]);
    assert_eq!(serde_json::to_string(order)?, text);
    assert_eq!(serde_json::from_str::<Order>(text)?, *order);

    let without = text.replace("\"owner\":null,", "");
    assert!(serde_json::from_str::<Order>(&without).is_err(), "it is required all the same");
    let never = text.replace("\"seller\":null", "\"never\":null");
    assert!(serde_json::from_str::<Order>(&never)?.never.is_none());

    let owner = Answer::text(200, "null").content_type("application/json");
    mock.on::<GetOwner, _>(move |_| {
        let answer = owner.clone();
        async move { answer }
    });
    assert_eq!(*client.api().get_owner().await?, None);
    Ok(())
}

//! What is sent and read of values whose types are those of other crates, and what the mock answers by itself.

use generated::mock::MockServer;
use generated::models::{Order, OrderEither};
use generated::{Client, operations::api};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    let counts = std::collections::HashMap::from([("a".to_owned(), u64::MAX)]);
    let order = Order::new("https://a.example/b".parse()?, counts, 7.try_into()?)
        .host("192.0.2.7".parse()?)
        .either(OrderEither::Integer(3));
    let call = client.api().create_order("https://a.example/".parse()?, order.clone());
    let answer = call.hosts(vec!["192.0.2.1".parse()?, "192.0.2.2".parse()?]).await?;
    assert_eq!(answer.site.host_str(), Some("shop.example.com"));
    assert_eq!(answer.price.get(), 5);
    let received = &mock.received()[0];
    assert_eq!(
        String::from_utf8_lossy(&received.body),
        r#"{"site":"https://a.example/b","host":"192.0.2.7","counts":{"a":18446744073709551615},"price":7,"either":3}"#
    );
    assert_eq!(mock.problems(), []);
    let call = &mock.calls_of::<api::CreateOrder>()[0];
    assert_eq!(call.body, order);
    assert_eq!(call.site.as_str(), "https://a.example/");
    Ok(())
}

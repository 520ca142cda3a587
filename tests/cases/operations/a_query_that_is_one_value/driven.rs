//! What a server receives of each query, and what the mock reads of it.

use generated::mock::MockServer;
use generated::models::{AsFormAnything, AsJsonQuery};
use generated::{Client, operations::api};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    let form = AsFormAnything::new("a + b/ü&c").bar(true).ids(vec![1, 2]);
    client.api().as_form(form.clone()).await?;
    let json = AsJsonQuery::default().numbers(vec![1, 2]).flag(generated::Nullable::Null);
    client.api().as_json().query(json.clone()).await?;
    client.api().as_json().await?;
    client.api().as_text("x=1&y#2").await?;

    let queries: Vec<_> = mock.received().iter().map(|request| request.query.clone()).collect();
    // The second is the specification's own example (OpenAPI 3.2.0, "Parameter Object Examples").
    assert_eq!(
        queries,
        [
            "foo=a%20%2B%20b%2F%C3%BC%26c&bar=true&ids=1%2C2",
            "%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D",
            "",
            "x%3D1%26y%232",
        ]
    );
    assert_eq!(mock.problems(), []);
    assert_eq!(mock.calls_of::<api::AsForm>()[0].anything, form);
    assert_eq!(mock.calls_of::<api::AsJson>()[0].query, Some(json));
    assert_eq!(mock.calls_of::<api::AsJson>()[1].query, None);
    assert_eq!(mock.calls_of::<api::AsText>()[0].query, "x=1&y#2");
    Ok(())
}

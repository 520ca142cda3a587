//! What a server receives of each cookie.

use generated::mock::MockServer;
use generated::{Client, ErrorKind, operations::api};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    let of = vec!["a".to_owned(), "b".to_owned()];
    client.api().get("Hello, world!%20").code(vec![1, 2]).of(of).await?;
    let refused = client.api().get("a; admin=1").await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Argument);

    let received = mock.received();
    assert_eq!(received.len(), 1);
    assert_eq!(
        received[0].header("cookie"),
        Some("greeting=Hello, world!%20; code=1; code=2; of=a,b")
    );
    let call = &mock.calls_of::<api::Get>()[0];
    assert_eq!(call.greeting, "Hello, world!%20");
    assert_eq!(call.code, Some(vec![1, 2]));
    assert_eq!(mock.problems(), []);
    Ok(())
}

//! The method that a server receives is the document's, letter by letter.

use generated::mock::MockServer;
use generated::{Client, operations::things};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    client.things().get("a").await?;
    client.things().copy("b/c").await?;
    client.things().purge("d").await?;
    let received = mock.received();
    let lines: Vec<_> = received
        .iter()
        .map(|request| format!("{} {}", request.method, request.path))
        .collect();
    assert_eq!(lines, ["GET /things/a", "COPY /things/b%2Fc", "purge /things/d"]);
    assert_eq!(mock.calls_of::<things::Copy>()[0].id, "b/c");
    assert_eq!(mock.problems(), []);
    Ok(())
}

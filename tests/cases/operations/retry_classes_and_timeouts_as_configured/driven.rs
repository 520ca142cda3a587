//! A call ends when an attempt of it has taken as long as it may, long before the whole call would.

use std::time::{Duration, Instant};

use generated::Client;
use generated::mock::{Fault, MockServer};
use generated::operations::api::{Search, Touch};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    mock.fail::<Search>(Fault::delay(Duration::from_secs(20)));
    let begun = Instant::now();
    let error = client.api().search().await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());

    // Another operation may take that long.
    mock.fail::<Touch>(Fault::delay(Duration::from_millis(1500)));
    client.api().touch().await?;
    Ok(())
}

//! What a server receives of bodies whose media type was chosen.

use generated::mock::MockServer;
use generated::{Client, FilePart, models};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    let file = FilePart::new("a.bin", "bytes");
    client.api().send(models::MessageForm::new("hello").file(file)).await?;
    client.api().replace("1").body(models::Message::new("a b")).await?;
    client.api().patch("1", [("a".to_owned(), "b".to_owned())].into()).await?;
    let received = mock.received();
    let bodies: Vec<_> =
        received.iter().map(|request| String::from_utf8_lossy(&request.body)).collect();
    assert!(bodies[0].contains("filename=\"a.bin\"\r\n") && bodies[0].contains("\r\n\r\nbytes\r\n"), "{}", bodies[0]);
    assert_eq!(bodies[1..], ["text=a%20b", r#"{"a":"b"}"#]);
    let types: Vec<_> = received.iter().filter_map(|request| request.header("content-type")).collect();
    assert!(types[0].starts_with("multipart/form-data; boundary="), "{types:?}");
    assert_eq!(types[1..], ["application/x-www-form-urlencoded", "application/merge-patch+json;v=2"]);
    assert_eq!(mock.problems(), []);
    Ok(())
}

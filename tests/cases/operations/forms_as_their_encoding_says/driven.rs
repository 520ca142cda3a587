//! What a server receives of each form, and what the mock reads of it.

use generated::mock::MockServer;
use generated::models::{
    Plain, PlainFilter, PlainGrantType, Styled, StyledAddress, StyledApart, StyledItem,
};
use generated::{Client, operations::api};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;

    let scopes = vec!["a b".to_owned(), "c&d=+%".to_owned()];
    let filter = PlainFilter::new(1);
    let plain = Plain::new(PlainGrantType::ClientCredentials, scopes, filter).count(3);
    client.api().plain(plain.clone()).await?;

    let items = vec![StyledItem::new("p1"), StyledItem::new("p 2")];
    let json = vec!["\"".to_owned(), "é".to_owned()];
    let styled = Styled::new("n", items, StyledAddress::new("Ulm"), json)
        .url("https://a.example/b?c=d&e")
        .tags(vec!["x".into(), "y".into()])
        .ids(vec![1, 2])
        .words(vec!["v".into(), "w".into()])
        .colours(vec!["r".into(), "g".into()])
        .apart(StyledApart::default().x("z"))
        .note("é\r\n");
    client.api().styled().body(styled.clone()).await?;
    client.api().styled().await?;

    let received = mock.received();
    let texts: Vec<_> =
        received.iter().map(|request| String::from_utf8_lossy(&request.body)).collect();
    assert_eq!(
        texts[0],
        "grant_type=client_credentials&scopes=a%20b&scopes=c%26d%3D%2B%25\
         &filter=%7B%22a%22%3A1%7D&count=3"
    );
    assert_eq!(
        texts[1],
        "name=n&url=https://a.example/b?c=d%26e&tags=x&tags=y&ids=1%2C2&words=v%20w\
         &colours=r%7Cg&items%5B0%5D%5Bprice%5D=p1&items%5B1%5D%5Bprice%5D=p%202\
         &address%5Bcity%5D=Ulm&x=z&json=%22%5C%22%22&json=%22%C3%A9%22&note=%C3%A9%0D%0A"
    );
    let media_type = received[1].header("content-type");
    assert_eq!(media_type, Some("application/x-www-form-urlencoded"));
    assert_eq!((texts[2].as_ref(), received[2].header("content-type")), ("", None));

    assert_eq!(mock.problems(), []);
    assert_eq!(mock.calls_of::<api::Plain>()[0].body, plain);
    assert_eq!(mock.calls_of::<api::Styled>()[0].body, Some(styled));
    assert_eq!(mock.calls_of::<api::Styled>()[1].body, None);
    Ok(())
}

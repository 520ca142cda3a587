//! The headers of a response and of an error, read by their types.

use generated::mock::{Answer, MockServer};
use generated::models::XOrder;
use generated::operations::things::{
    ListThings, ListThingsErrorHeaders, ListThingsHeaders,
};
use generated::{Client, MismatchKind};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;

    let sample = client.things().list_things().await?;
    let headers = ListThingsHeaders::of(&sample);
    assert_eq!(headers.x_rate_limit()?, 1);
    assert_eq!(headers.x_tags()?, ["X-Tags"]);
    assert_eq!((headers.x_spread()?.from, headers.x_spread()?.to), (1, Some(1)));
    assert_eq!(headers.x_share()?, None);
    assert!(headers.set_cookie()?.is_none());

    let answer = Answer::json(200, &["a"])
        .header("X-RATE-LIMIT", " 60 ")
        .header("x-share", "0.5")
        .header("x-fresh", "true")
        .header("x-until", "2026-01-31T12:00:00Z")
        .header("x-order", "sideways")
        .header("x-tags", "a,b ,  c d")
        .header("x-counts", "1, 2,-3")
        .header("x-range", "to,9,from,2")
        .header("x-spread", "from=3, other=x")
        .header("x-extra", "a,1,b,2")
        .header("x-page", r#"{"next": "p,2", "of": [1]}"#)
        .header("x-key", "canary")
        .header("set-cookie", "a=1; Expires=Sun, 01 Feb 2026 00:00:00 GMT")
        .header("link", "<https://a.example/?p=2>; rel=\"next\"");
    mock.on::<ListThings, _>(move |_| {
        let answer = answer.clone();
        async move { answer }
    });
    let response = client.things().list_things().await?;
    let headers = ListThingsHeaders::of(&response);
    assert_eq!(headers.x_rate_limit()?, 60);
    assert_eq!(headers.x_share()?, Some(0.5));
    assert_eq!(headers.x_fresh()?, Some(true));
    assert_eq!(headers.x_until()?.map(|at| at.to_string()), Some("2026-01-31T12:00:00Z".to_owned()));
    assert_eq!(headers.x_order()?, Some(XOrder::from("sideways")));
    assert_eq!(headers.x_tags()?, ["a", "b", "c d"]);
    assert_eq!(headers.x_counts()?, Some(vec![1, 2, -3]));
    assert_eq!(headers.x_range()?.map(|range| (range.from, range.to)), Some((2, Some(9))));
    assert_eq!((headers.x_spread()?.from, headers.x_spread()?.to), (3, None));
    assert_eq!(headers.x_extra()?.ok_or("extra")?["b"], 2);
    assert_eq!(headers.x_page()?.map(|page| page.next), Some("p,2".to_owned()));
    assert_eq!(headers.set_cookie()?.map(|cookies| cookies.len()), Some(1));
    assert!(headers.link()?.is_some_and(|link| link.contains("next")));
    assert!(!format!("{headers:?} {:?}", headers.x_key()?).contains("canary"));

    mock.fail::<ListThings>(Answer::json(200, &["a"]).header("x-rate-limit", "canary"));
    let response = client.things().list_things().await?;
    let headers = ListThingsHeaders::of(&response);
    let wrong = headers.x_rate_limit().err().ok_or("no integer")?;
    assert_eq!(wrong.kind(), MismatchKind::Header);
    assert_eq!(
        wrong.to_string(),
        "the header `X-Rate-Limit` is not as documented: it is not an integer of 64 bits"
    );
    let missing = headers.x_tags().err().ok_or("none")?;
    assert_eq!(missing.to_string(), "the header `X-Tags` is missing");

    let busy = Answer::json(429, &serde_json::json!({}))
        .header("retry-after", "30")
        .header("x-why", "because")
        .header("set-cookie", "secret=1");
    mock.fail::<ListThings>(busy);
    let error = client.things().list_things().await.err().ok_or("an error")?;
    let headers = ListThingsErrorHeaders::of(&error).ok_or("an answer")?;
    assert_eq!(headers.retry_after()?, Some(30));
    assert_eq!(headers.x_why()?.as_deref(), Some("because"));
    assert!(error.headers().is_some_and(|kept| !kept.contains_key("set-cookie")));
    Ok(())
}

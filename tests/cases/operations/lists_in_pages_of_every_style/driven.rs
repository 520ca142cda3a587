//! What a server is asked for, page after page, in each style.

use generated::mock::{Answer, MockServer, Received};
use generated::models::Order;
use generated::operations::api;
use generated::{Client, ErrorKind};
use serde_json::json;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    links(&mock, &client).await?;
    cursors(&mock, &client).await?;
    numbers(&mock, &client).await?;
    Ok(())
}

/// The targets that were asked for since the last time.
fn asked(mock: &MockServer, from: &mut usize) -> Vec<String> {
    let received = mock.received();
    let targets = received[*from..].iter().map(target).collect();
    *from = received.len();
    targets
}

fn target(request: &Received) -> String {
    match request.query.as_str() {
        "" => request.path.clone(),
        query => format!("{}?{query}", request.path),
    }
}

async fn links(
    mock: &MockServer,
    client: &Client,
) -> Result<(), Box<dyn std::error::Error>> {
    mock.on::<api::Linked, _>(|call| async move {
        let page = call.per_page.unwrap_or_default();
        let answer = Answer::json(200, &json!([{"id": page}, {"id": page + 1}]));
        match page {
            10 => answer.header("link", "<?per%20page=12>; rel=\"next\""),
            _ => answer,
        }
    });
    let mut orders = client.api().linked().per_page(10).items();
    let mut ids = Vec::new();
    while let Some(order) = orders.next().await {
        ids.push(order?.id);
    }
    assert_eq!(ids, [10, 11, 12, 13]);

    let to = "https://elsewhere.example/nexts";
    mock.on::<api::Nexts, _>(move |_| async move {
        Answer::json(200, &json!({"results": ["a"], "next": to}))
    });
    let mut pages = client.api().nexts().pages();
    assert_eq!(pages.next().await.ok_or("a page")??.results, ["a"]);
    let error = pages.next().await.ok_or("an error")?.err().ok_or("an error")?;
    assert_eq!(error.kind(), ErrorKind::Pagination);
    assert_eq!(
        error.to_string(),
        "nexts: the link to the next page leads to another server, https://elsewhere.example, and is not followed"
    );
    assert!(pages.next().await.is_none());
    Ok(())
}

async fn cursors(
    mock: &MockServer,
    client: &Client,
) -> Result<(), Box<dyn std::error::Error>> {
    mock.on::<api::Cursors, _>(|call| async move {
        assert_eq!(call.tags, Some(vec!["x".to_owned(), "y&".to_owned()]));
        let next = match call.cursor.as_deref() {
            None => json!({"data": {"orders": [{"id": 1}]}, "response_metadata": {"next_cursor": "a=&"}}),
            Some("a=&") => json!({"data": {"orders": null}, "response_metadata": {"next_cursor": "b"}}),
            Some("b") => json!({"response_metadata": {"next_cursor": "c"}}),
            _ => json!({"data": {"orders": [{"id": 2}]}, "response_metadata": {"next_cursor": null}}),
        };
        Answer::json(200, &next)
    });
    let request = client.api().cursors().tags(["x".to_owned(), "y&".to_owned()].to_vec());
    let mut orders = request.items();
    assert_eq!(orders.next().await.ok_or("an order")??.id, 1);
    assert_eq!(orders.next().await.ok_or("an order")??.id, 2);
    assert!(orders.next().await.is_none());
    assert_eq!(mock.calls_of::<api::Cursors>().len(), 4);

    mock.on::<api::Lasts, _>(|call| async move {
        let after = call.starting_after.unwrap_or_default();
        let data = json!([{"id": after + 1}, {"id": after + 2}]);
        Answer::json(200, &json!({"data": data, "has_more": after < 4}))
    });
    let mut pages = client.api().lasts().pages();
    let mut ids = Vec::new();
    while let Some(page) = pages.next().await {
        ids.extend(page?.into_inner().data.into_iter().map(|order| order.id));
    }
    assert_eq!(ids, [1, 2, 3, 4, 5, 6]);

    mock.on::<api::Headers, _>(|call| async move {
        match call.page_token.as_str() {
            "begin" => Answer::json(200, &json!([1])).header("x-next-token", "t"),
            _ => Answer::json(200, &json!(null)),
        }
    });
    let mut numbers = client.api().headers("begin").items();
    assert_eq!(numbers.next().await.ok_or("a number")??, 1);
    assert!(numbers.next().await.is_none());
    assert_eq!(mock.calls_of::<api::Headers>().len(), 2);
    Ok(())
}

async fn numbers(
    mock: &MockServer,
    client: &Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut from = mock.received().len();
    mock.on::<api::Offsets, _>(|call| async move {
        assert_eq!(call.body.id, 7);
        let id = call.skip.unwrap_or_default();
        Answer::json(200, &json!({"found": [{"id": id}, {"id": id + 1}], "total": 5}))
    });
    let mut pages = client.api().offsets(Order::new(7)).pages();
    while let Some(page) = pages.next().await {
        page?;
    }
    let expected = ["/offsets", "/offsets?skip=2", "/offsets?skip=4"];
    assert_eq!(asked(mock, &mut from), expected);

    mock.on::<api::Numbers, _>(|call| async move {
        let page = call.page_number.unwrap_or_default();
        let orders = if page == 2 { json!([]) } else { json!([{"id": page}]) };
        Answer::json(200, &orders)
    });
    let mut orders = client.api().numbers().items();
    assert_eq!(orders.next().await.ok_or("an order")??.id, 0);
    assert_eq!(asked(mock, &mut from), ["/numbers"]);
    assert_eq!(orders.next().await.ok_or("an order")??.id, 1);
    assert!(orders.next().await.is_none());
    let expected = ["/numbers?page%5Bnumber%5D=1", "/numbers?page%5Bnumber%5D=2"];
    assert_eq!(asked(mock, &mut from), expected);
    assert_eq!(mock.problems(), []);
    Ok(())
}

//! Credentials: asked for, forbidden, accepted or not.

use clientwright_runtime::runtime::mock::{Answer, MockServer};
use reqwest::RequestBuilder;

use super::sample::{AddPet, Photo};
use super::support::{add, get, http, json, problems, sent, start};

fn plain(mock: &MockServer, path: &str) -> RequestBuilder {
    http().get(format!("{}{path}", mock.url()))
}

#[tokio::test]
async fn a_missing_bearer_is_401_and_a_problem() {
    let mock = start().await;
    let (status, text) = sent(plain(&mock, "/pets/Rex")).await;
    assert_eq!(status, 401);
    assert_eq!(
        text,
        "the mock server: GET /pets/Rex: the credentials of bearer are missing\n"
    );

    let wrong = plain(&mock, "/pets/Rex").header("authorization", "Basic YTpi");
    assert_eq!(sent(wrong).await.0, 401);
    let empty = plain(&mock, "/pets/Rex").header("authorization", "Bearer ");
    assert_eq!(sent(empty).await.0, 401);
    let lower = plain(&mock, "/pets/Rex").header("authorization", "bearer t");
    assert_eq!(sent(lower).await.0, 200);
    assert_eq!(mock.problems().len(), 3);
}

#[tokio::test]
async fn a_bearer_where_none_is_asked_for_is_a_problem() {
    let mock = start().await;
    let login = http().post(format!("{}/login", mock.url()));
    assert_eq!(sent(login.bearer_auth("canary")).await.0, 400);
    assert_eq!(
        problems(&mock),
        [
            "POST /login: the header `Authorization` was sent where the document asks for no credentials"
        ]
    );
}

#[tokio::test]
async fn one_alternative_suffices_as_a_whole() {
    let mock = start().await;
    let me = || plain(&mock, "/pets/me");
    assert_eq!(sent(me()).await.0, 401);
    assert_eq!(sent(me().header("x-key", "k")).await.0, 401);
    assert_eq!(sent(plain(&mock, "/pets/me?key=k").header("x-key", "k")).await.0, 200);
    assert_eq!(sent(me().header("cookie", "a=b; sid=1")).await.0, 200);
    assert_eq!(sent(me().basic_auth("a", Some("b"))).await.0, 200);
    assert_eq!(
        problems(&mock)[0],
        "GET /pets/me: the credentials of basic or header and query or cookie are missing"
    );
}

#[tokio::test]
async fn the_empty_alternative_asks_for_nothing() {
    let mock = start().await;
    assert_eq!(sent(plain(&mock, "/pets/Rex/photo.png")).await.0, 200);
    assert_eq!(sent(get(&mock, "/pets/Rex/photo.png")).await.0, 200);
    assert_eq!((mock.calls::<Photo>(), mock.problems().len()), (2, 0));
}

#[tokio::test]
async fn only_tokens_that_are_accepted_pass() {
    let mock = start().await;
    mock.on::<AddPet, _>(|pet| async { Ok(pet) });
    mock.accept_bearer(|token| {
        if token == "issued" { Ok(()) } else { Err(Answer::text(401, "who are you?")) }
    });

    assert_eq!(sent(add(&mock)).await, (401, "who are you?".to_owned()));
    let issued = http().post(format!("{}/pets", mock.url())).bearer_auth("issued");
    assert_eq!(sent(json(issued, r#"{"name":"Rex"}"#)).await.0, 200);
    assert_eq!(mock.problems().len(), 0);
}

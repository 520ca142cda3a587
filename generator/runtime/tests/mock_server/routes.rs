//! Paths and methods.

use super::sample::{GetPet, MyPet, Photo};
use super::support::{get, http, problems, sent, start};

#[tokio::test]
async fn an_unknown_path_is_404_and_a_problem() {
    let mock = start().await;
    for path in
        ["/", "/pet", "/pets/Rex/", "/pets//photo.png", "/pets/Rex/photo.", "/PETS/Rex"]
    {
        assert_eq!(sent(get(&mock, path)).await.0, 404, "{path}");
    }
    assert_eq!(problems(&mock)[1], "GET /pet: the document has no such path");
    assert_eq!(mock.problems()[0].operation(), None);
    assert_eq!(mock.received().len(), 6);
}

#[tokio::test]
async fn another_method_is_405_and_names_those_there_are() {
    let mock = start().await;
    let url = format!("{}/pets/Rex", mock.url());
    let response = http().delete(url).send().await.unwrap();

    assert_eq!(response.status(), 405);
    assert_eq!(response.headers()["allow"], "GET, PUT");
    assert_eq!(
        problems(&mock),
        ["DELETE /pets/Rex: the document has this path with GET, PUT, not DELETE"]
    );
}

#[tokio::test]
async fn a_literal_segment_goes_before_a_name() {
    let mock = start().await;
    let request = http().get(format!("{}/pets/me", mock.url()));
    assert_eq!(sent(request.basic_auth("a", Some("b"))).await.0, 200);
    assert_eq!((mock.calls::<MyPet>(), mock.calls::<GetPet>()), (1, 0));

    let encoded = http().get(format!("{}/pets/%6de", mock.url()));
    assert_eq!(sent(encoded.basic_auth("a", Some("b"))).await.0, 200);
    assert_eq!(mock.calls::<MyPet>(), 2);
}

#[tokio::test]
async fn a_segment_may_hold_several_names() {
    let mock = start().await;
    assert_eq!(sent(get(&mock, "/pets/Rex/photo.tar.gz")).await.0, 200);
    assert_eq!(mock.calls_of::<Photo>(), [("Rex".to_owned(), "tar.gz".to_owned())]);
}

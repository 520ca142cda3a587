//! What a caller reads by the names of operations that answer alike.

use generated::Client;
use generated::mock::{Answer, MockServer};
use generated::models::Problem;
use generated::operations::books::{
    ListBooks, ListBooksError, ListBooksErrorHeaders, ListBooksHeaders, ListBooksSuccess,
};
use generated::operations::shelves::{
    DeleteShelf, DeleteShelfError, GetShelf, GetShelfError, ListShelvesError,
};

/// One function for whatever is refused alike.
fn told(error: &ListShelvesError) -> String {
    match error {
        ListShelvesError::BadRequest(problem) => problem.message.clone(),
        ListShelvesError::NotFound => "not found".to_owned(),
        other => format!("{other:?}"),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;

    let listed = client.books().list_books().await?;
    assert!(matches!(*listed, ListBooksSuccess::Ok(_)), "{listed:?}");
    assert_eq!(ListBooksHeaders::of(&listed).x_total()?, None);

    let refused = Answer::json(400, &Problem::new("wrong")).header("X-Reason", "no");
    mock.fail::<ListBooks>(refused);
    let error = client.books().list_books().await.err().ok_or("answered")?;
    let reason = ListBooksErrorHeaders::of(&error).map(|headers| headers.x_reason());
    assert_eq!(reason.transpose()?.flatten().as_deref(), Some("no"));
    let Some(ListBooksError::BadRequest(problem)) = error.api() else {
        return Err(format!("{error:?}").into());
    };
    assert_eq!(problem.message, "wrong");
    assert_eq!(error.api().map(told).as_deref(), Some("wrong"));

    mock.fail::<GetShelf>(Answer::empty(404));
    let error = client.shelves().get_shelf("a").await.err().ok_or("answered")?;
    assert_eq!(error.api().map(told).as_deref(), Some("not found"));
    assert!(matches!(error.api(), Some(GetShelfError::NotFound)));

    mock.fail::<DeleteShelf>(Answer::empty(404));
    let error = client.shelves().delete_shelf("a").await.err().ok_or("answered")?;
    assert!(matches!(error.api(), Some(DeleteShelfError::NotFound)));
    Ok(())
}

//! One operation, called with a body of each sort: the mock tells by the media type what was called.

use generated::mock::MockServer;
use generated::models::{At, ImageBody, ImageMultipartBody, Thing};
use generated::operations::api;
use generated::{Client, FilePart, Upload};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    mock.on::<api::ImageAsForm, _>(
        |call| async move { Ok(Thing::new(call.body.at.url)) },
    );
    let client = Client::builder().base_url(mock.url()).build()?;
    let body = ImageBody::new(At::new("https://a.example/b"));
    let nothing = client.api().image().await?;
    assert_eq!(nothing.id, "id");
    client.api().image().body(body.clone()).await?;
    let form = client.api().image_as_form(body.clone()).await?;
    assert_eq!(form.id, "https://a.example/b");
    let file = FilePart::new("b.png", "bytes").content_type("image/png");
    client.api().image_as_multipart(3, ImageMultipartBody::new(file)).await?;
    client.api().image_as_bytes(Upload::from("bytes").content_type("image/gif")).await?;
    client.api().json_as_xml("<thing/>").await?;
    let thing = || Thing::new("1");
    client.api().patch().body(thing()).await?;
    client.api().patch().as_strategic_merge_patch_json().body(thing()).await?;
    client.api().patch().as_json_patch_json2().await?;
    client.api().pictures("a").await?;
    client.api().pictures("b").as_gif().await?;
    client.api().merge(thing()).as_json().await?;
    client.api().note("<a/>").as_xml().await?;
    let film = Upload::from("c").content_type("video/mp4");
    client.api().pictures(film).await?;
    assert_eq!(mock.problems(), []);
    let bodies = mock.calls_of::<api::Image>().into_iter().map(|call| call.body);
    assert_eq!(bodies.collect::<Vec<_>>(), [None, Some(body.clone())]);
    assert_eq!(mock.calls_of::<api::ImageAsForm>()[0].body, body);
    let parts = &mock.calls_of::<api::ImageAsMultipart>()[0];
    assert_eq!(
        (parts.file_x_page, parts.body.file.content().as_ref()),
        (3, &b"bytes"[..])
    );
    assert_eq!(&*mock.calls_of::<api::ImageAsBytes>()[0].body, b"bytes");
    let sent = mock.received();
    let types: Vec<Option<&str>> = sent
        .iter()
        .map(|request| request.header("content-type")?.split(';').next())
        .collect();
    assert_eq!(
        types,
        [
            None,
            Some("application/json"),
            Some("application/x-www-form-urlencoded"),
            Some("multipart/form-data"),
            Some("image/gif"),
            Some("application/xml"),
            Some("application/merge-patch+json"),
            Some("application/strategic-merge-patch+json"),
            None,
            Some("image/png"),
            Some("image/gif"),
            Some("application/json"),
            Some("application/xml"),
            Some("video/mp4"),
        ]
    );
    Ok(())
}

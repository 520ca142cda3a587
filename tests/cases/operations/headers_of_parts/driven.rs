//! What a server receives of the headers of each part, and what is never sent.

use generated::mock::MockServer;
use generated::models::{AvatarBody, Upload, UploadXPlace, UploadXQuality};
use generated::{Client, ErrorKind, FilePart, operations::api};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;

    let photo = FilePart::new("p", "png").content_type("image/png");
    let pages = || ["1", "2"].map(|name| FilePart::new(name, name).content_type("text/plain"));
    let upload = Upload::new(photo, pages().into()).note("n");
    client
        .api()
        .upload("whole", "abc=;", upload.clone())
        .photo_x_parts(vec![1, 2])
        .photo_x_place(UploadXPlace::default().x(3).y(4))
        .pages_x_number(2)
        .note_x_language("é")
        .await?;
    let avatar = AvatarBody::new(FilePart::new("f", "bytes"));
    client.api().avatar().body(avatar.clone()).file_x_size(5).await?;
    client.api().avatar().file_x_size(5).await?;
    client
        .api()
        .upload("whole", "abc", upload.clone())
        .note_x_version(3)
        .pages_x_quality(UploadXQuality::High)
        .note_x_language("de")
        .note_x_more(vec!["a, \"b\"".to_owned()])
        .await?;

    let received = mock.received();
    let text = |at: usize| {
        let media_type = received[at].header("content-type").unwrap_or_default();
        let boundary = media_type.split("boundary=").nth(1).unwrap_or("none");
        String::from_utf8_lossy(&received[at].body).replace(boundary, "B")
    };
    assert_eq!(text(0), FIRST);
    assert_eq!(received[0].header("x-checksum"), Some("whole"));
    assert_eq!(
        text(1),
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\
         Content-Type: application/octet-stream\r\nX-Size: 5\r\n\r\nbytes\r\n--B--\r\n"
    );
    assert_eq!((text(2).as_str(), received[2].header("content-type")), ("", None));
    let last = text(3);
    assert!(last.contains("\r\nX-Quality: high\r\n\r\n1\r\n"), "{last}");
    assert!(last.contains("\r\nX-Single: a \"b\"\r\nX-Version: 3\r\nX-Language: de\r\nX-More: [\"a, \\\"b\\\"\"]\r\n\r\nn\r\n"), "{last}");

    let call = &mock.calls_of::<api::Upload>()[0];
    assert_eq!((call.photo_x_checksum.as_str(), call.x_checksum.as_str()), ("abc=;", "whole"));
    assert_eq!((&call.photo_x_parts, call.note_x_version), (&Some(vec![1, 2]), Some(2)));
    assert_eq!(call.body, upload);
    assert_eq!(mock.calls_of::<api::Avatar>()[0].file_x_size, Some(5));
    assert_eq!(mock.problems(), []);

    let missing = client.api().avatar().body(avatar).await.err().ok_or("it was sent")?;
    assert_eq!(missing.kind(), ErrorKind::Argument);
    let expected = "the part `file` needs the header `X-Size`, which was not set";
    assert!(missing.to_string().contains(expected), "{missing}");
    let unset = client.api().upload("a", "b", upload.clone()).await.err().ok_or("it was sent")?;
    assert!(unset.to_string().contains("`X-Language`"), "{unset}");
    let torn = client.api().upload("a", "b\r\nX: c", upload.clone()).await.err().ok_or("sent")?;
    assert!(torn.to_string().contains("the header `X-Checksum` of the part `photo`"), "{torn}");
    assert_eq!(mock.received().len(), 4);
    Ok(())
}

const FIRST: &str = "--B\r\n\
    Content-Disposition: form-data; name=\"photo\"; filename=\"p\"\r\n\
    Content-Type: image/png\r\nX-Kind: photo\r\nX-Checksum: abc=;\r\n\
    X-Parts: 1,2\r\nX-Place: x=3,y=4\r\n\r\npng\r\n--B\r\n\
    Content-Disposition: form-data; name=\"pages\"; filename=\"1\"\r\n\
    Content-Type: text/plain\r\nX-Quality: low\r\nX-Number: 2\r\n\r\n1\r\n--B\r\n\
    Content-Disposition: form-data; name=\"pages\"; filename=\"2\"\r\n\
    Content-Type: text/plain\r\nX-Quality: low\r\nX-Number: 2\r\n\r\n2\r\n--B\r\n\
    Content-Disposition: form-data; name=\"note\"\r\n\
    X-Version: 2\r\nX-Single: a \"b\"\r\nX-Language: é\r\n\r\nn\r\n--B--\r\n";

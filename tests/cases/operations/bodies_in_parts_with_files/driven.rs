//! What a server receives of each part, and what the mock reads of it.

use generated::mock::MockServer;
use generated::models::{AvatarBody, Upload, UploadDeep, UploadMeta};
use generated::{Client, FilePart, operations::api};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;

    let photo = FilePart::new("é \"1\".png", &b"\x89PNG\r\n--\xff\0"[..]);
    let pages = vec![FilePart::new("1", "a\r\n"), FilePart::new("2", "")];
    let upload = Upload::new(
        photo.content_type("image/png"),
        pages.into_iter().map(|page| page.content_type("text/plain")).collect(),
        "A & B",
        UploadMeta::new(1),
    )
    .thumbnail(FilePart::new("t.png", "t").content_type("image/png"))
    .tags(vec!["x".into(), "é".into()])
    .deep(UploadDeep::default().b("c"))
    .note("# Note");
    client.api().upload(upload.clone()).await?;
    let avatar = AvatarBody::new().file(FilePart::new("f", "bytes"));
    client.api().avatar().body(avatar).await?;

    let received = mock.received();
    let media_type = received[0].header("content-type").unwrap_or_default();
    let (essence, boundary) = media_type.split_once("; boundary=").unwrap_or_default();
    assert_eq!((essence, boundary.len()), ("multipart/form-data", 32));
    let length = received[0].body.len().to_string();
    assert_eq!(received[0].header("content-length"), Some(length.as_str()));
    let text: String = received[0].body.iter().map(|byte| char::from(*byte)).collect();
    assert_eq!(text.replace(boundary, "B"), EXPECTED);
    assert!(String::from_utf8_lossy(&received[1].body).contains(
        "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\
         Content-Type: application/octet-stream\r\n\r\nbytes\r\n"
    ));

    assert_eq!(mock.problems(), []);
    assert_eq!(mock.calls_of::<api::Upload>()[0].body, upload);
    let avatar = mock.calls_of::<api::Avatar>()[0].body.clone().unwrap_or_default();
    assert_eq!(avatar.file.as_ref().map(FilePart::file_name), Some("f"));
    Ok(())
}

/// Each byte as the character of its number.
const EXPECTED: &str = "--B\r\n\
    Content-Disposition: form-data; name=\"photo\"; filename=\"Ã© %221%22.png\"\r\n\
    Content-Type: image/png\r\n\r\n\u{89}PNG\r\n--\u{ff}\0\r\n--B\r\n\
    Content-Disposition: form-data; name=\"thumbnail\"; filename=\"t.png\"\r\n\
    Content-Type: image/png\r\n\r\nt\r\n--B\r\n\
    Content-Disposition: form-data; name=\"pages\"; filename=\"1\"\r\n\
    Content-Type: text/plain\r\n\r\na\r\n\r\n--B\r\n\
    Content-Disposition: form-data; name=\"pages\"; filename=\"2\"\r\n\
    Content-Type: text/plain\r\n\r\n\r\n--B\r\n\
    Content-Disposition: form-data; name=\"title\"\r\n\r\nA & B\r\n--B\r\n\
    Content-Disposition: form-data; name=\"tags\"\r\n\r\nx\r\n--B\r\n\
    Content-Disposition: form-data; name=\"tags\"\r\n\r\nÃ©\r\n--B\r\n\
    Content-Disposition: form-data; name=\"meta\"\r\n\
    Content-Type: application/vnd.meta+json\r\n\r\n{\"a\":1}\r\n--B\r\n\
    Content-Disposition: form-data; name=\"deep[b]\"\r\n\r\nc\r\n--B\r\n\
    Content-Disposition: form-data; name=\"note\"\r\n\
    Content-Type: text/markdown\r\n\r\n# Note\r\n--B--\r\n";

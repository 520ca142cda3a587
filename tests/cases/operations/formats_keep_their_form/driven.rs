//! What a server receives of values with a format, and what the client reads of its answers.

use generated::mock::MockServer;
use generated::models::Item;
use generated::{Base64, Base64Url, Client, operations::api};

const ID: &str = "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6";

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;

    let bytes = [0xfb_u8, 0xff];
    let item = Item::new(ID.parse()?, Base64::new(bytes.to_vec()))
        .url_safe(bytes.to_vec().into())
        .time("23:59:59.5".parse()?)
        .until("9999-12-31T23:59:59.9999999-08:00".parse()?)
        .every("P1DT36H".parse()?)
        .small(u8::MAX)
        .large(u64::MAX)
        .wide(i128::MIN);
    let call = client.api().put_item(ID.parse()?, "2026-02-28".parse()?, item.clone());
    call.within("P2W".parse()?)
        .hash(Base64::new(bytes.to_vec()))
        .at("2026-02-28T23:59:59".parse()?)
        .since("2016-12-31T23:59:60Z".parse()?)
        .ids(vec![ID.parse()?])
        .x_token(Base64Url::new(bytes.to_vec()))
        .wide(u128::MAX)
        .await?;
    client.api().send_form(item.clone()).await?;
    client.api().send_parts(item.clone()).await?;

    let received = mock.received();
    let texts: Vec<_> =
        received.iter().map(|request| String::from_utf8_lossy(&request.body)).collect();
    assert_eq!(received[0].path, "/items/f81d4fae-7dec-11d0-a765-00a0c91e6bf6/2026-02-28");
    assert_eq!(
        received[0].query,
        "within=P2W&hash=%2B%2F8%3D&at=2026-02-28T23%3A59%3A59\
         &since=2016-12-31T23%3A59%3A60Z&ids=f81d4fae-7dec-11d0-a765-00a0c91e6bf6\
         &wide=340282366920938463463374607431768211455"
    );
    assert_eq!(received[0].header("x-token"), Some("-_8="));
    assert_eq!(
        texts[0],
        r#"{"id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6","data":"+/8=","url_safe":"-_8=","time":"23:59:59.5","until":"9999-12-31T23:59:59.9999999-08:00","every":"P1DT36H","small":255,"large":18446744073709551615,"wide":-170141183460469231731687303715884105728}"#
    );
    assert_eq!(
        texts[1],
        "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&data=%2B%2F8%3D&url_safe=-_8%3D\
         &time=23%3A59%3A59.5&until=9999-12-31T23%3A59%3A59.9999999-08%3A00&every=P1DT36H&small=255&large=18446744073709551615\
         &wide=-170141183460469231731687303715884105728"
    );
    // Bytes within a text have a media type of their own (OpenAPI 3.1.1, 4.8.15.1.1).
    let part = "name=\"data\"\r\nContent-Type: application/octet-stream\r\n\r\n+/8=\r\n";
    assert!(texts[2].contains(part), "{}", texts[2]);
    assert_eq!(mock.problems(), []);
    assert_eq!(mock.calls_of::<api::PutItem>()[0].body, item);
    assert_eq!(mock.calls_of::<api::SendForm>()[0].body, item);
    assert_eq!(mock.calls_of::<api::SendParts>()[0].body, item);
    Ok(())
}

//! Reads an object, changes it, and sends it back in every form.

use generated::Client;
use generated::mock::{Answer, MockServer};
use generated::models::{Account, Owner, Pet};
use generated::operations::api::{PatchAccount, ReadAccount};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    let read = r#"{"id":"a1","name":"Ann","state":"open","owner":{"since":null,"name":"Bo"}}"#;
    mock.on::<ReadAccount, _>(move |_| async move {
        Answer::text(200, read).content_type("application/json")
    });
    let mut account: Account = client.api().read_account().await?.into_inner();
    assert_eq!(serde_json::to_string(&account)?, read, "a value is whole, but in a request");
    account.name = "Cy".into();

    let owner = || Owner::new().name("Bo");
    let answered = account.clone();
    mock.on::<PatchAccount, _>(move |_| {
        let answered = answered.clone();
        async move { Ok(answered) }
    });
    client.api().put_account(account.clone()).await?;
    let mut form = account.clone();
    form.owner = None;
    client.api().post_account(form).await?;
    let patched = client.api().patch_account(account.clone()).await?;
    assert_eq!(patched.id.as_deref(), Some("a1"), "the server sends it");
    client.api().put_account(Account::new("Di", "1234", "hi".to_owned()).owner(owner())).await?;

    let pet = r#"{"kind":"cat","id":"p1","name":"Mia"}"#;
    client.api().put_pet(serde_json::from_str::<Pet>(pet)?).await?;

    let sent: Vec<String> = mock
        .received()
        .iter()
        .skip(1)
        .map(|request| String::from_utf8_lossy(&request.body).into_owned())
        .collect();
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Account><name>Cy</name>\
               <owner><name>Bo</name></owner></Account>";
    assert_eq!(
        sent,
        [
            r#"{"name":"Cy","owner":{"name":"Bo"}}"#,
            "name=Cy",
            xml,
            r#"{"name":"Di","pin":"1234","note":"hi","owner":{"name":"Bo"}}"#,
            // What tells its branch goes along, whatever the document says.
            r#"{"kind":"cat","name":"Mia"}"#,
        ]
    );
    Ok(())
}

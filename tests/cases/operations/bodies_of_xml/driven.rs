//! What a server receives of values as XML, what comes back of XML, and what is told of XML that is not as documented.

use std::collections::BTreeMap;

use generated::mock::{Answer, MockServer};
use generated::models::{
    Category, Dog, Pet, PetAnimal, PetStatus, PutNoteBody, Tag,
};
use generated::operations::api;
use generated::{Client, MismatchKind};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    let pet = pet();
    sent(&mock, &client, &pet).await?;
    refused(&mock, &client).await?;
    received(&mock, &client, pet).await
}

fn pet() -> Pet {
    let friend = Pet::new("Bo]]>b", Vec::<String>::new());
    Pet::new("<Rex> & \"co\"\r\n", vec!["a".to_owned(), " b ".to_owned()])
        .id(i64::MAX)
        .category(Category::new(i64::MIN).good(false))
        .tags(vec![Tag::default().name("é"), Tag::default()])
        .weight(None)
        .friend(friend)
        .status(PetStatus::Sold)
        .animal(PetAnimal::Dog(Box::new(Dog::new("Dog", "loud"))))
}

/// What a server receives, byte for byte, and what the mock reads of it.
async fn sent(
    mock: &MockServer,
    client: &Client,
    pet: &Pet,
) -> Result<(), Box<dyn std::error::Error>> {
    client.api().add_pet(pet.clone()).await?;
    let words = BTreeMap::from([("one".to_owned(), 1), ("two".to_owned(), 2)]);
    client.api().put_note().body(PutNoteBody::default().words(words)).await?;
    client.api().put_note().await?;

    let received = mock.received();
    let texts: Vec<_> =
        received.iter().map(|request| String::from_utf8_lossy(&request.body)).collect();
    assert_eq!(
        texts[0],
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <Pet xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" id=\"9223372036854775807\">\
         <sample:name xmlns:sample=\"https://example.com/schema/sample\">\
         &lt;Rex&gt; &amp; &quot;co&quot;&#13;\n</sample:name>\
         <category><id>-9223372036854775808</id><good>false</good></category>\
         <photoUrl>a</photoUrl><photoUrl> b </photoUrl>\
         <tags><tag><name>é</name></tag><tag></tag></tags>\
         <weight xsi:nil=\"true\"/>\
         <friend><sample:name xmlns:sample=\"https://example.com/schema/sample\">\
         Bo]]&gt;b</sample:name></friend>\
         <status>sold</status>\
         <animal><kind>Dog</kind><bark>loud</bark></animal></Pet>"
    );
    assert_eq!(received[0].header("content-type"), Some("application/xml"));
    assert_eq!(received[0].header("accept"), Some("application/xml, text/xml"));
    assert_eq!(
        texts[1],
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <note><words><one>1</one><two>2</two></words></note>"
    );
    assert_eq!(received[1].header("content-type"), Some("text/xml"));
    assert_eq!((texts[2].as_ref(), received[2].header("content-type")), ("", None));
    assert_eq!(mock.problems(), []);
    assert_eq!(mock.calls_of::<api::AddPet>()[0].body, *pet);
    assert_eq!(mock.calls_of::<api::PutNote>()[1].body, None);

    // What a handler answers comes back as it was.
    let answered = pet.clone();
    mock.on::<api::AddPet, _>(move |_| {
        let answered = answered.clone();
        async move { Ok(answered) }
    });
    assert_eq!(*client.api().add_pet(pet.clone()).await?, *pet);

    // The sample is one that the client reads.
    assert_eq!(client.api().list_pets().await?[0].name, "name");
    Ok(())
}

/// What no XML can hold is not sent.
async fn refused(
    mock: &MockServer,
    client: &Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let before = mock.received().len();
    let refused = client.api().add_pet(Pet::new("\0", Vec::<String>::new())).await;
    let refused = refused.err().ok_or("it succeeded")?.to_string();
    assert!(refused.contains("a character that XML cannot hold (U+0000)"), "{refused}");
    let words = BTreeMap::from([("no name".to_owned(), 1)]);
    let note = PutNoteBody::default().words(words);
    let refused = client.api().put_note().body(note).await.err().ok_or("it succeeded")?.to_string();
    assert!(refused.contains("not one that an element can have"), "{refused}");
    assert_eq!(mock.received().len(), before);
    Ok(())
}

/// Errors name their places, and keep what the server wrote.
async fn received(
    mock: &MockServer,
    client: &Client,
    pet: Pet,
) -> Result<(), Box<dyn std::error::Error>> {
    let sample = "https://example.com/schema/sample";
    let second = format!("<Pet><s:name xmlns:s='{sample}'>b</s:name><category/></Pet>");
    let text = format!("<pets><Pet><s:name xmlns:s='{sample}'>a</s:name></Pet>{second}</pets>");
    let answer = Answer::bytes(200, text.clone()).content_type("application/xml");
    mock.on::<api::ListPets, _>(move |_| {
        let answer = answer.clone();
        async move { answer }
    });
    let error = client.api().list_pets().await.err().ok_or("it succeeded")?;
    assert_eq!(error.mismatch(), Some(MismatchKind::Shape));
    assert!(error.to_string().contains("`[1].category`"), "{error}");
    assert_eq!(error.body_text().as_deref(), Some(text.as_str()));

    let problem = "<Problem><code> 7 </code></Problem>";
    let answer = Answer::bytes(400, problem).content_type("text/xml; charset=UTF-8");
    mock.on::<api::AddPet, _>(move |_| {
        let answer = answer.clone();
        async move { answer }
    });
    let error = client.api().add_pet(pet).await.err().ok_or("it succeeded")?;
    match error.api() {
        Some(api::AddPetError::BadRequest(problem)) => assert_eq!(problem.code, 7),
        other => return Err(format!("{other:?}").into()),
    }
    Ok(())
}

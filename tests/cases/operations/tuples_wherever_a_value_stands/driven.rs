//! What is sent of tuples, wherever they stand, and what is read as one.

use generated::mock::{Answer, MockServer};
use generated::models::{
    Either, Fields, Gap, Measured, Place, Range, RangeSecond, RangeThird,
};
use generated::operations::api::{Form2, Measure, MeasureHeaders, Parts};
use generated::{Client, ErrorKind, MismatchKind};

const BODY: &str = r#"{"places":{"a":["x",1]},"one":[true],"either":["y",2],"gap":[null,3],"version":["v",1,2],"short":[4],"id":["8c5a1b8e-5f0e-4f8e-9d8e-3f1f4b6d7a10","+/8="],"next":{"link":["n",{"link":["m",null]}]},"merged":["a","b"]}"#;

fn place(text: &str, number: i64) -> Place {
    (text.to_owned(), number)
}

fn range() -> Range {
    let third = RangeThird::new(0.5).most(2.5);
    ("2026-02-28T23:59:59Z".parse().unwrap(), RangeSecond::Foot, third, place("é\"", -7))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    sent(&mock, &client).await?;
    received(&mock, &client).await?;
    refused(&mock, &client).await?;
    Ok(())
}

async fn sent(
    mock: &MockServer,
    client: &Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let gap: Gap = (None, 5);
    let call = client
        .api()
        .measure(
            place("a b", 1),
            place("l", 2),
            place("m", 3),
            place("e&", 4),
            range(),
        )
        .joined(place("j,", 5))
        .pipes(place("p", 6))
        .spaces(place("s", 7))
        .deep(place("d", 8))
        .json(gap.clone())
        .gap((Some("g".into()), 9))
        .x_place(place("h", 10))
        .place2(place("c", 11));
    call.await?;
    let fields = Fields::new(place("f g", 1), place("h", 2)).gap((Some("i".into()), 3));
    client.api().form(fields.clone()).await?;
    client.api().parts(fields.clone()).await?;

    let received = mock.received();
    let first = &received[0];
    assert_eq!(
        format!("{}?{}", first.path, first.query),
        "/ranges/a%20b,1/.l.2/;matrix=m,3?exploded=e%26&exploded=4&joined=j%2C,5\
         &pipes=p%7C6&spaces=s%207&deep%5B0%5D=d&deep%5B1%5D=8&json=%5Bnull%2C5%5D\
         &gap=g&gap=9"
    );
    assert_eq!(received[0].header("x-place"), Some("h,10"));
    assert_eq!(received[0].header("cookie"), Some("place=c,11"));
    assert_eq!(
        String::from_utf8_lossy(&received[0].body),
        "[\"2026-02-28T23:59:59Z\",\"foot\",{\"least\":0.5,\"most\":2.5},[\"é\\\"\",-7]]"
    );
    assert_eq!(
        String::from_utf8_lossy(&received[1].body),
        "place=f%20g&place=1&joined=h%2C2&gap=i&gap=3"
    );
    let parts = String::from_utf8_lossy(&received[2].body);
    let texts: Vec<_> = parts.split("\r\n").filter(|line| !line.starts_with("--")).collect();
    let part = |name: &str| format!("Content-Disposition: form-data; name=\"{name}\"");
    for (at, name, text) in
        [(0, "place", "f g"), (3, "place", "1"), (12, "gap", "i"), (15, "gap", "3")]
    {
        assert_eq!((texts[at], texts[at + 1], texts[at + 2]), (&*part(name), "", text));
    }

    assert_eq!(mock.problems(), []);
    let call = &mock.calls_of::<Measure>()[0];
    assert_eq!(call.place, place("a b", 1));
    assert_eq!((&call.label, &call.matrix), (&place("l", 2), &place("m", 3)));
    assert_eq!(call.exploded, place("e&", 4));
    assert_eq!(call.pipes, Some(place("p", 6)));
    assert_eq!(call.spaces, Some(place("s", 7)));
    assert_eq!(call.deep, Some(place("d", 8)));
    assert_eq!(call.json, Some(gap));
    assert_eq!(call.x_place, Some(place("h", 10)));
    assert_eq!(call.place2, Some(place("c", 11)));
    assert_eq!(call.body, range());
    let form = &mock.calls_of::<Form2>()[0].body;
    assert_eq!((&form.place, &form.gap), (&fields.place, &fields.gap));
    assert_eq!(mock.calls_of::<Parts>()[0].body, fields);

    // Left out, an item that is `null` would move those that follow.
    let call = client.api().measure(
        place("a", 1),
        place("b", 2),
        place("c", 3),
        place("d", 4),
        range(),
    );
    let error = call.gap((None, 1)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Argument);
    assert_eq!(mock.received().len(), 3);
    Ok(())
}

/// What the call leads to when this is what comes back.
async fn answered(
    mock: &MockServer,
    client: &Client,
    body: &str,
    header: &str,
) -> Result<
    generated::Response<Measured>,
    generated::Error<generated::operations::api::MeasureError>,
> {
    let value: serde_json::Value = serde_json::from_str(body).unwrap();
    mock.fail::<Measure>(Answer::json(200, &value).header("x-place", header));
    let place = || place("a", 1);
    client.api().measure(place(), place(), place(), place(), range()).await
}

async fn received(
    mock: &MockServer,
    client: &Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let response = answered(mock, client, BODY, "a b, 12").await?;
    assert_eq!(MeasureHeaders::of(&response).x_place()?, Some(place("a b", 12)));
    let measured = response.into_inner();
    assert_eq!(measured.places["a"], place("x", 1));
    assert_eq!(measured.one, (true,));
    assert_eq!(measured.either, Either::Line(place("y", 2)));
    assert_eq!(measured.version, Some(("v".into(), 1, 2)));
    assert_eq!(measured.short, Some((4,)));
    let back = serde_json::to_value(&measured)?;
    assert_eq!(back, serde_json::from_str::<serde_json::Value>(BODY)?);

    for (text, expected) in [
        (r#"["a","b"]"#, Either::Words(("a".into(), "b".into()))),
        ("[1,2,null]", Either::Tuple((1, 2, None))),
        ("[1.0,2,true]", Either::Tuple((1, 2, Some(true)))),
        ("[1,2,3]", Either::Numbers(vec![1.0, 2.0, 3.0])),
        ("\"a\"", Either::Text("a".into())),
    ] {
        assert_eq!(serde_json::from_str::<Either>(text)?, expected, "{text}");
    }
    for text in [r#"["a",1,2]"#, r#"["a"]"#, "[1,\"a\"]", "[null,1]"] {
        let kept = serde_json::from_str::<Either>(text)?;
        assert!(matches!(kept, Either::Unknown(_)), "{text}");
        assert_eq!(serde_json::to_string(&kept)?, text);
    }
    Ok(())
}

/// A tuple of another length, or with other items, is an error that says where.
async fn refused(
    mock: &MockServer,
    client: &Client,
) -> Result<(), Box<dyn std::error::Error>> {
    for (from, to, told) in [
        (
            r#"["x",1]"#,
            r#"["x"]"#,
            "the value at `places.a` is not as documented: found a length of 1, expected a tuple of size 2",
        ),
        (
            r#"["x",1]"#,
            r#"["x",1,2]"#,
            "the value at `places.a[2]` is not as documented: its value is not one that is expected",
        ),
        (
            r#"["x",1]"#,
            r#"["x","canary"]"#,
            "the value at `places.a[1]` is not as documented: found string, expected i64",
        ),
        (
            "[true]",
            "[]",
            "the value at `one` is not as documented: found a length of 0, expected a tuple of size 1",
        ),
    ] {
        let error = answered(mock, client, &BODY.replace(from, to), "a,1").await.unwrap_err();
        assert_eq!(error.mismatch(), Some(MismatchKind::Shape));
        assert!(error.to_string().contains(told), "{error}");
    }
    for header in ["a", "a,1,2", "a,b", ""] {
        let response = answered(mock, client, BODY, header).await?;
        let error = MeasureHeaders::of(&response).x_place().unwrap_err();
        assert_eq!(error.kind(), MismatchKind::Header);
        assert!(error.to_string().starts_with("the header `X-Place` is not as documented"));
    }
    Ok(())
}

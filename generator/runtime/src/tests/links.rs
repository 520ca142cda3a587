//! What the header `Link` may look like (RFC 8288).

use super::pages::{Linked, client, end, lines, linked, serving};
use super::server::json;

#[tokio::test]
async fn the_next_link_is_found_among_others() {
    let cases = [
        (r#"</a?x=1,2;3>; rel="next""#, Some("/a?x=1,2;3")),
        (r#"</p>; rel="prev", </n>; rel=next"#, Some("/n")),
        (r#"</n>;REL = "Last NEXT" ;title="a""#, Some("/n")),
        (r#"</p>; title="<x>; rel=\"next\", <y>"; rel=prev, </n>;rel=next"#, Some("/n")),
        ("</p>; rel=prev; rel=next", None),
        (r#"</p>; rel="next"; anchor="/else", </n>; rel=next"#, Some("/n")),
        ("</p>; nothing; title*=UTF-8''a%2c; rel=next,", Some("/p")),
        ("</p>; rel=prev\r\nlink: </n>; rel=next", Some("/n")),
        (r#"</p>; rel="next"#, Some("/p")),
        ("</p>; rel=nextish, </p>", None),
        ("</p; rel=next", None),
        ("", None),
        (";;;,,,<<>", None),
    ];
    for (link, expected) in cases {
        let server = serving(move |target| match target {
            "/list" => linked(link),
            _ => json(200, r#"{"list": []}"#),
        })
        .await;
        let count = 1 + usize::from(expected.is_some());
        assert_eq!(end(Linked::of(&client(&server, "")).pages()).await, (count, None));
        let asked = lines(&server);
        let next = asked.get(1).map(|line| line.trim_start_matches("GET "));
        assert_eq!(next, expected, "{link}");
    }
}

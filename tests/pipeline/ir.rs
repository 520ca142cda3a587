//! What the repository's document is lowered to: every decision on a page that people can review.

use std::fmt::Write as _;

use clientwright::config::Config;
use clientwright::diagnostic::{Diagnostics, FileId, Source};
use clientwright::ir::{
    Access, Answer, Api, Content, Credential, Operation, ParamPlace, Presence, Shape,
    StatusMatch, Type, TypeDef,
};
use clientwright::{lower, read};
use clientwright_tests::text;

#[test]
fn the_repositorys_document_becomes_this() {
    let mut diagnostics = Diagnostics::new();
    let config = Config::parse(&text("spec/client.toml"), FileId(1), &mut diagnostics);
    let source = Source::new("spec/openapi.yaml", text("spec/openapi.yaml"));
    let mut document = read::read(&source, &mut diagnostics);
    let api =
        lower::lower(&mut document, &config, "spec/openapi.yaml", &mut diagnostics);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("seed", page(&api)));
}

fn page(api: &Api) -> String {
    let mut out = format!("crate {} {}\n", api.package.name, api.package.version);
    for server in &api.servers {
        let _ = writeln!(out, "server {} = {}", server.name, server.url);
    }
    for Credential { scheme, setter, kind, .. } in &api.credentials {
        let _ = writeln!(out, "credential {scheme} by {setter}: {kind:?}");
    }
    for ty in &api.types {
        type_lines(api, ty, &mut out);
    }
    for group in &api.groups {
        let _ =
            writeln!(out, "\n{} in {} by {}", group.name, group.module, group.accessor);
        for operation in &group.operations {
            operation_lines(api, operation, &mut out);
        }
    }
    out
}

fn type_lines(api: &Api, ty: &TypeDef, out: &mut String) {
    let way = match (ty.direction.sent, ty.direction.received) {
        (true, true) => "both ways",
        (true, false) => "sent",
        (false, true) => "received",
        (false, false) => "unused",
    };
    let _ = write!(out, "\n{} in {}, {way}: ", ty.name, ty.module);
    match &ty.shape {
        Shape::Union(union) => {
            let _ = writeln!(out, "union by {:?}", union.tag);
            for branch in &union.branches {
                let ty = shown(api, &branch.ty);
                let _ =
                    writeln!(out, "  {}: {ty} told by {:?}", branch.name, branch.tells);
            }
        }
        Shape::Alias(inner) => {
            let _ = writeln!(out, "{}", shown(api, inner));
        }
        Shape::Enumeration(list) => {
            let _ = writeln!(
                out,
                "{} enumeration",
                if list.open { "open" } else { "closed" }
            );
            for variant in &list.variants {
                let _ = writeln!(out, "  {} = {:?}", variant.name, variant.wire);
            }
        }
        Shape::Struct(object) => {
            out.push_str("struct\n");
            for field in &object.fields {
                let presence = match field.presence {
                    Presence::Required => "",
                    Presence::RequiredNullable => " or null",
                    Presence::Optional => "?",
                    Presence::OptionalNullable => "? or null",
                };
                let access = match field.access {
                    Access::Both => String::new(),
                    other => format!(" {other:?}"),
                };
                let ty = shown(api, &field.ty);
                let _ = writeln!(
                    out,
                    "  {} = {:?}: {ty}{presence}{access}",
                    field.name, field.wire
                );
            }
        }
    }
}

fn operation_lines(api: &Api, operation: &Operation, out: &mut String) {
    let Operation {
        id,
        method,
        name,
        verb,
        route,
        retry,
        security,
        timeout,
        ..
    } = operation;
    let _ = writeln!(out, "  {method} → {name}: {id}, {verb} {route}");
    let _ = writeln!(out, "    retry {:?}: {}", retry.class, retry.reason);
    let _ = writeln!(out, "    security {security:?}, timeout {timeout:?}");
    for param in &operation.params {
        let place = match param.place {
            ParamPlace::Path => "path",
            ParamPlace::Query => "query",
            ParamPlace::Header => "header",
            ParamPlace::Cookie => "cookie",
            ParamPlace::Querystring => "querystring",
            ParamPlace::Part(_) => "part",
        };
        let ty = shown(api, &param.ty);
        let _ = writeln!(out, "    {place} {} = {:?}: {ty}", param.name, param.wire);
    }
    if let Some(body) = &operation.body {
        let needed = if body.required { "" } else { "?" };
        let _ = writeln!(
            out,
            "    body {}{needed}: {}",
            body.media_type,
            shown_kind(api, body)
        );
    }
    answer_lines(api, "success", &operation.outcome.success, out);
    answer_lines(api, "failure", &operation.outcome.failure, out);
}

fn shown_kind(api: &Api, body: &clientwright::ir::Body) -> String {
    match &body.kind {
        clientwright::ir::BodyKind::Json(ty) => shown(api, ty),
        other => format!("{other:?}"),
    }
}

fn answer_lines(api: &Api, what: &str, answer: &Answer, out: &mut String) {
    let content = |content: &Content| match content {
        Content::Json(ty) => shown(api, ty),
        other => format!("{other:?}"),
    };
    match answer {
        Answer::One { statuses, content: one, .. } => {
            let statuses: Vec<String> =
                statuses.iter().map(|status| shown_status(*status)).collect();
            let _ =
                writeln!(out, "    {what} on {}: {}", statuses.join(" "), content(one));
        }
        Answer::Several { name, arms, .. } => {
            let _ = writeln!(out, "    {what} {name}");
            for arm in arms {
                let status = shown_status(arm.status);
                let _ = writeln!(
                    out,
                    "      {} on {status}: {}",
                    arm.name,
                    content(&arm.content)
                );
            }
        }
    }
}

fn shown_status(status: StatusMatch) -> String {
    match status {
        StatusMatch::Exact(code) => code.to_string(),
        StatusMatch::Range(digit) => format!("{digit}XX"),
        StatusMatch::Any => "default".to_owned(),
    }
}

fn shown(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Named(id) => api[*id].name.to_string(),
        Type::Boxed(id) => format!("Box<{}>", api[*id].name),
        Type::List(item) => format!("List<{}>", shown(api, item)),
        Type::Tuple(items) => {
            let items = items.iter().map(|item| shown(api, item));
            format!("({})", items.collect::<Vec<_>>().join(", "))
        }
        Type::Map(value) => format!("Map<{}>", shown(api, value)),
        Type::Nullable(inner) => format!("Nullable<{}>", shown(api, inner)),
        scalar => format!("{scalar:?}"),
    }
}

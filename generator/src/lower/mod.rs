//! `Document` to [`ir::Api`]: the only place that decides.

mod about;
mod alike;
mod as_list;
mod auth;
mod bodiless;
mod body;
mod combine;
mod dependency;
mod depth;
mod derive;
mod docs;
mod draft;
mod duplicate;
mod enumeration;
mod feature;
mod fit;
mod flow;
mod form;
mod given;
mod group;
mod header;
mod instead;
mod integer;
mod link;
mod map;
mod media;
mod naming;
mod narrow;
mod needs;
mod null;
mod object;
mod operation;
mod otherwise;
mod package;
mod page;
mod parameter;
mod part;
mod recursion;
mod rename;
mod response;
mod retry;
mod sample;
mod scalar;
mod schema;
mod secret;
mod security;
mod select;
mod server;
mod stream;
mod style;
mod tag;
mod tag_of_branch;
mod target;
mod tell;
mod timeout;
mod token;
mod union;
mod unread;
mod unused;
mod upload;
mod webhook;
mod weight;
mod wide;
mod within;
mod xml;

use draft::Drafts;

use toml::Spanned;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::{Document, SchemaId};
use crate::ir;

/// What every pass reads and writes.
struct Lowering<'a> {
    document: &'a Document,
    config: &'a Config,
    diagnostics: &'a mut Diagnostics,
    drafts: Drafts,
    /// For each schema, whether `null` is among its values.
    nulls: Vec<bool>,
    /// The servers that the client is for.
    offered: server::Offered<'a>,
    /// What the configuration says of schemas.
    given: given::Given<'a>,
    /// Types of other crates.
    maps: map::Maps<'a>,
    /// The schemas that hold files.
    uploads: upload::Uploads,
    /// How the values of bodies of XML stand in it.
    xml: xml::Tables,
    /// What texts hold, by `contentSchema`, and which of that is read.
    contents: stream::Contents,
}

impl<'a> Lowering<'a> {
    /// Begins with a document whose schemas are put together.
    fn of(
        document: &'a Document,
        config: &'a Config,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            document,
            config,
            drafts: Drafts::default(),
            nulls: null::nullable(document),
            offered: server::offered(document),
            given: given::Given::find(document, config, diagnostics),
            maps: map::maps(document, config, diagnostics),
            uploads: upload::uploads(document, config),
            xml: xml::Tables::default(),
            contents: stream::Contents::default(),
            diagnostics,
        }
    }

    /// Whether `null` is among the values of a schema.
    fn has_null(&self, id: SchemaId) -> bool {
        self.nulls.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// Warns of what stands at a place.
    fn warn(&mut self, code: Code, at: Span, message: impl Into<String>, help: &str) {
        self.diagnostics.push(Diagnostic::warning(code, at, message).help(help));
    }

    /// Reports what is wrong with an entry of the configuration, at the value that says so.
    fn misconfigured<T>(
        &mut self,
        code: Code,
        at: &Spanned<T>,
        message: impl Into<String>,
        help: &str,
    ) {
        let place = self.config.place(at);
        self.diagnostics.push(Diagnostic::error(code, place, message).help(help));
    }
}

/// Decides what the API is in Rust: names, types, what is boxed, what is sent again, what is secret.
///
/// What cannot be honoured becomes an error diagnostic; the rest of the API is lowered all the same, so that every
/// problem is reported in one run. Schemas that are put together out of others are worked out in the document itself,
/// where they keep their places.
#[must_use]
pub fn lower(
    document: &mut Document,
    config: &Config,
    source: &str,
    diagnostics: &mut Diagnostics,
) -> ir::Api {
    bodiless::healed(document, diagnostics);
    let lists = as_list::found(document, config);
    combine::combined(&mut document.schemas, &lists, diagnostics);
    let document = &*document;
    let dependencies = dependency::given(config, diagnostics);
    package::checked(config, diagnostics);
    let mut lowering = Lowering::of(document, config, diagnostics);
    let selection = select::selection(&mut lowering);
    schema::components(&mut lowering);
    duplicate::paths(&mut lowering);
    let mut groups = group::groups(&mut lowering);
    let mut webhooks = webhook::webhooks(&mut lowering, &groups);
    link::links(&mut lowering, &mut groups);
    stream::warn_of_contents(&mut lowering);
    unused::entries(&mut lowering, &groups);
    let derives = derive::derives(&mut lowering);
    let renames = rename::renames(&mut lowering);
    let mut types = naming::named(&mut lowering, &renames);
    recursion::boxed(&mut types, lowering.diagnostics);
    derive::derived(&mut lowering, &derives, &mut types);
    if let Some(selection) = &selection {
        let calls = (&mut groups, &mut webhooks);
        narrow::narrowed(&mut lowering, selection, calls, &mut types);
    }
    flow::directed(&mut types, &groups, &webhooks);
    let mut xml = std::mem::take(&mut lowering.xml).named();
    if selection.is_some() {
        xml = xml::narrowed(xml, &mut groups);
    }
    page::paged(&mut lowering, &types, &mut groups);
    if config.package.types_only {
        groups.clear();
        xml = ir::Xml::default();
        flow::undirected(&mut types);
    }
    let narrowed = (groups.as_mut_slice(), webhooks.as_mut_slice());
    let mut dependencies =
        dependency::kept(dependencies, (&lowering, &derives), narrowed, &mut types);
    sample::filled(&types, &xml, &mut groups);
    let credentials = auth::credentials(&mut lowering, &types, &groups);
    let calls = (&mut *groups, &mut *webhooks);
    feature::divided(&mut lowering, &credentials, calls, &mut types);
    alike::shared(&mut groups);
    depth::nested(&mut types);
    wide::told(&mut types, lowering.diagnostics);
    let servers = server::servers(&mut lowering);
    let formats = needs::formats(&mut types, &mut groups, &webhooks);
    needs::features(&mut dependencies, &formats);
    let api = ir::Api {
        package: ir::Package {
            dependencies,
            formats,
            recursion_limit: depth::limit(&types),
            ..package::package(document, config, source)
        },
        docs: package::docs(document),
        about: about::about(document),
        servers,
        credentials,
        types,
        groups,
        webhooks,
        xml,
        left_out: Vec::new(),
    };
    ir::check(&api);
    api
}

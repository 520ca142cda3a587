//! The stable codes of diagnostics; what each means is written in the file of its name in `explain/`.

/// Writes the enum and its table from one list: `Variant "CW0000" "title";`.
macro_rules! codes {
    ($($variant:ident $code:literal $title:literal;)*) => {
        /// A diagnostic's stable code; it never changes its meaning.
        ///
        /// `CW1…` come from reading, `CW2…` from lowering, `CW3…` from the configuration, `CW4…` from
        /// leaving out what cannot be honoured.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $title] $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code as printed.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// What it means, why it matters and what to do about it: a few paragraphs of Markdown.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Self::$variant => include_str!(concat!("explain/", $code, ".md")),)*
                }
            }

            /// What it is about, in a few words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$variant => $title,)*
                }
            }
        }
    };
}

codes! {
    // Reading.
    Syntax "CW1001" "the text is not YAML or JSON";
    NotADocument "CW1002" "the text does not begin as an OpenAPI document";
    Version "CW1003" "the OpenAPI version is missing or not supported";
    DuplicateKey "CW1004" "a key stands twice in one object";
    UnknownKey "CW1005" "a key that OpenAPI does not know";
    WrongType "CW1006" "a value of another type than OpenAPI asks for";
    MissingKey "CW1007" "a key that OpenAPI requires is missing";
    DanglingReference "CW1008" "a reference to something that does not exist";
    RemoteReference "CW1009" "a reference to another host or file";
    ReferenceCycle "CW1010" "references that lead only to each other";
    BadValue "CW1011" "a value outside what OpenAPI allows";
    TooDeep "CW1012" "nesting deeper than the limit";
    TooLarge "CW1013" "more than one document may hold";
    BesideReference "CW1014" "a key that the reference beside it hides";
    OtherVersion "CW1015" "a key of another OpenAPI version";
    UnreadFile "CW1016" "a reference to a file that cannot be read";
    OutsideFile "CW1017" "a reference to a file outside the folder that may be read";
    DynamicReference "CW1018" "a dynamic reference that depends on the way to it";

    // Lowering.
    UnsupportedSchema "CW2001" "a schema that cannot be honoured";
    UnsupportedParameter "CW2002" "a parameter that cannot be honoured";
    UnsupportedBody "CW2003" "a request body that cannot be honoured";
    UnsupportedResponse "CW2004" "a response that cannot be honoured";
    UnsupportedSecurity "CW2005" "a security scheme that cannot be honoured";
    UnsupportedServer "CW2006" "a server that cannot be honoured";
    MissingOperationId "CW2007" "an operation without an operationId";
    DuplicateOperationId "CW2008" "an operationId that stands twice";
    PathParameter "CW2009" "a path template and its parameters that disagree";
    UntypedSchema "CW2010" "a schema that says nothing about its values";
    EndlessSchema "CW2011" "a schema that no finite value satisfies";
    UnknownFormat "CW2012" "a format that has no type of its own";
    IgnoredKeyword "CW2013" "a keyword that is documented but not checked";
    DuplicateEnumValue "CW2014" "an enum value that stands twice";
    NoSuccessResponse "CW2015" "an operation without a success response";
    DuplicatePath "CW2016" "two paths that are the same to a server";
    UnsupportedMethod "CW2017" "a method that cannot be sent";
    AmbiguousUnion "CW2020" "branches of a union that a value may not tell apart";
    ContradictingSchemas "CW2021" "schemas of an `allOf` that exclude each other";
    WideInteger "CW2022" "an integer wider than every type";
    ObjectForNull "CW2023" "an object without properties that stands for `null`";
    UnsupportedHeader "CW2030" "a header that is not read or sent as it is described";
    UnsupportedXml "CW2035" "a body of XML that is passed as text";
    LooseXml "CW2036" "a value whose form in XML is left open";

    // Configuration.
    ConfigSyntax "CW3001" "the configuration is not valid";
    ConfigUnused "CW3002" "a configuration entry that matches nothing";
    ConfigReason "CW3003" "an override without its reason";
    ConfigAuth "CW3004" "an authentication binding that does not fit the document";
    ConfigRetry "CW3005" "a retry class that the method forbids";
    ConfigName "CW3006" "a name of the configuration that cannot be given";
    ConfigMap "CW3007" "a type mapping that cannot be honoured";
    ConfigDerive "CW3008" "a derive that cannot be honoured";
    ConfigPage "CW3020" "an entry of pages whose keys do not fit its style";
    ConfigPageParameter "CW3021" "a parameter that cannot ask for a page";
    ConfigPagePointer "CW3022" "a pointer that leads to nothing of a page";
    ConfigPageOperation "CW3023" "an operation whose answers cannot be pages";

    // Leaving out.
    LeftOut "CW4001" "an operation left out with what it needs";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_its_own_and_explained_in_more_than_its_title() {
        for (index, code) in Code::ALL.iter().enumerate() {
            assert!(
                Code::ALL[..index].iter().all(|other| other.as_str() != code.as_str())
            );
            assert!(code.explanation().len() > 100, "{}", code.as_str());
            assert!(code.explanation().ends_with('\n'), "{}", code.as_str());
        }
    }
}

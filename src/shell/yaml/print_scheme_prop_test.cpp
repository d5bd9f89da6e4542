#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/print_scheme.hpp"
#include "shell/yaml/scalar.hpp"
#include "shell/yaml/tree.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <yaml-cpp/yaml.h>

namespace heng::yaml {
namespace {

/// Text of pieces that YAML readers are known to stumble over.
std::string any_text() {
    const auto piece = rc::gen::element<std::string>(
        "扣2分", "〔%〕", "(", "）", "a", "no", "true", "12", "0.5", "1e3", "-", "- ", ":", ": ",
        "：", "#", " #", " ", "\n", "\n\n", "\t", "\r", "'", "\"", "\\", "{", "}", "[", "]", ",",
        "|", ">", "&", "*", "!", "%", "@", "`", "?", "~", "null", "---", "...", "=", "<<", "\x7F",
        "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xF0\x9F\x80\x84", std::string(1, '\0'));
    const auto pieces =
        *rc::gen::resize(6, rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(piece)));
    std::string text;
    for (const std::string& one : pieces) text += one;
    return text;
}

Decimal any_decimal() {
    return Decimal::of_units(*rc::gen::inRange<std::int64_t>(-1'000'000, 10'000'000));
}

bool any_flag() {
    return *rc::gen::arbitrary<bool>();
}

template <class Make>
auto maybe(Make make) -> std::optional<decltype(make())> {
    if (any_flag()) return std::nullopt;
    return make();
}

std::string text_or_none() {
    return any_flag() ? any_text() : "";
}

template <class Make>
auto some(Make make) {
    std::vector<decltype(make())> items;
    for (int count = *rc::gen::inRange(0, 3); count > 0; --count) items.push_back(make());
    return items;
}

template <class Enum>
Enum any_of(int count) {
    return static_cast<Enum>(*rc::gen::inRange(0, count));
}

scheme::Branch any_branch() {
    scheme::Branch branch;
    branch.id = any_text();
    branch.text = any_text();
    branch.effect = any_of<scheme::Effect>(4);
    branch.basis = any_of<scheme::Basis>(5);
    branch.points = maybe(any_decimal);
    branch.points_max = maybe(any_decimal);
    branch.percent_of_task = maybe(any_decimal);
    branch.per = maybe(any_text);
    branch.step = maybe(any_decimal);
    branch.target = maybe([] {
        return scheme::Target{any_of<scheme::Comparison>(4), any_decimal(), text_or_none()};
    });
    branch.reference = maybe(any_text);
    branch.level = maybe(any_text);
    branch.cap = maybe([] {
        const bool whole_task = any_flag();
        return scheme::Cap{whole_task, whole_task ? Decimal{} : any_decimal()};
    });
    branch.cap_shared = any_flag();
    branch.items = some(any_text);
    branch.subjects = some(any_text);
    branch.deadline = maybe(any_text);
    branch.partial = any_of<scheme::Partial>(3);
    return branch;
}

scheme::Clause any_clause() {
    scheme::Clause clause;
    clause.no = any_text();
    clause.text = any_text();
    clause.assessors = maybe([] { return some(any_text); });
    clause.branches = some(any_branch);
    if (!clause.branches.empty() && any_flag()) clause.branches[0].text = clause.text;
    clause.reading_override = maybe([] { return scheme::Override{any_text()}; });
    return clause;
}

scheme::Task any_task() {
    return {any_text(),     any_text(),       any_decimal(),
            text_or_none(), any_flag(),       some(any_text),
            any_flag(),     some(any_clause), {}};
}

scheme::Category any_category() {
    return {any_text(), any_text(), any_decimal(), some(any_task), {}};
}

scheme::Term any_term() {
    scheme::Term term;
    term.id = any_text();
    term.text = any_text();
    term.unit = any_of<scheme::TermUnit>(3);
    if (term.unit == scheme::TermUnit::date) {
        term.month_day = "03-31";
    } else {
        term.count = *rc::gen::inRange(0, 10'000);
    }
    term.cites = text_or_none();
    return term;
}

void add_parts(scheme::Scheme& s) {
    s.articles = some([] {
        return scheme::Article{*rc::gen::inRange(0, 100), text_or_none(), any_text(), {}};
    });
    s.statements = some([] {
        return scheme::Statement{any_text(), text_or_none(), any_text(), {}};
    });
    s.bodies = some([] {
        return scheme::Body{any_text(),
                            some([] { return any_of<scheme::Role>(7); }),
                            text_or_none(),
                            some([] {
                                return scheme::Duty{any_text(), text_or_none()};
                            }),
                            {}};
    });
    s.bars = some([] {
        return scheme::Bar{any_text(), any_text(), any_of<scheme::Grade>(4), text_or_none(), {}};
    });
    s.consequences = some([] {
        return scheme::Consequence{any_text(),
                                   some([] { return any_of<scheme::Grade>(4); }),
                                   any_text(),
                                   text_or_none(),
                                   {}};
    });
    s.calendar = {some(any_term),
                  some([] { return std::string("2021-10-01"); }),
                  some([] { return std::string("2024-02-29"); }),
                  {}};
    s.conventions = some([] {
        return scheme::Convention{any_text(), any_text(), text_or_none(), text_or_none(), {}};
    });
    s.references = some([] {
        return scheme::Reference{any_text(), any_decimal(), text_or_none(), {}};
    });
}

scheme::Scheme any_scheme() {
    scheme::Scheme s;
    s.id = any_text();
    s.name = any_text();
    s.year = *rc::gen::inRange(0, 10'000);
    if (any_flag()) s.source = {any_text(), text_or_none(), any_flag(), some(any_text), {}};
    s.basis = some(any_text);
    // Names that differ, so that each table has its place.
    for (const std::string& id : some(any_text)) {
        const std::string unique = std::to_string(s.domains.size()) + id;
        s.domains.push_back(
            {unique, any_text(), text_or_none(), text_or_none(), text_or_none(), {}});
        if (any_flag()) {
            s.tables.push_back({unique, text_or_none(), any_decimal(), some(any_category), {}});
        }
    }
    s.composition = {any_decimal(), any_decimal(),  any_decimal(),
                     any_decimal(), text_or_none(), {}};
    s.grading = {any_decimal(),
                 any_of<RoundingMode>(3),
                 any_of<scheme::FreedPlace>(3),
                 maybe(any_decimal),
                 any_decimal(),
                 *rc::gen::inRange(0, 4),
                 text_or_none(),
                 {}};
    s.settings = {any_of<scheme::Floor>(3),
                  any_of<scheme::Partial>(3),
                  any_of<scheme::SameCase>(2),
                  maybe([] {
                      return Rounding{*rc::gen::inRange(0, 5), any_of<RoundingMode>(3)};
                  }),
                  {}};
    add_parts(s);
    return s;
}

std::vector<File> files_of(const scheme::Scheme& scheme) {
    std::vector<File> files;
    for (const auto& [name, text] : print_scheme(scheme)) files.push_back({name, text});
    return files;
}

RC_GTEST_PROP(PrintScalarProp, TextSurvivesInEveryReader, ()) {
    const std::string text = any_text();
    std::string yaml = "flow: {a: " + print_scalar(text) + ", b: [" + print_scalar(text) + "]}\n";
    yaml += "block:\n  - " + print_scalar(text) + "\n";
    if (fits_literal(text)) yaml += "literal: " + print_literal(text, 2) + "\n";
    yaml += "end: x\n";
    const auto root = parse_tree("f.yaml", yaml);
    RC_ASSERT(root.has_value());
    RC_ASSERT(root->children[1].children[1].text == text);
    RC_ASSERT(root->children[1].children[3].children[0].text == text);
    RC_ASSERT(root->children[3].children[0].text == text);
    RC_ASSERT(root->children.back().text == "x");
    const YAML::Node other = YAML::Load(yaml);
    RC_ASSERT(other["flow"]["a"].Scalar() == text);
    RC_ASSERT(other["block"][0].Scalar() == text);
    if (fits_literal(text)) {
        RC_ASSERT(root->children[5].text == text);
        RC_ASSERT(other["literal"].Scalar() == text);
    }
}

RC_GTEST_PROP(PrintSchemeProp, LoadingGivesTheSchemeBack, ()) {
    const scheme::Scheme scheme = any_scheme();
    const auto files = files_of(scheme);
    const auto loaded = load_scheme_files("s", files);
    if (!loaded) {
        RC_FAIL(print(loaded.error()[0].place) + ' ' + message(loaded.error()[0], Language::en));
    }
    RC_ASSERT(*loaded == scheme);
    RC_ASSERT(print_scheme(*loaded) == print_scheme(scheme));
}

RC_GTEST_PROP(LoadSchemeProp, NeverThrowsAndPlacesEveryIssue, ()) {
    std::string text;
    for (const auto& [name, part] : print_scheme(any_scheme())) text += part;
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text.replace(at, *rc::gen::inRange<std::size_t>(0, 20), any_text());
    const auto loaded = load_scheme_text("s", text);
    if (loaded) return;
    RC_ASSERT(!loaded.error().empty());
    for (const Error& issue : loaded.error()) RC_ASSERT(issue.place.file == "s");
}

}  // namespace
}  // namespace heng::yaml

#include "shell/yaml/read_section.hpp"

#include "shell/yaml/read_table.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace heng::yaml {

namespace {

using scheme::Scheme;

/// A whole number of exactly as many digits as `text` has, or -1.
int digits(std::string_view text) {
    unsigned value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stop == end ? static_cast<int>(value) : -1;
}

bool is_month_day(std::string_view text, std::chrono::year year) {
    if (text.size() != 5 || text[2] != '-') return false;
    const int month = digits(text.substr(0, 2));
    const int day = digits(text.substr(3));
    if (month < 0 || day < 0) return false;
    return std::chrono::year_month_day(year, std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-') return false;
    const int year = digits(text.substr(0, 4));
    return year >= 0 && is_month_day(text.substr(5), std::chrono::year(year));
}

std::string read_date(const Node& node, Reading& reading) {
    const std::string text = read_text(node, "calendar", reading).value_or("");
    if (!text.empty() && !is_date(text)) reading.report(Code::date_unknown, node.mark, {text});
    return text;
}

/// A date of every year, so 02-29 is none.
std::string read_month_day(const Node& node, Reading& reading) {
    const std::string text = read_text(node, "month_day", reading).value_or("");
    if (!text.empty() && !is_month_day(text, std::chrono::year(2021))) {
        reading.report(Code::date_unknown, node.mark, {text});
    }
    return text;
}

void read_head(const Node& node, Reading& reading, Scheme& scheme) {
    Fields fields(node, "scheme", reading);
    scheme.id = fields.text("id");
    scheme.name = fields.text("name");
    scheme.year = fields.whole("year");
}

void read_source(const Node& node, Reading& reading, Scheme& scheme) {
    Fields fields(node, "source", reading);
    scheme.source = {
        .title = fields.text("title"),
        .edition = fields.text_or("edition", ""),
        .complete = fields.flag_or("complete", true),
        .missing = fields.texts("missing"),
        .at = fields.at(),
    };
}

scheme::Article read_article(const Node& node, Reading& reading) {
    Fields fields(node, "articles", reading);
    return {
        .no = fields.whole("no"),
        .chapter = fields.text_or("chapter", ""),
        .text = fields.text("text"),
        .at = fields.at(),
    };
}

scheme::Statement read_statement(const Node& node, Reading& reading) {
    Fields fields(node, "statements", reading);
    return {
        .id = fields.text("id"),
        .mark = fields.text_or("mark", ""),
        .text = fields.text("text"),
        .at = fields.at(),
    };
}

scheme::Role read_role(const Node& node, Reading& reading) {
    return read_choice(node, "roles", scheme::Role::recipient, reading);
}

scheme::Duty read_duty(const Node& node, Reading& reading) {
    Fields fields(node, "duties", reading);
    return {.text = fields.text("text"), .cites = fields.text_or("cites", "")};
}

scheme::Body read_body(const Node& node, Reading& reading) {
    Fields fields(node, "bodies", reading);
    return {
        .name = fields.text("name"),
        .roles = fields.list("roles", read_role),
        .cites = fields.text_or("cites", ""),
        .duties = fields.list("duties", read_duty),
        .at = fields.at(),
    };
}

scheme::Domain read_domain(const Node& node, Reading& reading) {
    Fields fields(node, "domains", reading);
    return {
        .id = fields.text("id"),
        .name = fields.text("name"),
        .lead = fields.text_or("lead", ""),
        .cites = fields.text_or("cites", ""),
        .focus = fields.text_or("focus", ""),
        .at = fields.at(),
    };
}

void read_composition(const Node& node, Reading& reading, Scheme& scheme) {
    Fields fields(node, "composition", reading);
    scheme.composition = {
        .indicators_percent = fields.decimal("indicators_percent"),
        .review_percent = fields.decimal("review_percent"),
        .indicators_full = fields.decimal_or("indicators_full", scheme.composition.indicators_full),
        .review_full = fields.decimal_or("review_full", scheme.composition.review_full),
        .cites = fields.text_or("cites", ""),
        .at = fields.at(),
    };
}

void read_grading(const Node& node, Reading& reading, Scheme& scheme) {
    Fields fields(node, "grading", reading);
    const scheme::Grading usual;
    scheme.grading = {
        .quota_percent = fields.decimal("quota_percent"),
        .quota_rounding = fields.choice_or("quota_rounding", usual.quota_rounding),
        .freed_place = fields.choice_or("freed_place", usual.freed_place),
        .ordinary_band = fields.optional_decimal("ordinary_band"),
        .candidate_band = fields.decimal_or("candidate_band", usual.candidate_band),
        .fraud_lowers_by = fields.whole_or("fraud_lowers_by", usual.fraud_lowers_by),
        .cites = fields.text_or("cites", ""),
        .at = fields.at(),
    };
}

scheme::Bar read_bar(const Node& node, Reading& reading) {
    Fields fields(node, "bars", reading);
    return {
        .id = fields.text("id"),
        .text = fields.text("text"),
        .best = fields.choice_or("best", scheme::Grade::ordinary),
        .cites = fields.text_or("cites", ""),
        .at = fields.at(),
    };
}

scheme::Grade read_grade(const Node& node, Reading& reading) {
    return read_choice(node, "grades", scheme::Grade::ordinary, reading);
}

scheme::Consequence read_consequence(const Node& node, Reading& reading) {
    Fields fields(node, "consequences", reading);
    return {
        .id = fields.text("id"),
        .grades = fields.list("grades", read_grade),
        .text = fields.text("text"),
        .cites = fields.text_or("cites", ""),
        .at = fields.at(),
    };
}

/// A date needs `month_day`, a span of days `count`; the other of the two is then unknown.
scheme::Term read_term(const Node& node, Reading& reading) {
    Fields fields(node, "terms", reading);
    scheme::Term term{
        .id = fields.text("id"),
        .text = fields.text("text"),
        .unit = fields.choice_or("unit", scheme::TermUnit::working_days),
        .count = 0,
        .month_day = std::nullopt,
        .cites = fields.text_or("cites", ""),
        .at = fields.at(),
    };
    if (term.unit != scheme::TermUnit::date) {
        term.count = fields.whole("count");
    } else if (fields.has("month_day")) {
        term.month_day = fields.value("month_day", read_month_day);
    } else {
        fields.text("month_day");
    }
    return term;
}

void read_calendar(const Node& node, Reading& reading, Scheme& scheme) {
    Fields fields(node, "calendar", reading);
    scheme.calendar = {
        .terms = fields.list("terms", read_term),
        .holidays = fields.list("holidays", read_date),
        .working_weekends = fields.list("working_weekends", read_date),
        .at = fields.at(),
    };
}

int read_places(const Node& node, Reading& reading) {
    if (node.text.size() == 1 && node.text >= "0" && node.text <= "4") return node.text[0] - '0';
    reading.report(Code::value_unknown, node.mark, {"places", node.text, "0, 1, 2, 3, 4"});
    return 0;
}

std::optional<Rounding> read_rounding(const Node& node, Reading& reading) {
    if (node.kind == Node::Kind::text && node.text == "none") return std::nullopt;
    Fields fields(node, "rounding", reading);
    Rounding rounding;
    rounding.places = fields.value("places", read_places).value_or(rounding.places);
    rounding.mode = fields.choice_or("mode", rounding.mode);
    return rounding;
}

void read_settings(const Node& node, Reading& reading, Scheme& scheme) {
    Fields fields(node, "settings", reading);
    const scheme::Settings usual;
    scheme.settings = {
        .floor = fields.choice_or("floor", usual.floor),
        .partial = fields.choice_or("partial", usual.partial),
        .same_case = fields.choice_or("same_case", usual.same_case),
        .rounding = fields.value("rounding", read_rounding).value_or(usual.rounding),
        .at = fields.at(),
    };
}

scheme::Convention read_convention(const Node& node, Reading& reading) {
    Fields fields(node, "conventions", reading);
    return {
        .id = fields.text("id"),
        .text = fields.text("text"),
        .setting = fields.text_or("setting", ""),
        .cites = fields.text_or("cites", ""),
        .at = fields.at(),
    };
}

scheme::Reference read_reference(const Node& node, Reading& reading) {
    Fields fields(node, "references", reading);
    return {
        .branch = fields.text("branch"),
        .value = fields.decimal("value"),
        .source = fields.text_or("source", ""),
        .at = fields.at(),
    };
}

constexpr auto all_sections = std::to_array<Section>({
    {"scheme", true, false, read_head},
    {"source", false, false, read_source},
    {"basis", false, false,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.basis = read_texts(node, "basis", reading);
     }},
    {"articles", false, false,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.articles = read_list(node, "articles", reading, read_article);
     }},
    {"statements", false, false,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.statements = read_list(node, "statements", reading, read_statement);
     }},
    {"bodies", false, false,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.bodies = read_list(node, "bodies", reading, read_body);
     }},
    {"domains", false, false,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.domains = read_list(node, "domains", reading, read_domain);
     }},
    {"table", false, true,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.tables.push_back(read_table(node, reading));
     }},
    {"composition", true, false, read_composition},
    {"grading", true, false, read_grading},
    {"bars", false, false,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.bars = read_list(node, "bars", reading, read_bar);
     }},
    {"consequences", false, false,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.consequences = read_list(node, "consequences", reading, read_consequence);
     }},
    {"calendar", false, false, read_calendar},
    {"settings", false, false, read_settings},
    {"conventions", false, false,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.conventions = read_list(node, "conventions", reading, read_convention);
     }},
    {"references", false, false,
     [](const Node& node, Reading& reading, Scheme& scheme) {
         scheme.references = read_list(node, "references", reading, read_reference);
     }},
});

}  // namespace

std::span<const Section> sections() {
    return all_sections;
}

}  // namespace heng::yaml

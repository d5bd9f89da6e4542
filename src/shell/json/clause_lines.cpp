#include "shell/json/clause_lines.hpp"

#include "core/base/text.hpp"
#include "shell/json/branch.hpp"

#include <boost/json.hpp>

namespace heng::json {

Result<app::ClauseLine> read_clause_line(std::string_view line, std::size_t number) {
    const Place place{"", number, 0, ""};
    if (const auto bad = find_invalid_utf8(line)) {
        return refuse(Code::text_not_utf8, {"", number, *bad + 1, ""});
    }
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos || line[start] != '{') {
        return app::ClauseLine{std::to_string(number), std::string(line)};
    }
    boost::json::error_code failure;
    const boost::json::value parsed = boost::json::parse(line, failure);
    if (failure) return refuse(Code::json_malformed, place, {failure.message()});
    const boost::json::object* object = parsed.if_object();
    const boost::json::value* text = object == nullptr ? nullptr : object->if_contains("text");
    if (text == nullptr || !text->is_string()) {
        return refuse(Code::json_malformed, place, {"text"});
    }
    const boost::json::value* id = object->if_contains("id");
    return app::ClauseLine{id == nullptr ? std::to_string(number) : boost::json::serialize(*id),
                           std::string(text->as_string())};
}

std::string print_reading(const app::ClauseLine& clause, const clause::Reading& reading) {
    boost::json::array branches;
    for (const scheme::Branch& branch : reading.branches) branches.push_back(branch_json(branch));
    boost::json::array doubts;
    for (const clause::Doubt& doubt : reading.doubts) {
        doubts.push_back(boost::json::object{{"offset", doubt.offset},
                                             {"length", doubt.length},
                                             {"kind", name(doubt.kind)},
                                             {"quote", doubt.quote},
                                             {"zh", sentence(doubt.kind, Language::zh)},
                                             {"en", sentence(doubt.kind, Language::en)}});
    }
    // The id goes back as it came: parsed and printed again, a number could change its form.
    return "{\"id\":" + clause.id + ",\"branches\":" + boost::json::serialize(branches) +
           ",\"doubts\":" + boost::json::serialize(doubts) + "}";
}

}  // namespace heng::json

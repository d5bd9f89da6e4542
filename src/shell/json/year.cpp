#include "shell/json/year.hpp"

#include <boost/json.hpp>

namespace heng::json {

namespace {

boost::json::array questions_json(const grade::Outcome& outcome) {
    boost::json::array out;
    for (const grade::QuestionText& text : grade::question_texts()) {
        if (!outcome.has(text.question)) continue;
        out.push_back(boost::json::object{
            {"id", text.id}, {"zh", text.zh}, {"en", text.en}, {"cites", text.cites}});
    }
    return out;
}

boost::json::value decision_json(const grade::Settled* settled) {
    if (settled == nullptr) return nullptr;
    return boost::json::object{{"proposed", scheme::name(settled->proposal.grade)},
                               {"settled", questions_json(settled->proposal)},
                               {"reason", settled->decision.reason}};
}

boost::json::object unit_json(const app::Year& year, std::size_t unit) {
    const int places = year.rounding().places;
    const score::Published published = year.published(unit);
    const grade::Outcome& outcome = year.outcome(unit);
    const auto name = year.name(unit);
    return {{"unit", year.id(unit)},
            {"name", name ? boost::json::value(*name) : boost::json::value(nullptr)},
            {"domain", year.domain(unit).id},
            {"indicator", published.indicator.text(places)},
            {"review", published.review.text(places)},
            {"total", published.total.text(places)},
            {"rank", outcome.rank},
            {"grade", scheme::name(outcome.grade)},
            {"needs_decision", questions_json(outcome)},
            {"decision", decision_json(year.settled(unit))}};
}

}  // namespace

std::string print_year(const app::Year& year) {
    std::string out =
        "{\"scheme\":" + boost::json::serialize(boost::json::string(year.scheme().id)) +
        ",\"units\":[\n";
    for (std::size_t unit = 0; unit < year.size(); ++unit) {
        out += boost::json::serialize(unit_json(year, unit));
        out += unit + 1 < year.size() ? ",\n" : "\n";
    }
    return out + "]}";
}

}  // namespace heng::json

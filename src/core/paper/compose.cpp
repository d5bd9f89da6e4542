#include "core/paper/compose.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"
#include "core/paper/kinds.hpp"

#include <array>

namespace heng::paper {

namespace {

constexpr std::array<Paper (*)(const Issued&), cycle::document_kind_count> writers{
    indicators_issued,  reminder,        supervision_order, supervision_circular,
    half_year_circular, result_circular, result_notice,     grading_minutes,
    explanation,        transfer,        interpretation};

/// The newest edition for what issues one; else that in force on the day; before there is one, the
/// draft that work goes on from.
cycle::DraftId draft_of(const cycle::Cycle& cycle, const cycle::Document& document) {
    const auto& editions = cycle.indicators.editions;
    if (document.kind == cycle::DocumentKind::indicators_issued && !editions.empty())
        return editions.back().draft;
    const cycle::Edition* const edition = cycle.indicators.edition_on(document.issued_on);
    if (edition != nullptr) return edition->draft;
    const cycle::Draft* const draft = cycle.indicators.current_draft();
    return draft == nullptr ? cycle::DraftId{} : draft->id;
}

/// Stands in where a year has no draft yet.
const cycle::Rulebook& no_rules() {
    static const cycle::Rulebook none([] {
        scheme::Scheme empty;
        empty.name = "党建工作成效考核办法";
        empty.composition.indicators_percent = Decimal::whole(80);
        empty.composition.review_percent = Decimal::whole(20);
        return empty;
    }());
    return none;
}

std::string_view take_digits(std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
    const std::string_view digits = text.substr(0, count);
    text.remove_prefix(count);
    return digits;
}

bool take(std::string_view& text, std::string_view wanted) {
    if (!text.starts_with(wanted)) return false;
    text.remove_prefix(wanted.size());
    return true;
}

/// 张三同志 and the like: a person, not an office.
bool is_person(std::string_view name) {
    constexpr std::array<std::string_view, 5> endings{"同志", "先生", "女士", "书记", "市长"};
    for (const std::string_view ending : endings)
        if (name.ends_with(ending)) return true;
    return false;
}

}  // namespace

Checked<Paper> compose(const cycle::State& state, const cycle::Rulebooks& rulebooks, int year,
                       const cycle::Document& document, const ledger::Event& event,
                       const Template& form, std::string_view reader) {
    const cycle::Cycle* const cycle = state.find_cycle(year);
    INVARIANT(cycle != nullptr, "the year of the document was found before");
    const auto found = rulebooks.find(draft_of(*cycle, document));
    const cycle::Rulebook& rulebook = found == rulebooks.end() ? no_rules() : *found->second;
    const Issued issued{
        {state, *cycle, rulebook, document.issued_on, form}, rulebooks, document, event, reader};
    Paper paper = writers[static_cast<std::size_t>(document.kind)](issued);
    if (Issues issues = check_paper(paper); !issues.empty())
        return tl::unexpected(std::move(issues));
    return paper;
}

bool is_document_number(std::string_view text) {
    const std::size_t bracket = text.find("〔");
    if (bracket == std::string_view::npos || bracket == 0) return false;
    const std::string_view code = text.substr(0, bracket);
    if (code.find_first_of(" \t\r\n") != std::string_view::npos ||
        code.find("　") != std::string_view::npos)
        return false;
    text.remove_prefix(bracket);
    if (!take(text, "〔") || take_digits(text).size() != 4 || !take(text, "〕")) return false;
    const std::string_view number = take_digits(text);
    return !number.empty() && number.front() != '0' && text == "号";
}

Issues check_paper(const Paper& paper) {
    Issues issues;
    if (!paper.number.empty() && !is_document_number(paper.number))
        issues.push_back({Code::document_number_unfit, {}, {paper.number}});
    const auto unfit = [&](const std::string& to, const std::string& why) {
        issues.push_back({Code::document_recipient_unfit,
                          {},
                          {paper.type.empty() ? title_of(paper) : paper.type, to, why}});
    };
    const bool is_request = paper.type == "请示";
    const bool goes_up = is_request || paper.type == "报告";
    if (goes_up && paper.to.empty()) unfit("", "应有主送机关");
    if (is_request && paper.to.size() > 1) unfit(join(paper.to, "、"), "请示只写一个主送机关");
    for (const std::string& to : paper.to) {
        if (is_blank(to)) unfit(to, "主送机关不能为空");
        if (goes_up && is_person(to)) unfit(to, "不得以机关名义向负责人个人报送");
    }
    return issues;
}

}  // namespace heng::paper

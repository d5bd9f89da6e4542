#include "core/report/books.hpp"

#include "core/report/score_book.hpp"
#include "core/report/words.hpp"

namespace heng::report {

namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

Lines lines_of(const view::Scope& scope, const Origin& origin, const Words& words) {
    return {{words("截至", "As of"), ledger::print_date(scope.day)},
            {words("台账", "Ledger"), origin.tenant},
            {words("台账最后一笔", "Its last event"), std::to_string(origin.head.seq)},
            {words("该笔校验值", "Hash of that event"), ledger::print_digest(origin.head.hash)}};
}

}  // namespace

Checked<Book> score_book(const view::Scope& scope, int number, const cycle::DomainId& domain,
                         const Origin& origin, Language language) {
    const auto year = view::find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    for (const view::View view : {view::View::grading, view::View::findings})
        if (const auto seen = view::check_seen(*year, view, view::about_domain(domain)); !seen)
            return tl::unexpected(seen.error());
    const scheme::Domain* const found = year->rulebook->scheme().find_domain(domain);
    if (found == nullptr) return view::unknown(view::domain_kind, domain);
    auto scored = scored_domain(scope.state, year->cycle, *year->rulebook, *found, scope.day);
    if (!scored) return view::unknown(view::domain_kind, domain);
    const Words words(language);
    scored->origin = lines_of(scope, origin, words);
    const cycle::Edition* const edition = year->cycle.indicators.edition_on(scope.day);
    scored->origin.emplace_back(words("方案版次", "Edition in force"), edition->id);
    return score_book(*scored, language);
}

}  // namespace heng::report

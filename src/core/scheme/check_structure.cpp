/// @file
/// The frame of a scheme: ids, citations, domains, composition, grading, figures supplied for the
/// year.
#include "core/scheme/check.hpp"
#include "core/scheme/check_parts.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace heng::scheme {

namespace {

std::string article_id(const Article& article) {
    return 'A' + std::to_string(article.no);
}

template <class List, class Key>
Issues check_unique(const List& list, Key key) {
    Issues issues;
    Ids ids;
    for (const auto& one : list) append(issues, ids.add(key(one), place_at(one.at, key(one))));
    return issues;
}

Issues check_ids(const Scheme& scheme) {
    const auto by_id = [](const auto& one) { return one.id; };
    Issues issues = check_unique(scheme.articles, article_id);
    append(issues, check_unique(scheme.statements, by_id));
    append(issues, check_unique(scheme.bodies, [](const Body& body) { return body.name; }));
    append(issues, check_unique(scheme.domains, by_id));
    append(issues, check_unique(scheme.bars, by_id));
    append(issues, check_unique(scheme.consequences, by_id));
    append(issues, check_unique(scheme.calendar.terms, by_id));
    append(issues, check_unique(scheme.conventions, by_id));
    append(issues, check_unique(scheme.references, [](const Reference& r) { return r.branch; }));
    return issues;
}

/// Looks up citations among the articles and statements of one scheme.
class Citations {
public:
    explicit Citations(const Scheme& scheme) {
        for (const Article& article : scheme.articles) known_.insert(article_id(article));
        for (const Statement& statement : scheme.statements) known_.insert(statement.id);
    }

    /// No citation is none that dangles; nothing dangles where nothing is quoted.
    void look_up(const std::string& cites, const SourceLine& at, const std::string& item) {
        if (known_.empty() || cites.empty() || known_.contains(cites)) return;
        issues_.push_back({Code::citation_dangling, place_at(at, item), {cites}});
    }

    template <class List>
    void look_up_all(const List& list) {
        for (const auto& one : list) look_up(one.cites, one.at, one.id);
    }

    Issues take() && { return std::move(issues_); }

private:
    std::set<std::string, std::less<>> known_;
    Issues issues_;
};

Issues check_citations(const Scheme& scheme) {
    Citations citations(scheme);
    if (!scheme.articles.empty()) {
        for (const Statement& statement : scheme.statements) {
            const std::string article = statement.id.substr(0, statement.id.find('.'));
            citations.look_up(article, statement.at, statement.id);
        }
    }
    for (const Body& body : scheme.bodies) {
        citations.look_up(body.cites, body.at, body.name);
        for (const Duty& duty : body.duties) citations.look_up(duty.cites, body.at, body.name);
    }
    citations.look_up_all(scheme.domains);
    citations.look_up(scheme.composition.cites, scheme.composition.at, "composition");
    citations.look_up(scheme.grading.cites, scheme.grading.at, "grading");
    citations.look_up_all(scheme.bars);
    citations.look_up_all(scheme.consequences);
    for (const Term& term : scheme.calendar.terms) {
        if (term.cites != "convention") citations.look_up(term.cites, term.at, term.id);
    }
    citations.look_up_all(scheme.conventions);
    return std::move(citations).take();
}

Issues check_domains(const Scheme& scheme) {
    Issues issues;
    for (const Domain& domain : scheme.domains) {
        const bool lead_known = scheme.find_body(domain.lead) != nullptr;
        if (!scheme.bodies.empty() && !domain.lead.empty() && !lead_known) {
            issues.push_back({Code::body_unknown, place_at(domain.at, domain.id), {domain.lead}});
        }
        if (scheme.source.complete && scheme.find_table(domain.id) == nullptr) {
            issues.push_back(
                {Code::domain_without_table, place_at(domain.at, domain.id), {domain.name}});
        }
    }
    return issues;
}

Issues check_composition(const Composition& composition) {
    Issues issues;
    const auto report = [&](Code code, std::vector<std::string> args) {
        issues.push_back({code, place_at(composition.at, "composition"), std::move(args)});
    };
    const auto check_percent = [&](const char* key, Decimal value) {
        if (value.is_negative() || value > Decimal::whole(100)) {
            report(Code::percent_out_of_range, {key, value.text()});
        }
    };
    const auto check_positive = [&](const char* key, Decimal value) {
        if (value <= Decimal{}) report(Code::points_not_positive, {key, value.text()});
    };
    check_percent("indicators_percent", composition.indicators_percent);
    check_percent("review_percent", composition.review_percent);
    Tally shares;
    shares.add(composition.indicators_percent);
    shares.add(composition.review_percent);
    if (shares.total() != Decimal::whole(100)) {
        report(Code::composition_sum_differs, {shares.total().text()});
    }
    check_positive("indicators_full", composition.indicators_full);
    check_positive("review_full", composition.review_full);
    return issues;
}

Issues check_grading(const Grading& grading) {
    Issues issues;
    const auto report = [&](Code code, std::vector<std::string> args) {
        issues.push_back({code, place_at(grading.at, "grading"), std::move(args)});
    };
    const auto check_share = [&](const char* key, Decimal value) {
        if (value.is_negative() || value > Decimal::whole(1)) {
            report(Code::share_out_of_range, {key, value.text()});
        }
    };
    const Decimal quota = grading.quota_percent;
    if (quota.is_negative() || quota > Decimal::whole(100)) {
        report(Code::quota_out_of_range, {quota.text()});
    }
    if (grading.ordinary_band) check_share("ordinary_band", *grading.ordinary_band);
    check_share("candidate_band", grading.candidate_band);
    return issues;
}

std::unordered_map<std::string_view, const Branch*> branches_by_id(const Scheme& scheme) {
    std::unordered_map<std::string_view, const Branch*> branches;
    for (const Table& table : scheme.tables) {
        for (const Category& category : table.categories) {
            for (const Task& task : category.tasks) {
                for (const Clause& clause : task.clauses) {
                    for (const Branch& branch : clause.branches) {
                        branches.emplace(branch.id, &branch);
                    }
                }
            }
        }
    }
    return branches;
}

Issues check_references(const Scheme& scheme) {
    Issues issues;
    if (scheme.references.empty()) return issues;
    const auto branches = branches_by_id(scheme);
    for (const Reference& reference : scheme.references) {
        const Place place = place_at(reference.at, reference.branch);
        const auto found = branches.find(reference.branch);
        if (found == branches.end()) {
            issues.push_back({Code::branch_unknown, place, {reference.branch}});
        } else if (!found->second->reference) {
            issues.push_back({Code::reference_needless, place, {reference.branch}});
        }
    }
    return issues;
}

}  // namespace

Issues check_structure(const Scheme& scheme) {
    Issues issues = check_ids(scheme);
    append(issues, check_citations(scheme));
    append(issues, check_domains(scheme));
    append(issues, check_composition(scheme.composition));
    append(issues, check_grading(scheme.grading));
    append(issues, check_references(scheme));
    append(issues, check_tables(scheme));
    return issues;
}

}  // namespace heng::scheme

#pragma once
/// @file
/// The books that people take away, as far as whoever asks may see: what is on a screen is in its
/// book. Pure like the views they rest on (INT-9).
#include "core/ledger/chain.hpp"
#include "core/report/book.hpp"
#include "core/view/findings.hpp"

#include <span>
#include <string>

namespace heng::report {

/// Out of which ledger, and how far it had come.
struct Origin {
    std::string tenant;
    ledger::Head head;
};

/// The score book of a domain, for those who grade (see `view::standings`).
/// @returns it, or `cycle_unknown`, `edition_absent`, `view_not_permitted`, or `record_unknown` for
/// a domain without a table or without units.
[[nodiscard]] Checked<Book> score_book(const view::Scope& scope, int year,
                                       const cycle::DomainId& domain, const Origin& origin,
                                       Language language);

/// The findings that the actor sees, in ledger order, those that do not count among them.
/// @returns them, or what `view::findings` refuses.
[[nodiscard]] Checked<Book> finding_book(const view::Scope& scope, int year,
                                         const view::FindingFilter& filter, Language language);

/// Units with their history and the years without them; bodies and appointments where the actor may
/// see people. Names and phones of people are in no ledger and in no book (SEC-14).
/// @returns it, or what `view::units` refuses.
[[nodiscard]] Checked<Book> register_book(const view::Scope& scope, Language language);

/// Which act was done when by whom, with the hashes by which the extract fits its chain; not what
/// it said (SEC-15). The events need not begin with the first.
/// @returns it, or what `view::log` and `ledger::decode_event` refuse.
[[nodiscard]] Checked<Book> ledger_book(const view::Scope& scope,
                                        std::span<const ledger::SealedEvent> events,
                                        Language language);

/// A table to be filled in and imported: each row is one act. What the scope holds is offered to
/// choose from: units, domains, branches, people. Fields of an act's rows stand as `measures/unit`;
/// each of their rows takes a row of the table, the other cells only being filled in the first.
/// @pre the act exists
Book template_book(const act::Act& act, const view::Scope& scope, Language language);

}  // namespace heng::report

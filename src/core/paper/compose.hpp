#pragma once
/// @file
/// From an issued document to its paper, checked.
#include "core/base/result.hpp"
#include "core/paper/facts.hpp"

namespace heng::paper {

/// The document as it was issued.
/// @param reader  of a circular: the unit that gets an extract without what concerns others; empty:
///   the whole. Other documents concern one unit, or all.
/// @returns it, or everything `check_paper` finds.
/// @pre the state is that right after the document's event, `rulebooks` has all its drafts
[[nodiscard]] Checked<Paper> compose(const cycle::State& state, const cycle::Rulebooks& rulebooks,
                                     int year, const cycle::Document& document,
                                     const ledger::Event& event, const Template& form,
                                     std::string_view reader = {});

/// Everything about number and addressees that the rules for official documents forbid:
///   - `document_number_unfit`     not 代字〔year〕number号 (DOC-8);
///   - `document_recipient_unfit`  none; a person for a 报告 or 请示, or several for a 请示
///   (DOC-20).
Issues check_paper(const Paper& paper);

/// Of what is issued: 机关代字, 〔four digits〕, a number without leading zeros, 号 (DOC-8).
bool is_document_number(std::string_view text);

}  // namespace heng::paper

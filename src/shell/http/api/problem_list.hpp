#pragma once
/// @file
/// Every problem that an answer may name, as api/errors.json for the page that explains them.
#include "core/ledger/canonical.hpp"

namespace heng::http {

/// `{"items": [{"code", "message", "remedy"}]}`, both texts in Chinese and English, {0}, {1} for
/// their particulars; in the order of the catalogue, without its warnings.
ledger::Value print_problem_list();

}  // namespace heng::http

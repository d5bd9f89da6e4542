#pragma once
/// @file
/// What the checks of a scheme share, and the parts of which they are made. Only for check_*.cpp.
#include "core/base/decimal.hpp"
#include "core/base/error.hpp"
#include "core/scheme/scheme.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace heng::scheme {

/// How people and messages call a clause, (一)8, and a branch, (一)8 1.8b.
std::string designation(const Task& task, const Clause& clause);
std::string designation(const Task& task, const Clause& clause, const Branch& branch);

Place place_at(const SourceLine& at, std::string item);

void append(Issues& issues, Issues more);

/// The ids of one kind: each may stand once.
class Ids {
public:
    /// The issue of an id that was added before, or none.
    Issues add(const std::string& id, const Place& place);

private:
    std::unordered_map<std::string, Place> first_;
};

/// A sum of figures as files give them. It stops at the largest Decimal instead of leaving the
/// range, so that absurd figures give a wrong sum to report and not a stop.
class Tally {
public:
    void add(Decimal amount) { units_ += amount.units(); }
    Decimal total() const;

private:
    Int128 units_ = 0;
};

/// The words that each branch of a clause reads, for judging what stands before its amount.
struct Reading {
    const Branch* branch;
    std::string_view own;       ///< From the end of the branch before it to its own end.
    std::string_view sentence;  ///< From the last semicolon or full stop to its own end.
    std::string_view all;       ///< From the beginning of the clause to its own end.
};
/// One for each branch, in order; the words refer into `clause`, which must outlive them.
std::vector<Reading> readings(const Clause& clause);

/// Sums, ids, bodies, citations and amounts of all tables.
Issues check_tables(const Scheme& scheme);

/// What the words of one clause leave open: counting units, lists, thresholds.
Issues check_wording(const Task& task, const Clause& clause);

/// Clauses of one table that may hit the same fact.
Issues check_overlaps(const Table& table);

}  // namespace heng::scheme
